using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sintra.Comun.Correo;

namespace Sintra.Cuentas;

/// <summary>What happened to somebody's credentials, that they should hear of.</summary>
public enum ClaseDeCambio
{
    Password,
    AutenticadorActivado,
    AutenticadorReiniciado,
    CodigosEmitidos,

    /// <summary>A recovery code let somebody in.</summary>
    CodigoGastado,

    LlaveAgregada,
    LlaveRevocada,

    /// <summary>An administrator says that the person has lost their factor; another has yet to confirm it.</summary>
    RecuperacionAbierta,

    RecuperacionCancelada,
    RecuperacionConfirmada,
}

/// <summary>A change of an account's credentials: its owner sees it on their page and has a notice by mail.</summary>
public sealed class CambioDeCredencial
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required CuentaId Cuenta { get; init; }
    public required ClaseDeCambio Clase { get; init; }
    public required DateTime En { get; init; }

    /// <summary>When the mail server took the notice; null while it has not.</summary>
    public DateTime? AvisadoEn { get; set; }
}

/// <summary>Notes changes within the use case's own transaction, and sends their notices once they are known to have happened.</summary>
public sealed class CambiosDeCredenciales(SintraDb db, Cartero cartero, TimeProvider reloj)
{
    /// <summary>After that, a notice tells nothing new.</summary>
    private static readonly TimeSpan Insistencia = TimeSpan.FromDays(3);

    private readonly List<(string Correo, CambioDeCredencial Cambio)> _porAvisar = [];

    /// <summary>Goes with the next SaveChanges.</summary>
    public void Anotar(Cuenta cuenta, ClaseDeCambio clase)
    {
        var cambio = new CambioDeCredencial { Cuenta = cuenta.Id, Clase = clase, En = reloj.Ahora };
        db.CambiosDeCredenciales.Add(cambio);
        _porAvisar.Add((cuenta.Correo, cambio));
    }

    /// <summary>After the commit. A notice that the server does not take is tried again each hour, for three days.</summary>
    public async Task AvisarAsync(CancellationToken ct)
    {
        foreach (var (correo, cambio) in _porAvisar)
        {
            await AvisarAsync(correo, cambio.Id, cambio.Clase, ct);
        }

        _porAvisar.Clear();
    }

    /// <summary>Those that no server took.</summary>
    public async Task AvisarPendientesAsync(CancellationToken ct)
    {
        var (desde, hasta) = (reloj.Ahora - Insistencia, reloj.Ahora.AddMinutes(-5)); // not what another request is sending now
        var pendientes = await (
            from x in db.CambiosDeCredenciales.AsNoTracking()
            join c in db.Cuentas on x.Cuenta equals c.Id
            where x.AvisadoEn == null && x.En > desde && x.En < hasta
            orderby x.En
            select new { c.Correo, x.Id, x.Clase }).Take(100).ToListAsync(ct);
        foreach (var pendiente in pendientes)
        {
            await AvisarAsync(pendiente.Correo, pendiente.Id, pendiente.Clase, ct);
        }
    }

    private async Task AvisarAsync(string correo, Guid id, ClaseDeCambio clase, CancellationToken ct)
    {
        if (await cartero.EnviarAsync(MensajeDeCambio.Para(correo, clase), ct))
        {
            var ahora = (DateTime?)reloj.Ahora;
            await db.CambiosDeCredenciales.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.AvisadoEn, ahora), ct);
        }
    }
}

public static class ConsultasDeCambios
{
    extension(SintraDb db)
    {
        public DbSet<CambioDeCredencial> CambiosDeCredenciales => db.Set<CambioDeCredencial>();
    }
}

internal sealed class MapaDeCambioDeCredencial : IEntityTypeConfiguration<CambioDeCredencial>
{
    public void Configure(EntityTypeBuilder<CambioDeCredencial> builder)
    {
        builder.ToTable("cambio_de_credencial");
        builder.HasIndex(c => new { c.Cuenta, c.En });
        builder.HasIndex(c => new { c.AvisadoEn, c.En });
        builder.HasOne<Cuenta>().WithMany().HasForeignKey(c => c.Cuenta).OnDelete(DeleteBehavior.Restrict);
    }
}
