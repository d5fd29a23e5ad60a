using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>One box: short and long text, numbers, telephone, mail, CURP, a typed reference.</summary>
internal static class ControlDeTexto
{
    public static void Escribir(Lienzo l, Pregunta p)
    {
        var v = p.Variable;
        if (v.Tipo == TipoDeVariable.TextoLargo)
        {
            // A line break right after the opening tag is not part of the text: the first one written is lost, hence two.
            l.H.Abrir("textarea", [
                    ("class", "s-caja s-caja--larga"), ("id", p.Id), ("name", p.Ruta), ("rows", v.Max > 1000 ? "8" : "4"),
                    ("data-max", v.Max is { } max ? max.ToString(System.Globalization.CultureInfo.InvariantCulture) : null), .. Comunes(p)])
                .Texto("\n" + p.Crudos.Uno(p.Ruta)).Cerrar("textarea");
            return;
        }

        l.H.Abrir("input", [
            ("class", "s-caja " + Ancho(v)), ("type", "text"), ("id", p.Id), ("name", p.Ruta), ("value", p.Crudos.Uno(p.Ruta)),
            ("inputmode", v.Tipo switch
            {
                TipoDeVariable.Entero => "numeric",
                TipoDeVariable.Decimal => "decimal",
                TipoDeVariable.Telefono => "tel",
                TipoDeVariable.Correo => "email",
                _ => null,
            }),
            ("autocapitalize", v.Tipo is TipoDeVariable.Curp ? "characters" : v.Tipo is TipoDeVariable.Correo or TipoDeVariable.Referencia ? "none" : null),
            .. Comunes(p)]);
    }

    /// <summary>Nothing is remembered by the browser, and what identifies somebody is not sent to a spelling service.</summary>
    private static Atributo[] Comunes(Pregunta p) =>
    [
        ("autocomplete", "off"),
        ("spellcheck", p.Variable.Tipo is TipoDeVariable.TextoCorto or TipoDeVariable.TextoLargo && p.Variable.Privacidad is not (Privacidad.ID or Privacidad.OP) ? null : "false"),
        ("aria-describedby", Marco.Descripcion(p)),
        ("aria-invalid", p.Fallas.Count > 0 ? "true" : null),
    ];

    private static string Ancho(Variable v) => v switch
    {
        { Tipo: TipoDeVariable.Entero or TipoDeVariable.Decimal } or { Max: <= 5 } => "s-caja--xs",
        { Max: <= 40 } or { Tipo: TipoDeVariable.Referencia } => "s-caja--s",
        { Max: <= 80 } => "s-caja--m",
        _ => "s-caja--l",
    };
}
