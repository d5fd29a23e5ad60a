using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>«O bien»: why there is no answer, in one compact row.</summary>
internal static class FilaDeEstado
{
    private static readonly EstadoDeRespuesta[] Estados = [EstadoDeRespuesta.NS, EstadoDeRespuesta.NC, EstadoDeRespuesta.NA, EstadoDeRespuesta.NP];

    public static void Escribir(Lienzo l, Pregunta p)
    {
        var (nombre, id) = (p.Ruta + ".estado", p.Id + "-estado");
        var elegido = p.Crudos.Uno(nombre);
        l.H.Abrir("fieldset", ("class", "s-estado")).Abrir("legend", ("class", "s-estado__titulo")).Texto(l.T("o_bien"));
        l.SoloLectores(": " + p.Variable.EtiquetaVisible);
        l.H.Cerrar("legend");
        foreach (var estado in Estados)
        {
            Radio(l, nombre, $"{id}-{estado}", estado.ToString(), elegido == estado.ToString(), l.T("estado_" + estado), "s-opcion s-opcion--chica");
        }

        Radio(l, nombre, id + "-ninguno", "", marcada: false, l.T("quitar_marca"), "s-opcion s-opcion--chica s-opcion--quitar");
        l.H.Cerrar("fieldset");
    }

    public static void Radio(Lienzo l, string nombre, string id, string valor, bool marcada, string texto, string clase)
    {
        l.H.Abrir("div", ("class", clase));
        l.H.Abrir("input", ("type", "radio"), ("id", id), ("name", nombre), ("value", valor), Atributo.Si("checked", marcada), ("autocomplete", "off"));
        l.H.Elemento("label", texto, ("for", id)).Cerrar("div");
    }
}
