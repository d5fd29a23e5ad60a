using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Diccionario;

/// <summary>What a proposal asks of the dictionary.</summary>
public enum ClaseDePropuesta
{
    Variable,
    Opcion,
    Redaccion,
    Retiro,
}

/// <summary>What the meeting that evaluates the dictionary resolved.</summary>
public enum DecisionDePropuesta
{
    Adoptada,
    Rechazada,

    /// <summary>Left for another meeting: it is decided again there.</summary>
    Aplazada,
}

/// <summary>A change of the dictionary that an institution proposes to the meetings of periodic evaluation. Its words are about the dictionary, never about a person.</summary>
public sealed class PropuestaDeDiccionario
{
    public const int LargoDeTexto = 1000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>From 1: what people call it by at the meeting.</summary>
    public required int Numero { get; init; }

    public required ClaseDePropuesta Clase { get; init; }

    /// <summary>Key of the variable, or of the catalogue or option (<c>sexo</c>, <c>sexo/M</c>); null for what does not exist yet.</summary>
    [DatoPublico] public required string? Elemento { get; init; }

    [DatoPublico] public required string Texto { get; init; }
    [DatoPublico] public required string Razon { get; init; }

    /// <summary>Sigla of who proposes.</summary>
    [DatoPublico] public required string Institucion { get; init; }
    public required CuentaId PropuestaPor { get; init; }
    public required DateTime PropuestaEn { get; init; }

    /// <summary>Null while no meeting has seen it.</summary>
    public DecisionDePropuesta? Decision { get; set; }

    [DatoPublico] public string? Opinion { get; set; }
    [DatoPublico] public string? RazonDeDecision { get; set; }
    public CuentaId? DecididaPor { get; set; }
    public DateTime? DecididaEn { get; set; }

    /// <summary>Number of the version of the dictionary that adopted it; null until it is published.</summary>
    public int? VersionQueAdopta { get; set; }

    public Guid Version { get; set; } = Guid.CreateVersion7();

    /// <summary>Nothing is left to resolve: rejected, or adopted in a version.</summary>
    public bool Resuelta => Decision is DecisionDePropuesta.Rechazada || VersionQueAdopta is not null;
}

public static class ConsultasDePropuestas
{
    extension(SintraDb db)
    {
        public DbSet<PropuestaDeDiccionario> PropuestasDeDiccionario => db.Set<PropuestaDeDiccionario>();
    }
}

internal sealed class MapaDePropuestaDeDiccionario : IEntityTypeConfiguration<PropuestaDeDiccionario>
{
    public void Configure(EntityTypeBuilder<PropuestaDeDiccionario> builder)
    {
        builder.ToTable("propuesta_de_diccionario");
        builder.Ignore(p => p.Resuelta);
        builder.Property(p => p.Elemento).HasMaxLength(100);
        builder.Property(p => p.Institucion).HasMaxLength(40);
        builder.Property(p => p.Texto).HasMaxLength(PropuestaDeDiccionario.LargoDeTexto);
        builder.Property(p => p.Razon).HasMaxLength(PropuestaDeDiccionario.LargoDeTexto);
        builder.Property(p => p.Opinion).HasMaxLength(PropuestaDeDiccionario.LargoDeTexto);
        builder.Property(p => p.RazonDeDecision).HasMaxLength(PropuestaDeDiccionario.LargoDeTexto);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.Numero).IsUnique();
        builder.HasOne<VersionDeDiccionario>().WithMany().HasForeignKey(p => p.VersionQueAdopta).OnDelete(DeleteBehavior.Restrict);
    }
}
