using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Expedientes;

/// <summary>
/// The answers of one page (row 0) or of one row of a repeatable group (row 1 and on): clear ones as JSON,
/// identifying ones and free text in one seal.
/// </summary>
public abstract class Documento
{
    /// <summary>Key of the page, or of the group when <see cref="Fila"/> is not 0.</summary>
    [DatoPublico] public required string Clave { get; init; }

    public required int Fila { get; init; }

    /// <summary>JSON of the answers that are not sealed, with their state (see <c>FormatoDeRespuestas</c>).</summary>
    [DatoPublico, JsonConsultable] public required string Abiertas { get; set; }

    /// <summary>JSON of the sealed answers, closed with the owner's key; null when there is none.</summary>
    public byte[]? Selladas { get; set; }

    /// <summary>Keys of the answers in <see cref="Selladas"/>, comma-separated: that there is one is known without opening it.</summary>
    [DatoPublico] public string ClavesSelladas { get; set; } = "";

    /// <summary>Class and version of the data key that closes <see cref="Selladas"/>.</summary>
    public ClaseDeLlave ClaseDeLlave { get; set; }

    public int VersionDeLlave { get; set; }

    /// <summary>Order among the rows of its group.</summary>
    public int Orden { get; set; }

    /// <summary>A row taken out by the user is kept, marked.</summary>
    public bool Retirada { get; set; }

    /// <summary>Version of the dictionary it was written with.</summary>
    public required int Diccionario { get; set; }

    /// <summary>«¿Terminó esta sección?»: yes.</summary>
    public bool Terminada { get; set; }

    public Guid Version { get; set; } = Uuid.Nuevo();

    public required DateTime EscritaEn { get; set; }

    public required CuentaId EscritaPor { get; set; }
}

/// <summary>Answers of a file.</summary>
public sealed class Seccion : Documento
{
    public required ExpedienteId Expediente { get; init; }
}

/// <summary>Answers of an event.</summary>
public sealed class SeccionDeHecho : Documento
{
    public required HechoId Hecho { get; init; }
}

internal sealed class MapaDeSeccion : IEntityTypeConfiguration<Seccion>
{
    public void Configure(EntityTypeBuilder<Seccion> builder)
    {
        MapaDeDocumento.Configurar(builder, "seccion");
        builder.HasKey(s => new { s.Expediente, s.Clave, s.Fila });
        builder.HasOne<Expediente>().WithMany().HasForeignKey(s => s.Expediente).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MapaDeSeccionDeHecho : IEntityTypeConfiguration<SeccionDeHecho>
{
    public void Configure(EntityTypeBuilder<SeccionDeHecho> builder)
    {
        MapaDeDocumento.Configurar(builder, "seccion_de_hecho");
        builder.HasKey(s => new { s.Hecho, s.Clave, s.Fila });
        builder.HasOne<Hecho>().WithMany().HasForeignKey(s => s.Hecho).OnDelete(DeleteBehavior.Restrict);
    }
}

internal static class MapaDeDocumento
{
    public static void Configurar<T>(EntityTypeBuilder<T> builder, string tabla) where T : Documento
    {
        builder.HasBaseType((Type?)null);
        builder.ToTable(tabla);
        builder.Property(s => s.Clave).HasMaxLength(40);
        builder.Property(s => s.Fila).ValueGeneratedNever();
        builder.Property(s => s.ClavesSelladas).HasMaxLength(1000);
        builder.Property(s => s.Version).IsConcurrencyToken();
    }
}
