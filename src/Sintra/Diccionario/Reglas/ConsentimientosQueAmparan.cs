namespace Sintra.Diccionario;

/// <summary>What holds today of the consents of a file, out of its own ledger: rows of the entity <c>Consentimiento</c>, in the order in which they were recorded.</summary>
public static class ConsentimientosQueAmparan
{
    /// <summary>Purpose of the consents on which rows of a group may rest, by group; the others rest on none.</summary>
    public static readonly IReadOnlyDictionary<string, string> FinDe = new Dictionary<string, string> { ["retorno"] = "RET", ["Canalizacion"] = "CAN" };

    internal const string Grupo = "Consentimiento";

    /// <summary>Whether somebody gave it (code of <c>consentimiento_estado</c>): it can be taken back.</summary>
    public static bool Otorga(string? estado) => estado is "OTO" or "REP" or "ASE";

    /// <summary>Whether what rests on it may be done: it was given, or by law it is not needed.</summary>
    public static bool Ampara(string? estado) => Otorga(estado) || estado is "EXC";

    /// <summary>Numbers of the rows of a purpose that hold, newest first: an answer that does not cover ends all before it.</summary>
    /// <param name="fin">Code of <c>consentimiento_tipo</c>; null: none.</param>
    public static IEnumerable<int> De(Respuestas respuestas, string? fin) => respuestas.Filas.GetValueOrDefault(Grupo, [])
        .Where(f => fin is not null && Codigo(f, "con_tipo") == fin)
        .OrderByDescending(f => f.Numero)
        .TakeWhile(f => Ampara(Codigo(f, "con_estado")))
        .Select(f => f.Numero);

    private static string? Codigo(Fila fila, string clave) => (fila.Respuestas.GetValueOrDefault(clave)?.Valor as ValorDeOpcion)?.Codigo;
}
