using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sintra.Expedientes;

namespace Sintra.Personas;

/// <summary>What a person said of two files.</summary>
public enum Veredicto
{
    Misma,

    /// <summary>Nobody may join them later without taking this back.</summary>
    Distinta,
    Duda,
}

/// <summary>
/// A verdict on two files: an edge between them, never a merge. Rows are added and taken back, never changed otherwise, so who counted as one
/// person on any past day can be told.
/// </summary>
public sealed class Vinculo
{
    public Guid Id { get; private init; } = Uuid.Nuevo();

    /// <summary>The lesser of the two ids.</summary>
    public required ExpedienteId A { get; init; }
    public required ExpedienteId B { get; init; }
    public required Veredicto Veredicto { get; init; }

    /// <summary>Of being one person, 0 to 1, as the model said when it was decided; null where nobody asked it.</summary>
    public double? Probabilidad { get; init; }

    /// <summary>Level of agreement of each field, <c>{"nombres":0,…}</c>; no values.</summary>
    [DatoPublico] public string? Niveles { get; init; }

    /// <summary>Catalogue <c>motivo_vinculo</c>.</summary>
    [DatoPublico] public required string Motivo { get; init; }
    public required CuentaId DecididoPor { get; init; }
    public required DateTime DecididoEn { get; init; }

    /// <summary>Below «very probable» a second person says so too; until then it joins nobody.</summary>
    public required bool PideOtraPersona { get; init; }
    public CuentaId? ConfirmadoPor { get; set; }
    public DateTime? ConfirmadoEn { get; set; }

    public CuentaId? RevocadoPor { get; set; }
    public DateTime? RevocadoEn { get; set; }
    [DatoPublico] public string? MotivoDeRevocacion { get; set; }

    /// <summary>Says today that both are one person.</summary>
    public bool Une => Veredicto == Veredicto.Misma && RevocadoEn is null && (!PideOtraPersona || ConfirmadoEn is not null);
}

/// <summary>Two files that may be one person, for those who review; the database holds one row of each pair.</summary>
public sealed class Sugerencia
{
    public Guid Id { get; private init; } = Uuid.Nuevo();

    /// <summary>The lesser of the two ids.</summary>
    public required ExpedienteId A { get; init; }
    public required ExpedienteId B { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Probabilidad { get; set; }

    /// <summary>The same without vetoes: what the estimate of distinct persons adds up.</summary>
    public required double SinVeto { get; set; }

    /// <summary>Level of agreement of each field; no values.</summary>
    [DatoPublico] public required string Niveles { get; set; }

    /// <summary>Why it may never be «very probable»; null for nothing.</summary>
    [DatoPublico] public string? Veto { get; set; }

    /// <summary>Model that said so.</summary>
    public required int Modelo { get; set; }
    public required DateTime HechaEn { get; set; }

    /// <summary>When somebody decided; null while it waits.</summary>
    public DateTime? AtendidaEn { get; set; }
}

/// <summary>
/// The person to whom a file counts, of those joined with others: the least file of its group. A file without a row is a person of its own. Made
/// again from the edges in the transaction that changes one.
/// </summary>
public sealed class Pertenencia
{
    public required ExpedienteId Expediente { get; init; }
    public required ExpedienteId Persona { get; set; }

    /// <summary>What is odd about the group (codes of <c>AlarmasDePersona</c>, by commas); null for nothing.</summary>
    [DatoPublico] public string? Alarmas { get; set; }
}

/// <summary>What was learnt from the register, kept: verdicts name the one that spoke for them.</summary>
public sealed class ModeloGuardado
{
    /// <summary>From 1; the greatest is in force. 0 is the one that comes with the program.</summary>
    public required int Numero { get; init; }

    /// <summary>Shares of agreement by field and level; nobody's data.</summary>
    [DatoPublico] public required string Contenido { get; init; }
    public required DateTime AprendidoEn { get; init; }

    /// <summary>Files it was learnt from.</summary>
    public required int Expedientes { get; init; }
}

/// <summary>One row: who changes edges takes it, so that two who join overlapping groups at once do not each miss the other's.</summary>
public sealed class TurnoDeVinculos
{
    public int Id { get; init; } = 1;
    public Guid Version { get; set; } = Uuid.Nuevo();
}

public static class ConsultasDePersonas
{
    extension(SintraDb db)
    {
        public DbSet<Vinculo> Vinculos => db.Set<Vinculo>();
        public DbSet<Sugerencia> Sugerencias => db.Set<Sugerencia>();
        public DbSet<Pertenencia> Pertenencias => db.Set<Pertenencia>();
        public DbSet<ModeloGuardado> ModelosDePersonas => db.Set<ModeloGuardado>();
        public DbSet<SolicitudDeVinculo> SolicitudesDeVinculo => db.Set<SolicitudDeVinculo>();
    }
}

internal sealed class MapaDeVinculo : IEntityTypeConfiguration<Vinculo>
{
    public void Configure(EntityTypeBuilder<Vinculo> builder)
    {
        builder.ToTable("vinculo");
        builder.Ignore(v => v.Une);
        builder.Property(v => v.Motivo).HasMaxLength(20);
        builder.Property(v => v.MotivoDeRevocacion).HasMaxLength(20);
        builder.Property(v => v.Niveles).HasMaxLength(1000);
        builder.Property(v => v.RevocadoEn).IsConcurrencyToken();
        builder.Property(v => v.ConfirmadoEn).IsConcurrencyToken();
        builder.HasOne<Expediente>().WithMany().HasForeignKey(v => v.A).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Expediente>().WithMany().HasForeignKey(v => v.B).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => new { v.A, v.B }).IsUnique().HasFilter("revocado_en is null");
    }
}

internal sealed class MapaDeSugerencia : IEntityTypeConfiguration<Sugerencia>
{
    public void Configure(EntityTypeBuilder<Sugerencia> builder)
    {
        builder.ToTable("sugerencia");
        builder.Property(s => s.Niveles).HasMaxLength(1000);
        builder.Property(s => s.Veto).HasMaxLength(30);
        builder.HasOne<Expediente>().WithMany().HasForeignKey(s => s.A).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Expediente>().WithMany().HasForeignKey(s => s.B).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.A, s.B }).IsUnique();
        builder.HasIndex(s => s.B);
        builder.HasIndex(s => s.Probabilidad).HasFilter("atendida_en is null");
    }
}

internal sealed class MapaDePertenencia : IEntityTypeConfiguration<Pertenencia>
{
    public void Configure(EntityTypeBuilder<Pertenencia> builder)
    {
        builder.ToTable("pertenencia");
        builder.HasKey(p => p.Expediente);
        builder.Property(p => p.Alarmas).HasMaxLength(100);
        builder.HasOne<Expediente>().WithMany().HasForeignKey(p => p.Expediente).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Expediente>().WithMany().HasForeignKey(p => p.Persona).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MapaDeModeloGuardado : IEntityTypeConfiguration<ModeloGuardado>
{
    public void Configure(EntityTypeBuilder<ModeloGuardado> builder)
    {
        builder.ToTable("modelo_de_personas");
        builder.HasKey(m => m.Numero);
        builder.Property(m => m.Numero).ValueGeneratedNever();
    }
}

internal sealed class MapaDeTurnoDeVinculos : IEntityTypeConfiguration<TurnoDeVinculos>
{
    public void Configure(EntityTypeBuilder<TurnoDeVinculos> builder)
    {
        builder.ToTable("turno_de_vinculos");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Version).IsConcurrencyToken();
    }
}
