using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>«O bien»: why there is no answer, in one compact row.</summary>
internal static class FilaDeEstado
{
    private static readonly EstadoDeRespuesta[] Estados = [EstadoDeRespuesta.NS, EstadoDeRespuesta.NC, EstadoDeRespuesta.NA, EstadoDeRespuesta.NP];

    public static void Escribir(Lienzo l, Pregunta p, bool enGrupo)
    {
        var nombre = p.Ruta + ".estado";
        var elegido = p.Crudos.Uno(nombre);
        l.H.Abrir("fieldset", ("class", "s-estado")).Abrir("legend", ("class", "s-estado__titulo")).Texto(l.T("o_bien"));
        if (!enGrupo)
        {
            l.SoloLectores(": " + p.Variable.EtiquetaVisible); // else it stands inside the group of its question, which is named
        }

        l.H.Cerrar("legend");
        foreach (var estado in Estados)
        {
            Marcable.Radio(l, nombre, estado.ToString(), elegido == estado.ToString(), l.T("estado_" + estado));
        }

        Marcable.Radio(l, nombre, "", marcada: false, l.T("quitar_marca"), "s-quitar");
        l.H.Cerrar("fieldset");
    }
}
