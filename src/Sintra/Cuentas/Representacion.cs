using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Cuentas;

/// <summary>
/// An institution captures in the name of another: a federation for its organisations, a court through its national body. What it captures is
/// the represented one's. Rows are added and ended, never changed or deleted; renewing is adding another.
/// </summary>
public sealed class Representacion
{
    public const int LargoDeTexto = 1000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Sigla of who types.</summary>
    [DatoPublico] public required string InstitucionQueCaptura { get; init; }

    /// <summary>Sigla of whose files they are.</summary>
    [DatoPublico] public required string Representada { get; init; }

    /// <summary>First day in force.</summary>
    public required DateOnly Desde { get; init; }

    /// <summary>Last day as agreed; null while it holds until somebody ends it.</summary>
    public required DateOnly? Hasta { get; init; }

    /// <summary>Last day as it stands: the agreed one, the eve of its early end, or <see cref="DateOnly.MaxValue"/>. What the rule reads.</summary>
    public DateOnly Fin { get; set; }

    /// <summary>What it rests on and where the signed document is kept.</summary>
    [DatoPublico] public required string Fundamento { get; init; }

    public required DateTime RegistradaEn { get; init; }
    public required CuentaId RegistradaPor { get; init; }

    /// <summary>Null while nobody has ended it before its day.</summary>
    public DateTime? TerminadaEn { get; set; }
    public CuentaId? TerminadaPor { get; set; }
    [DatoPublico] public string? MotivoDeTermino { get; set; }

    public Guid Version { get; set; } = Guid.CreateVersion7();
}

public static class ConsultasDeRepresentaciones
{
    extension(SintraDb db)
    {
        public DbSet<Representacion> Representaciones => db.Set<Representacion>();
    }

    extension(IQueryable<Representacion> representaciones)
    {
        public IQueryable<Representacion> Vigentes(DateOnly hoy) => representaciones.Where(r => r.Desde <= hoy && r.Fin >= hoy);
    }
}

/// <summary>For whom the institution of the session may capture today, besides itself.</summary>
public sealed class RepresentadasHandler(SintraDb db, Sesion sesion, TimeProvider reloj)
{
    /// <returns>Siglas, in order; none for most.</returns>
    public async Task<IReadOnlyList<string>> EjecutarAsync(CancellationToken ct) => await Vigentes.Select(r => r.Representada).Distinct().OrderBy(s => s).ToListAsync(ct);

    /// <summary>Whether what this institution captured for another may still be written by it.</summary>
    public Task<bool> RepresentaAsync(string representada, CancellationToken ct) => Vigentes.AnyAsync(r => r.Representada == representada, ct);

    private IQueryable<Representacion> Vigentes
    {
        get
        {
            var institucion = sesion.Institucion;
            return db.Representaciones.Vigentes(reloj.Hoy).Where(r => r.InstitucionQueCaptura == institucion);
        }
    }
}

internal sealed class MapaDeRepresentacion : IEntityTypeConfiguration<Representacion>
{
    public void Configure(EntityTypeBuilder<Representacion> builder)
    {
        builder.ToTable("representacion");
        builder.Property(r => r.InstitucionQueCaptura).HasMaxLength(40);
        builder.Property(r => r.Representada).HasMaxLength(40);
        builder.Property(r => r.Fundamento).HasMaxLength(Representacion.LargoDeTexto);
        builder.Property(r => r.MotivoDeTermino).HasMaxLength(Representacion.LargoDeTexto);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.InstitucionQueCaptura, r.Representada });
        builder.HasOne<Institucion>().WithMany().HasForeignKey(r => r.InstitucionQueCaptura).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Institucion>().WithMany().HasForeignKey(r => r.Representada).OnDelete(DeleteBehavior.Restrict);
    }
}
