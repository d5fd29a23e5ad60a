namespace Sintra.Intercambio;

/// <summary>What a row became.</summary>
internal sealed record DestinoDeCarga(string Tipo, Guid Id, int? Fila = null);

/// <summary>Writes a row already found right, through the use case of the form.</summary>
internal delegate Task<Resultado<DestinoDeCarga>> Escritura(CancellationToken ct);

/// <summary>A kind of file that <see cref="CargarCarpetaHandler"/> knows: its columns, what it needs loaded before, and how its rows are read.</summary>
internal abstract class ClaseDeArchivo
{
    public abstract string Archivo { get; }

    /// <summary>Name under which its rows are counted.</summary>
    public abstract string Cuenta { get; }

    public abstract IReadOnlyList<string> Columnas { get; }

    /// <summary>Files whose rows its rows refer to.</summary>
    public virtual IReadOnlyList<string> DependeDe => [LectorDeHechos.Nombre];

    /// <summary>Column that holds the number of an event that must exist; null when it has none.</summary>
    public virtual string? ColumnaDeHecho => "hecho";

    /// <summary>Column whose values may stand only once, in the file and in the institution's records.</summary>
    public virtual string? ColumnaUnica => null;

    /// <summary>Which of these numbers the institution already uses.</summary>
    public virtual Task<HashSet<string>> OcupadosAsync(IReadOnlyCollection<string> numeros, CancellationToken ct) => Task.FromResult(new HashSet<string>());

    /// <summary>Reads a row, noting in it what is wrong; what is returned is only called when nothing was.</summary>
    public abstract Escritura Leer(Renglon renglon);
}
