namespace Sintra.Cuentas;

/// <summary>
/// Who still needs their account. An account that nobody uses is closed, and every six months the institution confirms those it keeps; one that nobody
/// confirms is closed a month later. (NIST SP 800-53 AC-2; ISO/IEC 27002:2022 5.18.)
/// </summary>
public static class RevisionDeCuentas
{
    /// <summary>Days without use after which an account is suspended.</summary>
    public const int DiasSinUso = 90;

    /// <summary>How long a confirmation lasts.</summary>
    public const int MesesDeConfirmacion = 6;

    /// <summary>Days before it ends during which it is already asked for.</summary>
    public const int DiasDeAviso = 30;

    /// <summary>Days after it ended until the account is suspended.</summary>
    public const int DiasDeGracia = 30;

    /// <summary>When the last confirmation ends.</summary>
    public static DateTime Vence(DateTime creadaEn, DateTime? confirmadaEn) => (confirmadaEn ?? creadaEn).AddMonths(MesesDeConfirmacion);
}
