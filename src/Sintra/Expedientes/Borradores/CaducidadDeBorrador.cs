namespace Sintra.Expedientes;

/// <summary>How long what nobody finishes is kept. The clock is the last key: whoever goes on typing has all of it again.</summary>
public static class CaducidadDeBorrador
{
    /// <summary>Days without a key after which its author is told.</summary>
    public const int DiasDeAviso = 21;

    /// <summary>Days without a key after which it is purged.</summary>
    public const int Dias = 28;

    /// <summary>Days after which it is purged though no notice could be given: the mail was down, or nobody ran the review.</summary>
    public const int DiasSinAviso = 35;

    /// <summary>Whether it is time: told seven days ago, or too old to wait for it.</summary>
    public static bool EsHora(DateTime escrito, DateTime? avisado, DateTime ahora) =>
        escrito.AddDays(Dias) <= ahora && (avisado?.AddDays(Dias - DiasDeAviso) <= ahora || escrito.AddDays(DiasSinAviso) <= ahora);
}
