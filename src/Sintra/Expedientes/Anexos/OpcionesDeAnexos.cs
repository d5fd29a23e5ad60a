namespace Sintra.Expedientes.Anexos;

/// <summary>What becomes of a document when the antivirus does not answer.</summary>
public enum AnteFalla
{
    /// <summary>It is not taken.</summary>
    Cerrado,

    /// <summary>It is taken, marked as not looked at.</summary>
    Abierto,
}

/// <summary>Settings <c>Anexos:…</c> of the installation.</summary>
public sealed record OpcionesDeAnexos
{
    /// <summary>Most that is taken of one document.</summary>
    public const long MaximoDeBytes = MaximoDeMegas * 1024 * 1024;

    /// <summary>The same, as people say it.</summary>
    public const int MaximoDeMegas = 25;

    /// <summary>Where clamd listens: <c>host:port</c>, or the path of a Unix socket. Null: no antivirus looks at documents.</summary>
    public string? ClamAv { get; init; }

    public AnteFalla SiFalla { get; init; } = AnteFalla.Cerrado;

    /// <summary>Seconds after which an antivirus that has not answered does not answer; 1 to 300.</summary>
    public int Segundos { get; init; } = 30;

    /// <exception cref="ConfiguracionException">They cannot be used; says what to set.</exception>
    public OpcionesDeAnexos Comprobadas()
    {
        if (ClamAv is { Length: > 0 } && DireccionDeAntivirus.Leer(ClamAv) is null)
        {
            throw new ConfiguracionException("Anexos__ClamAv no se puede leer. Escriba servidor:puerto (clamav:3310) o la ruta de un socket (/run/clamav/clamd.ctl).");
        }

        return Segundos is >= 1 and <= 300 && Enum.IsDefined(SiFalla)
            ? this with { ClamAv = string.IsNullOrWhiteSpace(ClamAv) ? null : ClamAv.Trim() }
            : throw new ConfiguracionException("Anexos__Segundos va de 1 a 300, y Anexos__SiFalla es «cerrado» o «abierto».");
    }
}
