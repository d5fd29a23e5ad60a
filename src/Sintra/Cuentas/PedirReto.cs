namespace Sintra.Cuentas;

/// <param name="Secreto">For a cookie of its own; the answer comes with it.</param>
/// <param name="Opciones">JSON for the browser.</param>
public sealed record RetoPedido(SecretoOpaco Secreto, string Opciones)
{
    public override string ToString() => nameof(RetoPedido);
}

/// <summary>Makes the challenge that a passkey signs, to sign in, to prove the factor again, or to be registered.</summary>
public sealed class PedirRetoHandler(SintraDb db, Retos retos, IVerificadorDeLlaves verificador, Sesion sesion)
{
    public async Task<RetoPedido> ParaEntrarAsync(CancellationToken ct) =>
        await PedirAsync(UsoDeReto.Entrar, null, await verificador.PreguntarUsoAsync(null), ct);

    public async Task<RetoPedido> ParaVerificarAsync(CancellationToken ct) =>
        await PedirAsync(UsoDeReto.Verificar, sesion.Abierta, await verificador.PreguntarUsoAsync(await MiaAsync(ct)), ct);

    public async Task<RetoPedido> ParaRegistrarAsync(CancellationToken ct) =>
        await PedirAsync(UsoDeReto.Registrar, sesion.Abierta, await verificador.PreguntarAltaAsync(await MiaAsync(ct)), ct);

    private async Task<RetoPedido> PedirAsync(UsoDeReto uso, Guid? abierta, PreguntaDeLlave pregunta, CancellationToken ct) =>
        new(await retos.GuardarAsync(uso, abierta, pregunta.Estado, ct), pregunta.Opciones);

    private Task<Cuenta> MiaAsync(CancellationToken ct) => db.Cuentas.SingleAsync(c => c.Id == sesion.Cuenta, ct);
}
