using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>One answer of a catalogue: radios up to seven, a list up to thirty, beyond that a box that suggests.</summary>
internal static class ControlDeOpcion
{
    private const int MaximoDeRadios = 7;
    private const int MaximoDeLista = 30;

    public static bool EsDeRadios(Lienzo l, Pregunta p) => p.Variable.Tipo == TipoDeVariable.SiNo || Elegibles(l, p).Count <= MaximoDeRadios;

    public static void Escribir(Lienzo l, Pregunta p)
    {
        if (EsDeRadios(l, p))
        {
            Radios(l, p);
        }
        else if (Elegibles(l, p) is var opciones && (opciones.Count <= MaximoDeLista || p.Ofrecidas is not null))
        {
            Lista(l, p.Id, p.Ruta, p.Crudos.Uno(p.Ruta), [.. opciones.Select(o => (o.Codigo, o.NombreVisible))], p, Marco.Descripcion(p));
        }
        else
        {
            CajaConSugerencias.Escribir(l, p, p.Id, p.Ruta, l.Diccionario.Catalogos[p.Variable.Catalogo!], p.Crudos.Uno(p.Ruta), Marco.Descripcion(p));
        }
    }

    /// <summary>A list whose first option is empty. A value that is not among them is kept, so that its message has something to point at.</summary>
    public static void Lista(Lienzo l, string id, string nombre, string elegido, IReadOnlyList<(string Codigo, string Texto)> opciones, Pregunta p, string? descripcion)
    {
        l.H.Abrir("select",
            ("class", "s-caja s-caja--lista"), ("id", id), ("name", nombre), ("autocomplete", "off"),
            ("aria-describedby", descripcion), ("aria-invalid", p.Fallas.Count > 0 ? "true" : null));
        l.H.Elemento("option", l.T("elija"), ("value", ""));
        foreach (var (codigo, texto) in opciones)
        {
            l.H.Elemento("option", texto, ("value", codigo), Atributo.Si("selected", codigo == elegido));
        }

        if (elegido.Length > 0 && opciones.All(o => o.Codigo != elegido))
        {
            l.H.Elemento("option", l.T("fuera_de_lista", elegido), ("value", elegido), Atributo.Si("selected", true));
        }

        l.H.Cerrar("select");
    }

    private static void Radios(Lienzo l, Pregunta p)
    {
        var elegido = p.Crudos.Uno(p.Ruta);
        var opciones = Elegibles(l, p).Select(o => (o.Codigo, Texto: o.NombreVisible)).ToList();
        if (elegido.Length > 0 && opciones.All(o => o.Codigo != elegido))
        {
            opciones.Add((elegido, l.T("fuera_de_lista", elegido)));
        }

        // Few short answers read best on one line.
        var enLinea = p.Variable.Tipo == TipoDeVariable.SiNo || opciones.Count <= 3 && opciones.All(o => o.Texto.Length <= 16);
        l.H.Abrir("div", ("class", enLinea ? "s-opciones s-opciones--linea" : "s-opciones"));
        for (var i = 0; i < opciones.Count; i++)
        {
            var (codigo, texto) = opciones[i];
            Marcable.Radio(l, p.Ruta, codigo, codigo == elegido, texto, id: i == 0 ? p.Id : null);
        }

        Marcable.Radio(l, p.Ruta, "", marcada: false, l.T("quitar_marca"), "s-quitar");
        l.H.Cerrar("div");
    }

    private static List<Opcion> Elegibles(Lienzo l, Pregunta p) =>
    [
        .. l.Diccionario.Catalogos[p.Variable.Catalogo ?? "si_no"].ElegiblesCon(p.Crudos.Todos(p.Ruta)).Where(o => p.Ofrecidas?.Contains(o.Codigo) ?? true),
    ];
}
