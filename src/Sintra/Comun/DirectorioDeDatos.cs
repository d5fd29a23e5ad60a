namespace Sintra.Comun;

/// <summary>The one folder an installation keeps on its own disk: the embedded database, the keys, the mail it could not send, the signed heads of the log.</summary>
/// <param name="Raiz">Absolute path; <c>--datos DIR</c> or the setting <c>Datos</c>; by default <c>datos/</c> under the working folder.</param>
public sealed record DirectorioDeDatos(string Raiz)
{
    public string Base => Path.Combine(Raiz, "sintra.db");

    /// <summary>File 0600: whoever reads it and the database reads everything.</summary>
    public string Llavero => Path.Combine(Raiz, "llaves", "llavero.json");

    /// <summary>Messages as <c>.eml</c> while no SMTP server is configured.</summary>
    public string Correo => Path.Combine(Raiz, "correo");

    /// <summary>Signed heads of the log's lanes, one a line; to be copied to a place that the database's keeper does not control.</summary>
    public string PuntosDeControl => Path.Combine(Raiz, "bitacora", "puntos-de-control.jsonl");

    /// <summary>Documents on their way in, sealed with keys that are nowhere else; what a crash leaves there nobody can open.</summary>
    public string Transito => Path.Combine(Raiz, "transito");

    /// <summary>Creates the folder (0700 where the system has modes) and returns its absolute form.</summary>
    public static DirectorioDeDatos En(string ruta)
    {
        var raiz = Path.GetFullPath(ruta);
        if (!Directory.Exists(raiz))
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(raiz);
            }
            else
            {
                Directory.CreateDirectory(raiz, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        return new(raiz);
    }
}
