using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>Help of a question, readable without leaving the page; the same text feeds the dictionary and the workbook.</summary>
internal static class PanelDeAyuda
{
    public static void Escribir(Lienzo l, Pregunta p)
    {
        if (p.Variable.Ayuda is not { } ayuda)
        {
            return;
        }

        l.H.Abrir("details", ("class", "s-ayuda")).Abrir("summary").Texto(l.T("ayuda"));
        l.SoloLectores(": " + p.Variable.EtiquetaVisible);
        l.H.Cerrar("summary").Abrir("dl");
        Parte(l, "ayuda_definicion", ayuda.Definicion);
        Parte(l, "ayuda_cuando", ayuda.CuandoUsar);
        Parte(l, "ayuda_ejemplo", ayuda.Ejemplo);
        Parte(l, "ayuda_fuente", ayuda.Fuente);
        Parte(l, "ayuda_cuenta", ayuda.ComoSeCuenta);
        l.H.Cerrar("dl").Cerrar("details");
    }

    private static void Parte(Lienzo l, string titulo, string texto)
    {
        if (texto.Length > 0)
        {
            l.H.Elemento("dt", l.T(titulo)).Abrir("dd", ("lang", QuienLee.EnIngles ? "es-MX" : null)).Texto(texto).Cerrar("dd"); // data: Spanish in both languages
        }
    }
}
