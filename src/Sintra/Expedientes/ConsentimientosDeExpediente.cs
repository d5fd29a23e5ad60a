using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>What was last answered about one purpose.</summary>
/// <param name="Opcion">The purpose, catalogue <c>consentimiento_tipo</c>.</param>
/// <param name="Ultimo">Null while nobody has asked.</param>
public sealed record ConsentimientoPorFin(Opcion Opcion, Consentimiento? Ultimo)
{
    /// <summary>Whether what rests on it may be done: given, given by who represents, assented, or by law not needed.</summary>
    public bool Ampara => ConsentimientosQueAmparan.Ampara(Ultimo?.Estado);

    /// <summary>Whether there is something to take back.</summary>
    public bool Revocable => ConsentimientosQueAmparan.Otorga(Ultimo?.Estado);

    /// <summary>The law wants it asked, and nobody has.</summary>
    public bool Falta => Ultimo is null or { Estado: "PEN" } && Opcion.Atributos.GetValueOrDefault("obligatorio_preguntar") == "1";
}

/// <summary>The ledger of a file, purpose by purpose.</summary>
public sealed class ConsentimientosDeExpediente(SintraDb db, DiccionarioVigente diccionario)
{
    public async Task<IReadOnlyList<Consentimiento>> TodosAsync(ExpedienteId expediente, CancellationToken ct) =>
        await db.Consentimientos.AsNoTracking().Where(c => c.Expediente == expediente).OrderByDescending(c => c.Fila).ToListAsync(ct);

    /// <param name="asentados">Newest first.</param>
    public IReadOnlyList<ConsentimientoPorFin> PorFin(IReadOnlyList<Consentimiento> asentados) =>
        [.. diccionario.Catalogos["consentimiento_tipo"].Elegibles.Select(o => new ConsentimientoPorFin(o, asentados.FirstOrDefault(c => c.Tipo == o.Codigo)))];
}
