namespace Sintra.Web.Piezas.Campos;

/// <summary>Two partial dates; either end may stay open.</summary>
internal static class ControlDePeriodo
{
    public static void Escribir(Lienzo l, Pregunta p)
    {
        l.H.Abrir("div", ("class", "s-periodo"));
        Extremo(l, p, "desde", p.Id);
        Extremo(l, p, "hasta", p.Id + "-hasta_dia");
        l.H.Cerrar("div");
        ControlDeFecha.Aproximada(l, p);
    }

    private static void Extremo(Lienzo l, Pregunta p, string extremo, string id)
    {
        l.H.Abrir("fieldset", ("class", "s-subgrupo")).Elemento("legend", l.T("periodo_" + extremo), ("class", "s-subtitulo"));
        ControlDeFecha.Cajas(l, p, extremo + "_", id, parcial: true);
        l.H.Cerrar("fieldset");
    }
}
