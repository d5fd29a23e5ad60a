namespace Sintra.Web.Pages;

/// <summary>The fields of a posted page of the dictionary, as typed, without what the page itself added.</summary>
public static class CamposEnviados
{
    // What a generic page posts besides answers.
    private static readonly HashSet<string> Propios = ["__RequestVerificationToken", "version", "mostrado", "terminada", "agregar", "abrir", "soltar", "seguir", "accion", "llamada", "handler", "motivo_de_cambio", "con_identidad"];

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> De(HttpRequest peticion) => peticion.Form
        .Where(c => !Propios.Contains(c.Key))
        .ToDictionary(c => c.Key, IReadOnlyList<string> (c) => [.. c.Value.Select(v => v ?? "")]);
}
