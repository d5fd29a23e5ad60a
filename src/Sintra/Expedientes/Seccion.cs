using System.Diagnostics.CodeAnalysis;
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

    /// <summary>The save that wrote it: rows written together carry the same one.</summary>
    public Guid Version { get; set; } = Uuid.Nuevo();

    public required DateTime EscritaEn { get; set; }

    public required CuentaId EscritaPor { get; set; }

    /// <summary>Why it was written over what it said before (catalogue <c>motivo_de_cambio</c>); null when nobody was asked.</summary>
    [DatoPublico] public string? Motivo { get; set; }

    protected Documento()
    {
    }

    /// <summary>Says what another of the same place said: answers, seals and marks, not who wrote it.</summary>
    internal void DecirComo(Documento otro)
    {
        (Orden, Retirada, Terminada, Diccionario) = (otro.Orden, otro.Retirada, otro.Terminada, otro.Diccionario);
        (Abiertas, Selladas, ClavesSelladas, ClaseDeLlave, VersionDeLlave) = (otro.Abiertas, otro.Selladas, otro.ClavesSelladas, otro.ClaseDeLlave, otro.VersionDeLlave);
    }

    /// <summary>The same, row and seal as they are.</summary>
    [SetsRequiredMembers]
    protected Documento(Documento era)
    {
        (Clave, Fila, Abiertas) = (era.Clave, era.Fila, era.Abiertas);
        (Version, EscritaEn, EscritaPor, Motivo) = (era.Version, era.EscritaEn, era.EscritaPor, era.Motivo);
        DecirComo(era);
    }
}

/// <summary>
/// Answers of a file: a page (row 0), a row of a group of a page, or a row of an entity with a screen of its own (its key is the entity's
/// name, as the dictionary's <c>grupo</c> says it).
/// </summary>
public sealed class Seccion : Documento
{
    public required ExpedienteId Expediente { get; init; }
}

/// <summary>Answers of an event.</summary>
public sealed class SeccionDeHecho : Documento
{
    public required HechoId Hecho { get; init; }
}

/// <summary>What a section said until a later save wrote over it. Rows are added, never changed; the seal is the one it had.</summary>
public sealed class SeccionAnterior : Documento
{
    public required ExpedienteId Expediente { get; init; }

    /// <summary>The save that took its place.</summary>
    public required Guid ReemplazadaPor { get; init; }

    private SeccionAnterior()
    {
    }

    [SetsRequiredMembers]
    public SeccionAnterior(Seccion era, Guid reemplazadaPor) : base(era) => (Expediente, ReemplazadaPor) = (era.Expediente, reemplazadaPor);
}

/// <summary>The same of an event.</summary>
public sealed class SeccionDeHechoAnterior : Documento
{
    public required HechoId Hecho { get; init; }
    public required Guid ReemplazadaPor { get; init; }

    private SeccionDeHechoAnterior()
    {
    }

    [SetsRequiredMembers]
    public SeccionDeHechoAnterior(SeccionDeHecho era, Guid reemplazadaPor) : base(era) => (Hecho, ReemplazadaPor) = (era.Hecho, reemplazadaPor);
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

internal sealed class MapaDeSeccionAnterior : IEntityTypeConfiguration<SeccionAnterior>
{
    public void Configure(EntityTypeBuilder<SeccionAnterior> builder)
    {
        MapaDeDocumento.Configurar(builder, "seccion_anterior", esVigente: false);
        builder.HasKey(s => new { s.Expediente, s.Clave, s.Fila, s.Version });
        builder.HasOne<Expediente>().WithMany().HasForeignKey(s => s.Expediente).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MapaDeSeccionDeHechoAnterior : IEntityTypeConfiguration<SeccionDeHechoAnterior>
{
    public void Configure(EntityTypeBuilder<SeccionDeHechoAnterior> builder)
    {
        MapaDeDocumento.Configurar(builder, "seccion_de_hecho_anterior", esVigente: false);
        builder.HasKey(s => new { s.Hecho, s.Clave, s.Fila, s.Version });
        builder.HasOne<Hecho>().WithMany().HasForeignKey(s => s.Hecho).OnDelete(DeleteBehavior.Restrict);
    }
}

internal static class MapaDeDocumento
{
    /// <param name="esVigente">False for what another has taken the place of, which nobody writes again.</param>
    public static void Configurar<T>(EntityTypeBuilder<T> builder, string tabla, bool esVigente = true) where T : Documento
    {
        builder.HasBaseType((Type?)null);
        builder.ToTable(tabla);
        builder.Property(s => s.Clave).HasMaxLength(40);
        builder.Property(s => s.Fila).ValueGeneratedNever();
        builder.Property(s => s.ClavesSelladas).HasMaxLength(1000);
        builder.Property(s => s.Motivo).HasMaxLength(20);
        builder.Property(s => s.Version).IsConcurrencyToken(esVigente);
    }
}
