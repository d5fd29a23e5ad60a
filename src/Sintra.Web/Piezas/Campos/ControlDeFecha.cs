using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>A day in three boxes; a partial date, as much of it as is known.</summary>
internal static class ControlDeFecha
{
    private static readonly (string Parte, string Largo, string Clase)[] TresCajas = [("dia", "2", "s-caja--dia"), ("mes", "2", "s-caja--dia"), ("anio", "4", "s-caja--anio")];
    private static readonly string[] Clases = ["en", "antes", "despues", "periodo"];

    public static void Escribir(Lienzo l, Pregunta p) => Cajas(l, p, "", p.Id, parcial: false);

    public static void EscribirParcial(Lienzo l, Pregunta p)
    {
        Cajas(l, p, "", p.Id, parcial: true);
        Aproximada(l, p);
        var clase = p.Crudos.Uno(p.Ruta + ".clase");
        l.H.Abrir("details", ("class", "s-plegado"), Atributo.Si("open", clase is not ("" or "en") || p.Crudos.TieneAlgo(p.Ruta + ".hasta_dia") || p.Crudos.TieneAlgo(p.Ruta + ".hasta_mes") || p.Crudos.TieneAlgo(p.Ruta + ".hasta_anio")));
        l.H.Abrir("summary").Texto(l.T("fecha_otra_clase"));
        l.SoloLectores(": " + p.Variable.EtiquetaVisible);
        l.H.Cerrar("summary");
        l.H.Abrir("fieldset", ("class", "s-subgrupo")).Elemento("legend", l.T("fecha_clase"), ("class", "s-subtitulo"));
        l.H.Abrir("div", ("class", "s-opciones s-opciones--compacta"));
        foreach (var c in Clases)
        {
            Marcable.Radio(l, p.Ruta + ".clase", c, c == clase || (c == "en" && clase.Length == 0), l.T("fecha_clase_" + c));
        }

        l.H.Cerrar("div").Cerrar("fieldset");
        l.H.Abrir("fieldset", ("class", "s-subgrupo")).Elemento("legend", l.T("fecha_hasta"), ("class", "s-subtitulo"));
        Cajas(l, p, "hasta_", p.Id + "-hasta_dia", parcial: true);
        l.H.Cerrar("fieldset").Cerrar("details");
    }

    /// <summary>The three boxes; <paramref name="id"/> is the first one's.</summary>
    public static void Cajas(Lienzo l, Pregunta p, string prefijo, string id, bool parcial)
    {
        l.H.Abrir("div", ("class", "s-fecha"));
        foreach (var (parte, largo, clase) in TresCajas)
        {
            var campo = $"{p.Ruta}.{prefijo}{parte}";
            var propio = parte == "dia" ? id : IdDeCampo.De(campo);
            l.H.Abrir("div", ("class", "s-fecha__caja")).Abrir("label", ("for", propio)).Texto(l.T(parte));
            if (parcial && parte != "anio")
            {
                l.H.Texto(" ").Elemento("small", l.T("si_se_sabe"));
            }

            l.H.Cerrar("label");
            l.H.Abrir("input",
                ("class", "s-caja " + clase), ("type", "text"), ("id", propio), ("name", campo), ("value", p.Crudos.Uno(campo)),
                ("inputmode", "numeric"), ("size", largo), ("autocomplete", "off"), ("spellcheck", "false"), ("aria-invalid", p.Fallas.Count > 0 ? "true" : null));
            l.H.Cerrar("div");
        }

        l.H.Cerrar("div");
    }

    public static void Aproximada(Lienzo l, Pregunta p)
    {
        var campo = p.Ruta + ".aproximada";
        Marcable.Casilla(l, campo, "on", p.Crudos.Marcada(campo), l.T("fecha_aproximada"), "s-opcion s-opcion--chica", IdDeCampo.De(campo));
    }
}
