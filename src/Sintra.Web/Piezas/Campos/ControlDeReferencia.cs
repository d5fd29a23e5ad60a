using Sintra.Expedientes;

namespace Sintra.Web.Piezas.Campos;

/// <summary>What another answer points at, chosen among those there are: a row of the same file, or a file, whose folio may be typed instead.</summary>
internal static class ControlDeReferencia
{
    /// <summary>A file is chosen in a list or written in a box: two controls under one question.</summary>
    public static bool EnGrupo(Pregunta p) => p is { Referencias: not null, Variable.ReferenciaA: ReferenciaEnPalabras.Expediente };

    public static void Escribir(Lienzo l, Pregunta p, IReadOnlyList<OpcionDeReferencia> opciones)
    {
        if (!EnGrupo(p))
        {
            Lista(l, p, opciones);
            return;
        }

        if (opciones.Count > 0 || p.Crudos.Uno(p.Ruta).Length > 0)
        {
            l.H.Abrir("div", ("class", "s-fecha__caja"));
            l.H.Elemento("label", l.T("referencia_elegir"), ("for", p.Id));
            Lista(l, p, opciones);
            l.H.Cerrar("div");
        }

        var folio = p.Ruta + ".folio";
        l.H.Abrir("div", ("class", "s-fecha__caja"));
        l.H.Elemento("label", l.T(opciones.Count > 0 ? "referencia_u_otro" : "referencia_folio"), ("for", IdDeCampo.De(folio)));
        l.H.Abrir("input",
            ("class", "s-caja s-caja--s"), ("type", "text"), ("id", IdDeCampo.De(folio)), ("name", folio), ("value", p.Crudos.Uno(folio)), ("autocapitalize", "characters"),
            ("autocomplete", "off"), ("spellcheck", "false"), ("aria-describedby", Marco.Descripcion(p)), ("aria-invalid", p.Fallas.Count > 0 ? "true" : null));
        l.H.Cerrar("div");
    }

    private static void Lista(Lienzo l, Pregunta p, IReadOnlyList<OpcionDeReferencia> opciones) =>
        ControlDeOpcion.Lista(l, p.Id, p.Ruta, p.Crudos.Uno(p.Ruta), [.. opciones.Select(o => (o.Id, o.Texto))], p, Marco.Descripcion(p));
}
