using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>A place as far as it is known: country, state, municipality; folded, the locality and the person's own words.</summary>
internal static class ControlDeLugar
{
    public static void Escribir(Lienzo l, Pregunta p)
    {
        var (pais, entidad, municipio) = (p.Ruta + ".pais", p.Ruta + ".entidad", p.Ruta + ".municipio");
        var catalogos = l.Diccionario.Catalogos;
        var idDeEntidad = IdDeCampo.De(entidad);

        // No country is proposed: an untouched question would say «Mexico», and a figure would be wrong. The state implies it.
        var descripcion = p.Id + "-pista-pais" + (p.IdDeError is { } error ? " " + error : "");

        l.H.Abrir("div", ("class", "s-lugar"));
        Parte(l, p.Id, "lugar_pais");
        l.H.Elemento("p", l.T("pista_pais"), ("class", "s-pista"), ("id", p.Id + "-pista-pais"));
        CajaConSugerencias.Escribir(l, p, p.Id, pais, catalogos["paises"], p.Crudos.Uno(pais), descripcion);
        l.H.Cerrar("div");
        Parte(l, idDeEntidad, "lugar_entidad");
        ControlDeOpcion.Lista(l, idDeEntidad, entidad, p.Crudos.Uno(entidad), [.. catalogos["estados"].Elegibles.Select(o => (o.Codigo, o.Nombre))], p, p.IdDeError);
        l.H.Cerrar("div");
        Parte(l, IdDeCampo.De(municipio), "lugar_municipio");
        CajaConSugerencias.Escribir(l, p, IdDeCampo.De(municipio), municipio, catalogos["municipios"], p.Crudos.Uno(municipio), p.IdDeError, entidad);
        l.H.Cerrar("div").Cerrar("div");
        Detalle(l, p);
    }

    private static void Parte(Lienzo l, string id, string texto) =>
        l.H.Abrir("div", ("class", "s-lugar__parte")).Elemento("label", l.T(texto), ("class", "s-subtitulo"), ("for", id));

    private static void Detalle(Lienzo l, Pregunta p)
    {
        var (localidad, como) = (p.Ruta + ".localidad", p.Ruta + ".como");
        l.H.Abrir("details", ("class", "s-plegado"), Atributo.Si("open", p.Crudos.TieneAlgo(localidad) || p.Crudos.TieneAlgo(como)));
        l.H.Abrir("summary").Texto(l.T("lugar_detalle"));
        l.SoloLectores(": " + p.Variable.EtiquetaVisible);
        l.H.Cerrar("summary");
        Marco.SinImprimir(l, p.Crudos.TieneAlgo(localidad) || p.Crudos.TieneAlgo(como), () =>
        {
            Caja(l, p, localidad, "localidad");
            Caja(l, p, como, "como");
        });
        l.H.Cerrar("details");
    }

    private static void Caja(Lienzo l, Pregunta p, string campo, string parte)
    {
        var id = IdDeCampo.De(campo);
        l.H.Elemento("label", l.T("lugar_" + parte), ("class", "s-subtitulo"), ("for", id));
        if (p.PartesProtegidas.Contains(parte))
        {
            Marco.Aviso(l, Proteccion.Sellada);
            l.H.Elemento("p", l.T("se_conserva"), ("class", "s-pista"));
        }

        l.H.Abrir("input",
            ("class", "s-caja s-caja--l"), ("type", "text"), ("id", id), ("name", campo), ("value", p.Crudos.Uno(campo)),
            ("autocomplete", "off"), ("spellcheck", "false"));
    }
}
