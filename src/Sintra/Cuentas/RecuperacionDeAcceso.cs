using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Cuentas;

/// <summary>How whoever opens a recovery made sure of who asks.</summary>
public enum ComprobacionDeIdentidad
{
    /// <summary>In person, with official identification.</summary>
    EnPersona,

    /// <summary>By an oficio of the person's institution.</summary>
    Oficio,

    /// <summary>By video call, with official identification.</summary>
    Videollamada,
}

public enum EstadoDeRecuperacion
{
    Abierta,
    Confirmada,
    Cancelada,
}

/// <summary>
/// Somebody has lost their second factor. Two administrators give the account back: one says how identity was checked, another confirms within
/// 72 hours. The person hears of it at once, and signing in as always cancels it.
/// </summary>
public sealed class RecuperacionDeAcceso
{
    public static readonly TimeSpan Vigencia = TimeSpan.FromHours(72);
    public const int LargoDeOficio = 60;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required CuentaId Cuenta { get; init; }
    public required CuentaId AbiertaPor { get; init; }
    public required DateTime AbiertaEn { get; init; }
    public required DateTime Expira { get; init; }
    public required ComprobacionDeIdentidad Comprobacion { get; init; }

    /// <summary>Number of the oficio, where there is one.</summary>
    [DatoPersonal] public string? Oficio { get; init; }

    public EstadoDeRecuperacion Estado { get; set; } = EstadoDeRecuperacion.Abierta;

    /// <summary>Who confirmed or cancelled it: an administrator, or the person by signing in.</summary>
    public CuentaId? CerradaPor { get; set; }

    public DateTime? CerradaEn { get; set; }

    internal void Cerrar(EstadoDeRecuperacion estado, CuentaId por, DateTime ahora) => (Estado, CerradaPor, CerradaEn) = (estado, por, ahora);
}

public sealed record RecuperacionCancelada(Guid Recuperacion) : ISuceso;

/// <summary>Recoveries that wait for their second administrator.</summary>
public sealed class Recuperaciones(SintraDb db, CambiosDeCredenciales cambios, Delegacion delegacion, Sesion sesion, Bitacora bitacora, TimeProvider reloj)
{
    public IQueryable<RecuperacionDeAcceso> Abiertas()
    {
        var ahora = reloj.Ahora;
        return db.RecuperacionesDeAcceso.Where(r => r.Estado == EstadoDeRecuperacion.Abierta && r.Expira > ahora);
    }

    /// <summary>Accounts that whoever asks may recover: within reach, of profiles that they may give and take.</summary>
    internal async Task<IQueryable<Cuenta>> RecuperablesAsync(CancellationToken ct)
    {
        var perfiles = await delegacion.ClavesAsync(ct);
        return db.Cuentas.AlAlcanceDe(sesion).Where(c => perfiles.Contains(c.Perfil));
    }

    /// <summary>Who can sign in has lost nothing: goes with the SaveChanges that opens the session.</summary>
    internal async Task CancelarPorEntradaAsync(CuentaId cuenta, CancellationToken ct)
    {
        foreach (var abierta in await Abiertas().Where(r => r.Cuenta == cuenta).ToListAsync(ct))
        {
            Cancelar(abierta, await db.Cuentas.SingleAsync(c => c.Id == cuenta, ct), cuenta);
        }
    }

    internal void Cancelar(RecuperacionDeAcceso abierta, Cuenta cuenta, CuentaId por)
    {
        abierta.Cerrar(EstadoDeRecuperacion.Cancelada, por, reloj.Ahora);
        bitacora.Asentar(new RecuperacionCancelada(abierta.Id), como: por);
        cambios.Anotar(cuenta, ClaseDeCambio.RecuperacionCancelada);
    }
}

public static class ConsultasDeRecuperaciones
{
    extension(SintraDb db)
    {
        public DbSet<RecuperacionDeAcceso> RecuperacionesDeAcceso => db.Set<RecuperacionDeAcceso>();
    }
}

internal sealed class MapaDeRecuperacionDeAcceso : IEntityTypeConfiguration<RecuperacionDeAcceso>
{
    public void Configure(EntityTypeBuilder<RecuperacionDeAcceso> builder)
    {
        builder.ToTable("recuperacion_de_acceso");
        builder.Property(r => r.Oficio).HasMaxLength(RecuperacionDeAcceso.LargoDeOficio);
        // Confirmed and cancelled at once: one of them is told that it came late.
        builder.Property(r => r.Estado).IsConcurrencyToken();
        builder.HasIndex(r => new { r.Cuenta, r.Estado });
        builder.HasIndex(r => new { r.Estado, r.Expira });
        builder.HasOne<Cuenta>().WithMany().HasForeignKey(r => r.Cuenta).OnDelete(DeleteBehavior.Restrict);
    }
}
