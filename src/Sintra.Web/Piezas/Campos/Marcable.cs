namespace Sintra.Web.Piezas.Campos;

/// <summary>
/// A radio or a box to tick inside its own label: the words belong to it without an id. A page of questions is mostly these,
/// so what each weighs is what the page weighs. Inside a list of options (<c>s-opciones</c>, <c>s-estado</c>) it needs no class either.
/// </summary>
internal static class Marcable
{
    /// <param name="id">For what leads to it: the first of a question carries the question's.</param>
    public static void Radio(Lienzo l, string nombre, string valor, bool marcada, string texto, string? clase = null, string? id = null) =>
        Escribir(l, "radio", nombre, valor, marcada, texto, clase, id, excluyente: false);

    /// <param name="excluyente">Ticking it says that no other holds.</param>
    public static void Casilla(Lienzo l, string nombre, string valor, bool marcada, string texto, string? clase = null, string? id = null, bool excluyente = false) =>
        Escribir(l, "checkbox", nombre, valor, marcada, texto, clase, id, excluyente);

    private static void Escribir(Lienzo l, string tipo, string nombre, string valor, bool marcada, string texto, string? clase, string? id, bool excluyente)
    {
        l.H.Abrir("label", ("class", clase));
        l.H.Abrir("input",
            ("type", tipo), ("id", id), ("name", nombre), ("value", valor), Atributo.Si("checked", marcada), Atributo.Si("data-excluyente", excluyente));
        l.H.Texto(texto).Cerrar("label");
    }
}
