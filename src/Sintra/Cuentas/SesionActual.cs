namespace Sintra.Cuentas;

/// <summary>A session found alive, with what pages show of its owner.</summary>
/// <param name="Institucion">Name in full; its key stands in <paramref name="Sesion"/>.</param>
/// <param name="Perfil">Name in full.</param>
/// <param name="FaltaSegundoFactor">True while it may do nothing but enrol its second factor.</param>
public sealed record SesionVigente(
    Guid Id,
    string Nombre,
    string Institucion,
    string Perfil,
    bool Privilegiada,
    bool SegundoFactor,
    bool FaltaSegundoFactor,
    DateTime Expira,
    Sesion Sesion)
{
    /// <summary>The account has a passkey in force.</summary>
    public bool TieneLlave { get; init; }

    /// <summary>When its owner last proved to be who they are; null when that does not count.</summary>
    public DateTime? Verificada { get; init; }

    /// <summary>Set while its profile would load data and its institution may not.</summary>
    public FaltaDeConvenio? FaltaConvenio { get; init; }

    /// <summary>True while it may do nothing but read and accept what everybody accepts.</summary>
    public bool FaltanCompromisos { get; init; }

    /// <summary>The profile whose screens it looks at, without data and without sending anything; null: it works as itself.</summary>
    public Perfil? MiraComo { get; init; }
}

/// <summary>Whose work this scope does: a request's account, the system in a verb, or nobody.</summary>
public sealed class SesionActual
{
    private Sesion _sesion = Sesion.Anonima;
    private bool _leida;

    /// <summary>Null when nobody has signed in, and for the system.</summary>
    public SesionVigente? Vigente { get; private set; }

    public Sesion Sesion
    {
        get
        {
            _leida = true;
            return _sesion;
        }
    }

    public void Es(SesionVigente vigente)
    {
        Es(vigente.Sesion);
        Vigente = vigente;
    }

    /// <exception cref="InvalidOperationException">Somebody has already worked in this scope as somebody else.</exception>
    public void Es(Sesion sesion)
    {
        if (_leida)
        {
            throw new InvalidOperationException("The session of this scope was asked for before it was known.");
        }

        _sesion = sesion;
    }
}
