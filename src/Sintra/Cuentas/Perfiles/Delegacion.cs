using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sintra.Cuentas;

/// <summary>
/// Leave of the national administration for one institution's administrators to give a profile within it: they do not hold it themselves, so nobody
/// but the nation can hand them that power.
/// </summary>
public sealed class PerfilDelegado
{
    [DatoPublico] public required string Institucion { get; init; }
    [DatoPublico] public required string Perfil { get; init; }
    public required DateTime DelegadoEn { get; init; }
    public required CuentaId DelegadoPor { get; init; }
}

/// <summary>
/// Which profiles somebody may give, and whose accounts they may therefore invite, change, suspend or recover. With
/// <see cref="Permiso.CuentaAdministrarNacional"/>, any that people hold. With <see cref="Permiso.CuentaAdministrar"/>, within the own institution and
/// never of a wider reach than one's own: those that are not above one's own profile, and those that the nation delegated to the institution by name.
/// What governs the system itself is never delegated.
/// </summary>
public sealed class Delegacion(SintraDb db, Sesion sesion)
{
    // Whoever holds one of these answers for the whole country.
    private static readonly List<Permiso> Indelegables =
    [
        Permiso.CuentaAdministrarNacional, Permiso.PerfilAdministrar, Permiso.InstitucionAdministrar, Permiso.DiccionarioPublicar, Permiso.ClienteApiAdministrar,
        Permiso.BitacoraLeer, Permiso.BitacoraVerificar, Permiso.VinculoRevisar, Permiso.VinculoConfirmar, Permiso.PublicacionAprobar,
        Permiso.ConservacionAdministrar, Permiso.ArcoEjecutar, Permiso.TrabajosAdministrar,
    ];

    /// <summary>By name. Retired profiles are given to nobody.</summary>
    public async Task<IReadOnlyList<Perfil>> OfrecidosAsync(CancellationToken ct)
    {
        var (nacional, institucional) = (sesion.Puede(Permiso.CuentaAdministrarNacional), sesion.Puede(Permiso.CuentaAdministrar));
        if (!nacional && !institucional)
        {
            return [];
        }

        var perfiles = await db.Perfiles.AsNoTracking().Where(p => p.Clave != Perfil.ClienteApi && p.RetiradoEn == null).OrderBy(p => p.Nombre).ToListAsync(ct);
        if (nacional)
        {
            return perfiles;
        }

        var permisos = (await db.PermisosDePerfil.AsNoTracking().ToListAsync(ct)).ToLookup(p => p.Perfil, p => p.Permiso);
        var delegados = await db.Set<PerfilDelegado>().Where(d => d.Institucion == sesion.Institucion).Select(d => d.Perfil).ToHashSetAsync(ct);
        var propio = await db.Cuentas.Where(c => c.Id == sesion.Cuenta).Join(db.Perfiles, c => c.Perfil, p => p.Clave, (_, p) => p).AsNoTracking().SingleOrDefaultAsync(ct);
        return [.. perfiles.Where(p => SePuedeDar(p, [.. permisos[p.Clave]], delegados, propio))];
    }

    public async Task<HashSet<string>> ClavesAsync(CancellationToken ct) => [.. (await OfrecidosAsync(ct)).Select(p => p.Clave)];

    /// <summary>
    /// Profiles whose accounts whoever asks may shut out. Taking power away gives none: within the own institution it needs no delegation, so that a
    /// lost telephone waits for nobody; only who governs the system or reaches further is not theirs to touch.
    /// </summary>
    public async Task<HashSet<string>> SuspendiblesAsync(CancellationToken ct)
    {
        var claves = await ClavesAsync(ct);
        if (sesion.Puede(Permiso.CuentaAdministrar))
        {
            var mayores = await db.PermisosDePerfil.Where(p => Indelegables.Contains(p.Permiso)).Select(p => p.Perfil).ToHashSetAsync(ct);
            claves.UnionWith((await db.Perfiles.AsNoTracking().ToListAsync(ct)).Where(p => p.Alcance <= sesion.Alcance && !mayores.Contains(p.Clave)).Select(p => p.Clave));
        }

        return claves;
    }

    /// <summary>Whether the nation may delegate it: in use, not wider than an institution, and nothing that governs the system.</summary>
    public static bool EsDelegable(Perfil perfil, IEnumerable<Permiso> permisos) =>
        perfil is { RetiradoEn: null, Alcance: <= Alcance.Institucion } && perfil.Clave != Perfil.ClienteApi
        && !permisos.Any(Indelegables.Contains);

    private bool SePuedeDar(Perfil perfil, HashSet<Permiso> susPermisos, HashSet<string> delegados, Perfil? propio) =>
        perfil.Alcance <= sesion.Alcance
        && !susPermisos.Overlaps(Indelegables)
        && (delegados.Contains(perfil.Clave) || (propio is not null && perfil.NoEstaPorEncima(susPermisos, propio, sesion.Permisos)));
}

internal sealed class MapaDePerfilDelegado : IEntityTypeConfiguration<PerfilDelegado>
{
    public void Configure(EntityTypeBuilder<PerfilDelegado> builder)
    {
        builder.ToTable("perfil_delegado");
        builder.HasKey(d => new { d.Institucion, d.Perfil });
        builder.Property(d => d.Institucion).HasMaxLength(40);
        builder.Property(d => d.Perfil).HasMaxLength(40);
        builder.HasOne<Institucion>().WithMany().HasForeignKey(d => d.Institucion).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Perfil>().WithMany().HasForeignKey(d => d.Perfil).OnDelete(DeleteBehavior.Restrict);
    }
}
