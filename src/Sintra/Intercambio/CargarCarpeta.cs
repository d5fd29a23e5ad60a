using Sintra.Cuentas;

namespace Sintra.Intercambio;

/// <summary>Loads the files of a folder whose kind is known, in the name of the session's institution.</summary>
public sealed record CargarCarpeta(string Carpeta);

/// <summary>What a load did.</summary>
/// <param name="Cargados">Rows loaded, by what they are counted as; every known kind is there.</param>
/// <param name="YaExistentes">Rows that an earlier load had brought.</param>
/// <param name="ArchivosDesconocidos">Whatever else is in the folder, left alone; a folder's name ends in «/».</param>
/// <param name="Fallas">Of a file with faults nothing was loaded.</param>
public sealed record CarpetaCargada(
    IReadOnlyDictionary<string, int> Cargados,
    int YaExistentes,
    IReadOnlyList<string> ArchivosDesconocidos,
    IReadOnlyList<FallaDeCarga> Fallas);

public sealed record ArchivoCargado([property: DatoPublico] string Archivo, int Nuevos, int YaExistentes) : ISuceso;

public sealed class CargarCarpetaHandler
{
    private readonly SintraDb _db;
    private readonly ClaseDeArchivo[] _clases;
    private readonly CargadorDeArchivo _cargador;
    private readonly PuedeCargarHandler _puede;

    internal CargarCarpetaHandler(SintraDb db, IEnumerable<ClaseDeArchivo> clases, CargadorDeArchivo cargador, PuedeCargarHandler puede) =>
        (_db, _clases, _cargador, _puede) = (db, [.. clases], cargador, puede);

    public async Task<Resultado<CarpetaCargada>> EjecutarAsync(CargarCarpeta orden, CancellationToken ct)
    {
        if (await _puede.FaltaAsync(ct) is { } falta)
        {
            return new Falla(null, falta.Vencio is { } vencio
                ? $"El convenio de la institución venció el {vencio:dd/MM/yyyy}: registre su renovación en «Instituciones y convenios» antes de cargar."
                : "La institución no tiene un convenio vigente ni está exenta por ley: regístrelo en «Instituciones y convenios» antes de cargar.");
        }

        if (!Directory.Exists(orden.Carpeta))
        {
            return new Falla(nameof(orden.Carpeta), "No existe esa carpeta.");
        }

        var archivos = Directory.EnumerateFiles(orden.Carpeta).ToDictionary(ruta => Path.GetFileName(ruta), StringComparer.Ordinal);
        var carpetas = Directory.EnumerateDirectories(orden.Carpeta).Select(ruta => $"{Path.GetFileName(ruta)}/");

        var cargados = _clases.ToDictionary(c => c.Cuenta, _ => 0);
        var existentes = 0;
        var fallas = new List<FallaDeCarga>();
        var fallidos = new HashSet<string>();

        foreach (var clase in EnOrden([.. _clases]).Where(c => archivos.ContainsKey(c.Archivo)))
        {
            // Its rows would each be told to lack what stands in a file that was refused as a whole.
            var hecho = clase.DependeDe.FirstOrDefault(fallidos.Contains) is { } previo
                ? new ResultadoDeArchivo([new(clase.Archivo, 0, null, $"No se cargó porque depende de {previo}: corrija antes ese archivo.")])
                : await _cargador.CargarAsync(clase, archivos[clase.Archivo], ct);
            _db.ChangeTracker.Clear();

            if (hecho.Fallas.Count > 0)
            {
                fallidos.Add(clase.Archivo);
                fallas.AddRange(hecho.Fallas);
                continue;
            }

            cargados[clase.Cuenta] += hecho.Nuevos;
            existentes += hecho.YaExistentes;
        }

        return new CarpetaCargada(
            cargados,
            existentes,
            [.. archivos.Keys.Except(_clases.Select(c => c.Archivo)).Concat(carpetas).Order(StringComparer.Ordinal)],
            fallas);
    }

    // By what each needs before it, whatever the names sort like.
    private static IEnumerable<ClaseDeArchivo> EnOrden(List<ClaseDeArchivo> clases)
    {
        var puestas = new HashSet<string>();
        while (clases.Count > 0)
        {
            var siguiente = clases.First(c => c.DependeDe.All(puestas.Contains));
            clases.Remove(siguiente);
            puestas.Add(siguiente.Archivo);
            yield return siguiente;
        }
    }
}
