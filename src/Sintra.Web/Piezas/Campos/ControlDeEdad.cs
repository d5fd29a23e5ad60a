using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>An age in years, or between two; and who says so.</summary>
internal static class ControlDeEdad
{
    public static void Escribir(Lienzo l, Pregunta p)
    {
        var fuente = p.Ruta + ".fuente";
        l.H.Abrir("div", ("class", "s-fecha"));
        Caja(l, p, "valor", p.Id, "edad_anios");
        l.H.Cerrar("div");
        l.H.Abrir("details", ("class", "s-plegado"), Atributo.Si("open", p.Crudos.TieneAlgo(p.Ruta + ".min") || p.Crudos.TieneAlgo(p.Ruta + ".max") || p.Crudos.TieneAlgo(fuente)));
        l.H.Abrir("summary").Texto(l.T("edad_rango"));
        l.SoloLectores(": " + p.Variable.EtiquetaVisible);
        l.H.Cerrar("summary").Abrir("div", ("class", "s-fecha"));
        Caja(l, p, "min", p.Id + "-min", "edad_min");
        Caja(l, p, "max", p.Id + "-max", "edad_max");
        l.H.Cerrar("div");
        Fuente(l, p, fuente);
        l.H.Cerrar("details");
    }

    private static void Caja(Lienzo l, Pregunta p, string parte, string id, string texto)
    {
        var campo = $"{p.Ruta}.{parte}";
        l.H.Abrir("div", ("class", "s-fecha__caja")).Elemento("label", l.T(texto), ("for", id));
        l.H.Abrir("input",
            ("class", "s-caja s-caja--dia"), ("type", "text"), ("id", id), ("name", campo), ("value", p.Crudos.Uno(campo)),
            ("inputmode", "numeric"), ("size", "3"), ("autocomplete", "off"), ("spellcheck", "false"), ("aria-invalid", p.Fallas.Count > 0 ? "true" : null));
        l.H.Cerrar("div");
    }

    private static void Fuente(Lienzo l, Pregunta p, string campo)
    {
        var catalogo = l.Diccionario.Catalogos["fuente_edad"];
        var elegida = p.Crudos.Uno(campo);
        l.H.Abrir("fieldset", ("class", "s-subgrupo")).Elemento("legend", l.T("edad_fuente"), ("class", "s-subtitulo"));
        l.H.Abrir("div", ("class", "s-opciones s-opciones--compacta"));
        foreach (var opcion in catalogo.Elegibles)
        {
            Marcable.Radio(l, campo, opcion.Codigo, opcion.Codigo == elegida, opcion.NombreVisible);
        }

        l.H.Cerrar("div").Cerrar("fieldset");
    }
}
