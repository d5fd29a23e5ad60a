namespace Sintra.Cuentas;

public sealed record PerfilMirado(Guid SesionAbierta, [property: DatoPublico] string Perfil) : ISuceso;

/// <summary>
/// «Ver como»: an administrator looks at the screens of a profile they may give. The session keeps its owner and reaches nothing: no file, no account,
/// no institution; and nothing can be sent from it (<see cref="ReconocerSesionHandler"/>).
/// </summary>
public sealed class MirarComoHandler(SintraDb db, SesionActual actual, Delegacion delegacion, Bitacora bitacora)
{
    public async Task<Resultado<string>> EmpezarAsync(string? clave, CancellationToken ct)
    {
        if (clave is null || !(await delegacion.ClavesAsync(ct)).Contains(clave))
        {
            return new NoExiste();
        }

        bitacora.Asentar(new PerfilMirado(actual.Vigente!.Id, clave));
        return await PonerAsync(clave, ct) ? clave : SuspenderCuentaHandler.AlMismoTiempo;
    }

    public Task TerminarAsync(CancellationToken ct) => PonerAsync(null, ct);

    private async Task<bool> PonerAsync(string? clave, CancellationToken ct)
    {
        var id = actual.Vigente!.Id;
        var abierta = await db.SesionesAbiertas.SingleAsync(s => s.Id == id, ct);
        abierta.VerComo = clave;
        return await db.IntentarGuardarAsync(ct);
    }
}
