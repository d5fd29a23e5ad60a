namespace Sintra.Personas;

/// <summary>In which session of the training a field's shares are learnt: never in one whose pairs were chosen by that very field.</summary>
[Flags]
internal enum Sesiones
{
    Ninguna = 0,

    /// <summary>Pairs born on one day.</summary>
    MismoDia = 1,

    /// <summary>Pairs of one full name.</summary>
    MismoNombre = 2,

    Ambas = MismoDia | MismoNombre,
}

/// <summary>A field of two records and the levels of their agreement, the closest first.</summary>
internal abstract class CampoComparado
{
    /// <summary>Somebody left it out: says nothing, either way.</summary>
    public const int SinDato = -1;

    public abstract string Clave { get; }

    /// <summary>How many levels there are; the last is disagreement.</summary>
    public abstract int Niveles { get; }

    public virtual Sesiones Sesiones => Sesiones.Ambas;

    /// <summary>Whether agreement, together with others, can single out a person: an alias, an age or a sex cannot.</summary>
    public virtual bool Identifica => false;

    /// <returns>The level, or <see cref="SinDato"/>; the same whichever record comes first.</returns>
    public abstract int Comparar(PersonaComparable a, PersonaComparable b);

    /// <summary>What rarer or commoner values add to an agreement, in bits.</summary>
    public virtual double Rareza(PersonaComparable a, PersonaComparable b, int nivel) => 0;

    /// <summary>What a pair of plain fields has: a value on either side, or nothing to say.</summary>
    protected static int SiAmbos(string? a, string? b, Func<string, string, int> comparar) =>
        string.IsNullOrEmpty(a) || string.IsNullOrEmpty(b) ? SinDato : comparar(a, b);
}
