using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>A box for a long catalogue: one types the name and the server resolves it; with script the box suggests names.</summary>
internal static class CajaConSugerencias
{
    /// <param name="valor">Code, or what was typed.</param>
    /// <param name="campoDeEntidad">Field whose state narrows the suggestions; null for none.</param>
    /// <param name="varias">What is chosen is ticked above and the box is free again.</param>
    public static void Escribir(Lienzo l, Pregunta p, string id, string nombre, Catalogo catalogo, string valor, string? descripcion, string? campoDeEntidad = null, bool varias = false) =>
        l.H.Abrir("input",
            ("class", "s-caja s-caja--l"), ("type", "text"), ("id", id), ("name", nombre),
            ("value", catalogo.Buscar(valor) is { Estado: null } opcion ? catalogo.NombreInconfundible(opcion) : valor),
            ("data-combo-url", $"/diccionario/opciones/{catalogo.Clave}"), ("data-combo-con", campoDeEntidad), Atributo.Si("data-combo-varias", varias),
            ("autocomplete", "off"), ("spellcheck", "false"), ("aria-describedby", descripcion), ("aria-invalid", p.Fallas.Count > 0 ? "true" : null));
}
