using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Cuentas;

/// <summary>A key of the web framework (antiforgery), as XML whose secret part is closed with the ring. Shared by all nodes.</summary>
public sealed class LlaveDelMarco
{
    [DatoPublico] public required string Id { get; init; }
    [DatoPublico] public required string Xml { get; init; }
}

internal sealed class MapaDeLlaveDelMarco : IEntityTypeConfiguration<LlaveDelMarco>
{
    public void Configure(EntityTypeBuilder<LlaveDelMarco> builder)
    {
        builder.ToTable("llave_del_marco");
        builder.Property(l => l.Id).HasMaxLength(100);
    }
}
