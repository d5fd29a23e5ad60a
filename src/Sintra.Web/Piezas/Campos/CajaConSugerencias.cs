using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>
/// A box for a long catalogue. Without script one types the name (or the code) and the server resolves it; with script the box
/// suggests, and the hidden field, then enabled, carries the code in place of the text.
/// </summary>
internal static class CajaConSugerencias
{
    public static void Escribir(Lienzo l, Pregunta p, string id, string nombre, Catalogo catalogo, string valor, string? descripcion, string? idDeEntidad = null)
    {
        var opcion = catalogo.Buscar(valor);
        l.H.Abrir("div", ("class", "s-combo"));
        l.H.Abrir("input",
            ("class", "s-entrada s-entrada--l"), ("type", "text"), ("id", id), ("name", nombre), ("value", opcion is null ? valor : Texto(catalogo, opcion)),
            ("data-combo-url", $"/diccionario/opciones/{catalogo.Clave}"), ("data-combo-entidad", idDeEntidad),
            ("autocomplete", "off"), ("spellcheck", "false"), ("aria-describedby", descripcion), ("aria-invalid", p.Fallas.Count > 0 ? "true" : null));
        l.H.Abrir("input", ("type", "hidden"), ("name", nombre), ("value", opcion?.Codigo ?? ""), Atributo.Si("disabled", true), Atributo.Si("data-combo-codigo", true));
        l.H.Cerrar("div");
    }

    /// <summary>The name, or the code where two options of the list are called alike (San Juan Mixtepec, Oaxaca).</summary>
    private static string Texto(Catalogo catalogo, Opcion opcion) =>
        IndiceDeOpciones.De(catalogo).EsUnico(opcion) ? catalogo.NombreDe(opcion) : opcion.Codigo;
}
