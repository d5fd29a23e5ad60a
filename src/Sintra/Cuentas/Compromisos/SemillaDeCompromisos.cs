namespace Sintra.Cuentas;

/// <summary>
/// The first version of each text, brought by the program so that a new system is never without them. They are SINTRA's own wording; an institution's
/// lawyers replace them on screen (<see cref="PublicarCompromisoHandler"/>).
/// </summary>
internal static class SemillaDeCompromisos
{
    private static readonly string[] Claves = ["terminos", "confidencialidad", "conducta"];
    private static readonly DateOnly DesdeSiempre = new(2026, 1, 1);

    public static async Task SembrarAsync(SintraDb db, TimeProvider reloj, CancellationToken ct)
    {
        var conocidas = await db.Compromisos.Select(c => c.Clave).Distinct().ToHashSetAsync(ct);
        db.AddRange(Claves.Where(c => !conocidas.Contains(c)).Select(clave => Primera(clave, reloj.Ahora)));
    }

    // Title on the first line, then the text.
    private static Compromiso Primera(string clave, DateTime ahora)
    {
        using var recurso = new StreamReader(typeof(SemillaDeCompromisos).Assembly.GetManifestResourceStream($"compromisos/{clave}.txt")
            ?? throw new InvalidOperationException($"The assembly carries no compromisos/{clave}.txt."));
        var partes = recurso.ReadToEnd().ReplaceLineEndings("\n").Split("\n\n", 2);
        return new()
        {
            Clave = clave, Numero = 1, Titulo = partes[0].Trim(), Texto = partes[1].Trim(), Desde = DesdeSiempre, PublicadoEn = ahora, PublicadoPor = CuentaId.Sistema,
        };
    }
}
