using Sintra.Cuentas;

namespace Sintra.Intercambio;

/// <summary>One row of the workbook and what would happen, or happened, to it.</summary>
/// <param name="Institucion">Name, when it was recognised.</param>
/// <param name="Perfil">Name, when it was recognised.</param>
/// <param name="Fallas">Why it is not invited; empty when it may be, or was.</param>
public sealed record RenglonRevisado(RenglonDeCuenta Renglon, string? Institucion, string? Perfil, IReadOnlyList<string> Fallas)
{
    public bool SePuede => Fallas.Count == 0;
}

/// <summary>
/// Invites the people of a workbook, each on its own: those that cannot be invited say why and hold nobody back. The preview and the sending ask the
/// same questions, so what was changed between them is asked again.
/// </summary>
public sealed class InvitarCuentasHandler(InvitarCuentaHandler invitar)
{
    /// <summary>What would happen, without inviting anybody.</summary>
    public Task<IReadOnlyList<RenglonRevisado>> RevisarAsync(IReadOnlyList<RenglonDeCuenta> renglones, CancellationToken ct) =>
        RecorrerAsync(renglones, async orden => (await invitar.RevisarAsync(orden, ct)).Fallas, ct);

    /// <summary>Invites every row that may be.</summary>
    public Task<IReadOnlyList<RenglonRevisado>> EjecutarAsync(IReadOnlyList<RenglonDeCuenta> renglones, CancellationToken ct) =>
        RecorrerAsync(renglones, async orden => (await invitar.EjecutarAsync(orden, ct)).Fallas, ct);

    /// <summary>What the template offers.</summary>
    public async Task<(IReadOnlyList<(string Clave, string Nombre)> Instituciones, IReadOnlyList<(string Clave, string Nombre)> Perfiles)> OfrecidosAsync(CancellationToken ct) => (
        [.. (await invitar.InstitucionesOfrecidas().Select(i => new { i.Sigla, i.Nombre }).ToListAsync(ct)).Select(i => (i.Sigla, i.Nombre))],
        [.. (await invitar.PerfilesOfrecidosAsync(ct)).Select(p => (p.Clave, p.Nombre))]);

    private async Task<IReadOnlyList<RenglonRevisado>> RecorrerAsync(
        IReadOnlyList<RenglonDeCuenta> renglones, Func<InvitarCuenta, Task<IReadOnlyList<Falla>>> hacer, CancellationToken ct)
    {
        var (instituciones, perfiles) = await OfrecidosAsync(ct);
        var vistos = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var revisados = new List<RenglonRevisado>();
        foreach (var renglon in renglones)
        {
            var (institucion, perfil) = (Reconocer(renglon.Institucion, instituciones), Reconocer(renglon.Perfil, perfiles));
            List<string> fallas = vistos.Add(renglon.Correo)
                ? [.. (await hacer(new(renglon.Correo, institucion?.Clave, perfil?.Clave, renglon.Nombre))).Select(f => f.Mensaje)]
                : [Repetido.Mensaje];
            revisados.Add(new(renglon, institucion?.Nombre, perfil?.Nombre, fallas));
        }

        return revisados;
    }

    private static readonly Falla Repetido = new(nameof(InvitarCuenta.Correo), "El correo está repetido en el libro. Deje un solo renglón por persona.");

    // By key or by name, as people write them.
    private static (string Clave, string Nombre)? Reconocer(string escrito, IReadOnlyList<(string Clave, string Nombre)> ofrecidos)
    {
        var forma = LibroDeCuentas.EnForma(escrito);
        foreach (var ofrecido in ofrecidos)
        {
            if (forma == LibroDeCuentas.EnForma(ofrecido.Clave) || forma == LibroDeCuentas.EnForma(ofrecido.Nombre))
            {
                return ofrecido;
            }
        }

        return null;
    }
}
