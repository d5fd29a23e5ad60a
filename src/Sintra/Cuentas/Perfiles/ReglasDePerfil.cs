namespace Sintra.Cuentas;

/// <summary>What makes a profile coherent, whoever writes it: the seed, an administrator's screen, a test.</summary>
public static class ReglasDePerfil
{
    // A permission that shows identities needs a level that lets it.
    private static readonly Dictionary<Permiso, NivelDeIdentidad> NivelQuePide = new()
    {
        [Permiso.IdentidadRevelar] = NivelDeIdentidad.Revelar,
        [Permiso.IdentidadImprimir] = NivelDeIdentidad.Revelar,
        [Permiso.AltoRiesgoRevelar] = NivelDeIdentidad.AltoRiesgo,
        [Permiso.ExpedienteLeer] = NivelDeIdentidad.Enmascarada,
    };

    // Who governs the country reaches it, and who administers one institution reaches no other: queries go by reach, acts by permission.
    private static readonly Permiso[] DelPais =
        [Permiso.CuentaAdministrarNacional, Permiso.PerfilAdministrar, Permiso.InstitucionAdministrar, Permiso.DiccionarioPublicar, Permiso.ClienteApiAdministrar];

    /// <summary>Why these permissions may not stand together at that level, each tied to the field to correct; empty when they may.</summary>
    public static IEnumerable<Falla> Fallas(IReadOnlySet<Permiso> permisos, Alcance alcance, NivelDeIdentidad nivel, CifrasDePerfil cifras)
    {
        if (permisos.Count == 0)
        {
            yield return new(nameof(GuardarPerfil.Permisos), "Elija al menos un permiso.");
        }

        foreach (var incompatible in CatalogoDePermisos.Incompatibles.Where(i => permisos.Contains(i.Uno) && permisos.Contains(i.Otro)))
        {
            yield return new(
                nameof(GuardarPerfil.Permisos),
                $"«{CatalogoDePermisos.EnPalabras(incompatible.Uno)}» y «{CatalogoDePermisos.EnPalabras(incompatible.Otro)}» no van en el mismo perfil: {incompatible.EnPalabras()}.");
        }

        foreach (var (permiso, pedido) in NivelQuePide.Where(n => permisos.Contains(n.Key) && nivel < n.Value))
        {
            yield return new(nameof(GuardarPerfil.Nivel), $"«{CatalogoDePermisos.EnPalabras(permiso)}» pide un nivel de identidad mayor. Suba el nivel o quite el permiso.");
        }

        foreach (var permiso in DelPais.Where(p => permisos.Contains(p) && alcance != Alcance.Nacional))
        {
            yield return new(nameof(GuardarPerfil.Alcance), $"«{CatalogoDePermisos.EnPalabras(permiso)}» es de todo el país: elija ese alcance o quite el permiso.");
        }

        if (permisos.Contains(Permiso.CuentaAdministrar) && alcance != Alcance.Institucion)
        {
            yield return new(nameof(GuardarPerfil.Alcance), $"«{CatalogoDePermisos.EnPalabras(Permiso.CuentaAdministrar)}» alcanza a una institución: elija ese alcance o quite el permiso.");
        }

        if (permisos.Contains(Permiso.CifrasExactas) != (cifras == CifrasDePerfil.Exacto))
        {
            yield return new(nameof(GuardarPerfil.Cifras), "Las cifras exactas y su permiso van juntos: elija los dos o ninguno.");
        }
    }

    /// <summary>
    /// Whether one profile gives nothing that the other has not: no permission, no wider reach, no more identity, no sharper figures.
    /// </summary>
    public static bool NoEstaPorEncima(this Perfil perfil, IReadOnlySet<Permiso> susPermisos, Perfil propio, IReadOnlySet<Permiso> misPermisos) =>
        perfil.Alcance <= propio.Alcance
        && perfil.Nivel <= propio.Nivel
        && Detalle(perfil.Cifras) <= Detalle(propio.Cifras)
        && susPermisos.IsSubsetOf(misPermisos);

    // From what anybody may read to what nobody protects.
    private static int Detalle(CifrasDePerfil cifras) => cifras switch
    {
        CifrasDePerfil.Publico => 0,
        CifrasDePerfil.Interinstitucional => 1,
        CifrasDePerfil.Propio => 2,
        _ => 3,
    };
}
