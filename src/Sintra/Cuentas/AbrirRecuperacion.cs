namespace Sintra.Cuentas;

/// <param name="Oficio">Number of the oficio; needed when identity was checked by it.</param>
public sealed record AbrirRecuperacion(CuentaId Cuenta, ComprobacionDeIdentidad? Comprobacion, string? Oficio);

public sealed record RecuperacionAbierta(Guid Recuperacion, CuentaId De, ComprobacionDeIdentidad Comprobacion) : ISuceso;

/// <summary>First of the two administrators who give back an account whose owner has lost the second factor. Nothing changes yet.</summary>
public sealed class AbrirRecuperacionHandler(
    SintraDb db, Recuperaciones recuperaciones, CambiosDeCredenciales cambios, Sesion sesion, Bitacora bitacora, TimeProvider reloj)
{
    /// <summary>Whether there is such an account within reach, whose profile one may give and take.</summary>
    public async Task<bool> ExisteAsync(CuentaId id, CancellationToken ct) => await (await recuperaciones.RecuperablesAsync(ct)).AnyAsync(c => c.Id == id, ct);

    public async Task<Resultado<Guid>> EjecutarAsync(AbrirRecuperacion orden, CancellationToken ct)
    {
        if (await (await recuperaciones.RecuperablesAsync(ct)).SingleOrDefaultAsync(c => c.Id == orden.Cuenta, ct) is not { } cuenta)
        {
            return new NoExiste();
        }

        if (await ReparoAsync(orden, cuenta, ct) is { } reparo)
        {
            return reparo;
        }

        var ahora = reloj.Ahora;
        var abierta = new RecuperacionDeAcceso
        {
            Cuenta = cuenta.Id,
            AbiertaPor = sesion.Cuenta,
            AbiertaEn = ahora,
            Expira = ahora + RecuperacionDeAcceso.Vigencia,
            Comprobacion = orden.Comprobacion!.Value,
            Oficio = string.IsNullOrWhiteSpace(orden.Oficio) ? null : orden.Oficio.Trim(),
        };
        db.RecuperacionesDeAcceso.Add(abierta);
        bitacora.Asentar(new RecuperacionAbierta(abierta.Id, cuenta.Id, abierta.Comprobacion));
        cambios.Anotar(cuenta, ClaseDeCambio.RecuperacionAbierta);
        await db.SaveChangesAsync(ct);
        await cambios.AvisarAsync(ct);
        return abierta.Id;
    }

    private async Task<Falla?> ReparoAsync(AbrirRecuperacion orden, Cuenta cuenta, CancellationToken ct)
    {
        if (cuenta.Id == sesion.Cuenta)
        {
            return new(null, "No puede recuperar su propia cuenta. Pídalo a otra persona que administre.");
        }

        if (cuenta.Estado != EstadoDeCuenta.Activa)
        {
            return new(null, "La cuenta no está activa: no hay segundo factor que recuperar. Invite de nuevo a la persona.");
        }

        if (orden.Comprobacion is not { } comprobacion || !Enum.IsDefined(comprobacion))
        {
            return new(nameof(orden.Comprobacion), "Elija cómo comprobó la identidad de la persona.");
        }

        var oficio = orden.Oficio?.Trim() ?? "";
        if ((comprobacion == ComprobacionDeIdentidad.Oficio && oficio.Length == 0) || oficio.Length > RecuperacionDeAcceso.LargoDeOficio || oficio.Any(char.IsControl))
        {
            return new(nameof(orden.Oficio), $"Escriba el número del oficio, hasta {RecuperacionDeAcceso.LargoDeOficio} caracteres.");
        }

        return await recuperaciones.Abiertas().AnyAsync(r => r.Cuenta == cuenta.Id, ct)
            ? new(null, "Ya hay una recuperación abierta para esa cuenta. Pida a otra persona que administre que la confirme, o cancélela.")
            : null;
    }
}
