using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Expedientes;

/// <summary>States of a file (catalogue <c>estado_expediente</c>); what may follow what is data: <c>transiciones_expediente.csv</c>.</summary>
public enum EstadoDeExpediente
{
    Borrador,
    EnRevision,
    ConObservaciones,
    Registrado,
    EnSeguimiento,
    Cerrado,
    Reabierto,
    Anulado,
    Bloqueado,
}

/// <summary>
/// One victim (or group) in one event, held by an institution. Its answers stand in <see cref="Seccion"/>; the columns of
/// <see cref="Filtros"/> repeat what lists and searches ask for, derived in the same transaction.
/// </summary>
public sealed class Expediente
{
    public ExpedienteId Id { get; private init; } = ExpedienteId.Nuevo();

    public required HechoId Hecho { get; init; }

    /// <summary><c>2026-7K3QZD-8</c>; null while a draft.</summary>
    [DatoPublico] public string? Folio { get; set; }

    /// <summary>Institution that registers, whose file it is and under which it is counted (key in the catalogue).</summary>
    [DatoPublico] public required string Institucion { get; init; }

    /// <summary>Institution that captured it in the name of <see cref="Institucion"/>; null when that one did itself.</summary>
    [DatoPublico] public string? InstitucionQueCaptura { get; init; }

    /// <summary>INEGI code of the institution's state; null for federal ones.</summary>
    [DatoPublico] public string? EntidadQueRegistra { get; init; }

    /// <summary>The institution's own number of the file or person; what makes a second load add nothing.</summary>
    [DatoPublico] public string? NumeroDeOrigen { get; set; }

    public EstadoDeExpediente Estado { get; set; } = EstadoDeExpediente.Borrador;

    /// <summary>Who captures; a draft is theirs alone.</summary>
    public required CuentaId CapturadoPor { get; init; }

    public required DateTime CreadoEn { get; init; }

    public DateTime? RegistradoEn { get; set; }

    /// <summary>Of a draft: when its author was told that it expires; null while nobody has.</summary>
    public DateTime? CaducidadAvisadaEn { get; set; }

    /// <summary>An earlier file of the same person, whom this institution attends again; null when none is known to it.</summary>
    public ExpedienteId? EpisodioAnterior { get; init; }

    /// <summary>Since when what it says of a person has not been compared with other files; null when it has.</summary>
    public DateTime? PorCompararDesde { get; set; }

    /// <summary>Changes with every write to the file: two people saving at once, one is told.</summary>
    public Guid Version { get; set; } = Uuid.Nuevo();

    public required FiltrosDeExpediente Filtros { get; set; }

    /// <summary>The calendar day in Mexico on which it was begun: to it «age at registration» refers.</summary>
    public DateOnly DiaDeRegistro(TimeProvider reloj) => DateOnly.FromDateTime(Empezado(reloj));

    /// <summary>When it was begun, by the clock of Mexico.</summary>
    public DateTime Empezado(TimeProvider reloj) => TimeZoneInfo.ConvertTimeFromUtc(CreadoEn, reloj.LocalTimeZone);

    public List<Acceso> Accesos { get; } = [];

    public List<Calidad> Calidades { get; } = [];

    public List<FiltroMultiple> FiltrosMultiples { get; } = [];
}

/// <summary>What lists and searches ask of a file, copied out of its answers. Null where the answer is a state or is missing.</summary>
public sealed class FiltrosDeExpediente
{
    [DatoPublico] public string? NivelIdentificacion { get; set; }
    public int? NumPersonas { get; set; }
    [DatoPublico] public string? Sexo { get; set; }
    public int? EdadMinima { get; set; }
    public int? EdadMaxima { get; set; }
    [DatoPublico] public string? GrupoDeEdad { get; set; }
    [DatoPublico] public string? Mayoria { get; set; }
    [DatoPublico] public string? Calidad { get; set; }
    public DateOnly? DeteccionDesde { get; set; }
    public DateOnly? DeteccionHasta { get; set; }
    [DatoPublico] public string? DeteccionPais { get; set; }
    [DatoPublico] public string? DeteccionEntidad { get; set; }
    [DatoPublico] public string? DeteccionMunicipio { get; set; }
    [DatoPublico] public string? ViaDeteccion { get; set; }
    [DatoPublico] public string? TipoVictima { get; set; }
    [DatoPublico] public string? SituacionMigratoria { get; set; }
    [DatoPublico] public string? Idioma { get; set; }
}

/// <summary>One code of a multi-valued filter (nationalities, forms of exploitation …).</summary>
public sealed class FiltroMultiple
{
    public ExpedienteId Expediente { get; init; }
    [DatoPublico] public required string Variable { get; init; }
    [DatoPublico] public required string Codigo { get; init; }
}

internal sealed class MapaDeExpediente : IEntityTypeConfiguration<Expediente>
{
    public void Configure(EntityTypeBuilder<Expediente> builder)
    {
        builder.ToTable("expediente");
        builder.Property(e => e.Folio).HasMaxLength(13);
        builder.Property(e => e.Institucion).HasMaxLength(40);
        builder.Property(e => e.InstitucionQueCaptura).HasMaxLength(40);
        builder.Property(e => e.EntidadQueRegistra).HasMaxLength(2);
        builder.Property(e => e.NumeroDeOrigen).HasMaxLength(60);
        builder.Property(e => e.Estado).HasConversion<ConversorDeCodigo<EstadoDeExpediente>>().HasMaxLength(20);
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasIndex(e => e.Folio).IsUnique();
        builder.HasIndex(e => new { e.Institucion, e.NumeroDeOrigen }).IsUnique();
        builder.HasIndex(e => new { e.Institucion, e.CreadoEn });
        builder.HasIndex(e => e.PorCompararDesde).HasFilter("por_comparar_desde is not null");
        builder.HasOne<Hecho>().WithMany().HasForeignKey(e => e.Hecho).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Expediente>().WithMany().HasForeignKey(e => e.EpisodioAnterior).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(e => e.Filtros, filtros =>
        {
            foreach (var columna in new[] { "NivelIdentificacion", "Sexo", "GrupoDeEdad", "Mayoria", "Calidad", "DeteccionPais", "DeteccionEntidad", "DeteccionMunicipio", "ViaDeteccion", "TipoVictima", "SituacionMigratoria", "Idioma" })
            {
                filtros.Property<string?>(columna).HasMaxLength(20);
            }
        });
    }
}

internal sealed class MapaDeFiltroMultiple : IEntityTypeConfiguration<FiltroMultiple>
{
    public void Configure(EntityTypeBuilder<FiltroMultiple> builder)
    {
        builder.ToTable("filtro_multiple");
        builder.HasKey(f => new { f.Expediente, f.Variable, f.Codigo });
        builder.Property(f => f.Variable).HasMaxLength(40);
        builder.Property(f => f.Codigo).HasMaxLength(40);
        builder.HasOne<Expediente>().WithMany(e => e.FiltrosMultiples).HasForeignKey(f => f.Expediente).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.Variable, f.Codigo });
    }
}
