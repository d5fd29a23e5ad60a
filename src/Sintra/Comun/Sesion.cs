namespace Sintra.Comun;

/// <summary>Which files a profile reaches.</summary>
public enum Alcance
{
    /// <summary>Only what the account itself captured.</summary>
    Propio,

    /// <summary>Files to which the account's institution has access in force.</summary>
    Institucion,

    /// <summary>Files registered in the account's state.</summary>
    Entidad,

    Nacional,
}

/// <summary>How much of an identity a profile may ever see; permissions say when.</summary>
public enum NivelDeIdentidad
{
    SinIdentidad,
    Enmascarada,
    Revelar,
    AltoRiesgo,
}

/// <summary>Who is asking. The core knows nothing of cookies or claims.</summary>
/// <param name="Institucion">Key (sigla) in the catalogue of institutions; empty for nobody.</param>
/// <param name="Entidad">Two-digit INEGI code of the institution's state; null when it is of the whole country.</param>
public sealed record Sesion(
    CuentaId Cuenta,
    string Institucion,
    string? Entidad,
    Alcance Alcance,
    NivelDeIdentidad Nivel,
    IReadOnlySet<Permiso> Permisos)
{
    /// <summary>Nobody: may nothing.</summary>
    public static readonly Sesion Anonima = new(default, "", null, Alcance.Propio, NivelDeIdentidad.SinIdentidad, new HashSet<Permiso>());

    /// <summary>A command-line verb acting for an institution, with every permission except seeing identities.</summary>
    public static Sesion DelSistema(string institucion) => new(
        CuentaId.Sistema,
        institucion,
        null,
        Alcance.Institucion,
        NivelDeIdentidad.SinIdentidad,
        Enum.GetValues<Permiso>().Except([Permiso.IdentidadRevelar, Permiso.AltoRiesgoRevelar, Permiso.IdentidadImprimir]).ToHashSet());

    /// <summary>Which open session of the account asks: what one opens in it ends with it. Null for the system and for nobody.</summary>
    public Guid? Abierta { get; init; }

    /// <summary>Institutions whose place its own has taken (PGR → FGR), however far back: what they may see, it may.</summary>
    public IReadOnlyList<string> Predecesoras { get; init; } = [];

    public bool Puede(Permiso permiso) => Permisos.Contains(permiso);
}
