namespace Sintra.Diccionario;

/// <summary>lugar: codes or names, from the country down; any level may stop.</summary>
internal static class LectorDeLugar
{
    private const string Mexico = "MX";

    public static Respuesta? Leer(CamposDeVariable campos)
    {
        var pais = Elegir(campos, "pais", "paises");
        var entidad = Elegir(campos, "entidad", "estados");
        var municipio = campos.TieneFalla ? null : Municipio(campos, entidad?.Codigo);
        var localidad = campos.Uno("localidad", 160);
        var como = campos.Uno("como", 300);
        if (campos.TieneFalla)
        {
            return null;
        }

        var claveDeEntidad = entidad?.Codigo ?? municipio?.Atributos["cve_ent"];
        if (claveDeEntidad is not null && pais is { Codigo: not Mexico })
        {
            return campos.Falla<Respuesta>("la entidad federativa sólo se llena cuando el país es México.");
        }

        // The catalogue's «unknown country» says nothing of the place: it is the state of the answer, unless something else is known.
        if (pais?.Estado is { } estado && localidad is null && como is null)
        {
            return Respuesta.Sin(estado);
        }

        var claveDePais = claveDeEntidad is not null ? Mexico : pais is { Estado: null } ? pais.Codigo : null;
        return Respuesta.Con(new ValorDeLugar(new(claveDePais, claveDeEntidad, municipio?.Codigo, localidad, como)));
    }

    private static Opcion? Elegir(CamposDeVariable campos, string parte, string catalogo) =>
        campos.Uno(parte) is { } texto ? LectorDeOpciones.Elegir(campos, campos.Diccionario.Catalogos[catalogo], texto) : null;

    private static Opcion? Municipio(CamposDeVariable campos, string? entidad)
    {
        if (campos.Uno("municipio") is not { } texto)
        {
            return null;
        }

        var municipios = campos.Diccionario.Catalogos["municipios"];
        if (municipios.Buscar(texto) is { } porClave)
        {
            return entidad is null || porClave.Atributos["cve_ent"] == entidad
                ? porClave
                : campos.Falla<Opcion>("el municipio no es de esa entidad federativa; corrija uno de los dos.");
        }

        return entidad is null
            ? campos.Falla<Opcion>("elija la entidad federativa para reconocer el municipio.")
            : LectorDeOpciones.Elegir(campos, municipios, texto, o => o.Atributos["cve_ent"] == entidad);
    }
}
