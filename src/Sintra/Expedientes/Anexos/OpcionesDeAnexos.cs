namespace Sintra.Expedientes.Anexos;

/// <summary>What becomes of a document when the antivirus does not answer.</summary>
public enum SiFalla
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

    public SiFalla SiFalla { get; init; } = SiFalla.Cerrado;

    /// <summary>Seconds after which an antivirus that has not answered does not answer; 1 to 300.</summary>
    public int Segundos { get; init; } = 30;

    /// <summary>Whether whoever set them wrote what can be used.</summary>
    public bool Sirven => Segundos is >= 1 and <= 300 && Enum.IsDefined(SiFalla) && (string.IsNullOrWhiteSpace(ClamAv) || DireccionDeAntivirus.Leer(ClamAv) is not null);
}
