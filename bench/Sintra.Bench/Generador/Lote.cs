namespace Sintra.Bench.Generador;

/// <summary>Rows of some hundreds of files, on their way to the engine; the lines of the log apart, for they are chained in order.</summary>
internal abstract class Lote(IReadOnlyDictionary<Type, TablaDeEntidad> tablas)
{
    public int Numero { get; set; }

    public int Fichas { get; set; }

    public List<Asiento> Asientos { get; } = [];

    /// <exception cref="NotSupportedException">The use case writes to a table that is not among those prepared.</exception>
    public void Agregar(object entidad) => Agregar(
        tablas.GetValueOrDefault(entidad.GetType()) ?? throw new NotSupportedException($"The use case wrote a {entidad.GetType().Name}: add it to {nameof(TablaDeEntidad)}."), entidad);

    public virtual void Vaciar()
    {
        Fichas = 0;
        Asientos.Clear();
    }

    protected abstract void Agregar(TablaDeEntidad tabla, object entidad);
}

/// <summary>An engine that takes rows by the thousand. Its tables must be empty of files; what it takes away to be quick it puts back at the end.</summary>
internal interface IDestino : IAsyncDisposable
{
    Lote NuevoLote();

    Task AbrirAsync(CancellationToken ct);

    Task EscribirAsync(Lote lote, CancellationToken ct);

    /// <summary>Keys, indexes and references again, all checked; statistics taken.</summary>
    Task CerrarAsync(CancellationToken ct);

    Task<Tamanos> MedirAsync(CancellationToken ct);
}

/// <param name="Bytes">Of the whole database on disk.</param>
internal sealed record Tamanos(long Bytes, IReadOnlyList<Tamano> Tablas);

/// <summary>Bytes on disk; null where the engine keeps no account by table.</summary>
internal sealed record Tamano(string Tabla, long Filas, long? Datos = null, long? Indices = null);
