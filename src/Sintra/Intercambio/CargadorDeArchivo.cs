using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Intercambio;

/// <param name="Fallas">When there is any, nothing of the file was loaded.</param>
internal sealed record ResultadoDeArchivo(IReadOnlyList<FallaDeCarga> Fallas, int Nuevos = 0, int YaExistentes = 0);

/// <summary>Loads one file: all of it is checked before anything is written, and what is written is one transaction.</summary>
internal sealed class CargadorDeArchivo(SintraDb db, DiccionarioVigente diccionario, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    /// <summary>More faults than this are not told: they have one cause.</summary>
    private const int FallasQueSeDicen = 100;

    private const int Tanda = 500;

    public async Task<ResultadoDeArchivo> CargarAsync(ClaseDeArchivo clase, string ruta, CancellationToken ct)
    {
        IReadOnlyList<RenglonDeCsv> leidos;
        try
        {
            leidos = LectorDeCsv.Leer(await File.ReadAllBytesAsync(ruta, ct));
        }
        catch (CsvIlegibleException causa)
        {
            return new([new(clase.Archivo, causa.Linea, null, causa.Message)]);
        }
        catch (Exception causa) when (causa is IOException or UnauthorizedAccessException)
        {
            return new([new(clase.Archivo, 0, null, "No se pudo leer el archivo: revise sus permisos.")]);
        }

        if (FormaMal(clase, leidos) is { Count: > 0 } mal)
        {
            return new(Recortar(clase, mal));
        }

        var columnas = leidos[0].Campos.Select(c => c.Trim()).ToList();
        var contexto = new ContextoDeCarga(diccionario, sesion.Institucion, reloj.Hoy, await HechosAsync(clase, columnas, leidos, ct));
        var renglones = leidos.Skip(1).Select(r => new Renglon(clase, r, columnas, contexto)).ToList();
        var nuevos = await SoloNuevosAsync(clase, renglones, ct);

        var escrituras = nuevos.Select(r => (Renglon: r, Escribir: clase.Leer(r))).ToList();
        await ExigirUnicosAsync(clase, nuevos, ct);
        if (nuevos.SelectMany(r => r.Fallas).ToList() is { Count: > 0 } fallas)
        {
            return new(Recortar(clase, fallas));
        }

        return await EscribirAsync(clase, escrituras, renglones.Count - nuevos.Count, ct);
    }

    private async Task<ResultadoDeArchivo> EscribirAsync(
        ClaseDeArchivo clase, List<(Renglon Renglon, Escritura Escribir)> escrituras, int existentes, CancellationToken ct)
    {
        if (escrituras.Count == 0)
        {
            return new([], 0, existentes);
        }

        await using var transaccion = await db.Database.BeginTransactionAsync(ct);
        var origenes = new List<OrigenDeCarga>(escrituras.Count);
        foreach (var (renglon, escribir) in escrituras)
        {
            var resultado = await escribir(ct);
            if (!resultado.EsExito)
            {
                await transaccion.RollbackAsync(ct);
                return new([.. renglon.DelCasoDeUso(resultado)]);
            }

            origenes.Add(new()
            {
                Institucion = sesion.Institucion,
                Archivo = clase.Archivo,
                Huella = renglon.Huella,
                Ocurrencia = renglon.Ocurrencia,
                Destino = resultado.Valor!.Tipo,
                DestinoId = resultado.Valor.Id,
                DestinoFila = resultado.Valor.Fila,
                CargadoEn = reloj.Ahora,
            });
            db.ChangeTracker.Clear(); // saved already; what is tracked is looked through again at every save
        }

        db.AddRange(origenes);
        bitacora.Asentar(new ArchivoCargado(clase.Archivo, origenes.Count, existentes));
        await db.SaveChangesAsync(ct);
        await transaccion.CommitAsync(ct);

        return new([], origenes.Count, existentes);
    }

    private static List<FallaDeCarga> FormaMal(ClaseDeArchivo clase, IReadOnlyList<RenglonDeCsv> leidos)
    {
        var encabezado = leidos.Count == 0 ? [] : leidos[0].Campos.Select(c => c.Trim()).ToList();
        if (encabezado.Count != clase.Columnas.Count || clase.Columnas.Except(encabezado).Any())
        {
            return [new(clase.Archivo, 1, null, $"El encabezado debe ser: {string.Join(',', clase.Columnas)}")];
        }

        return [.. leidos.Skip(1)
            .Where(r => r.Campos.Count != encabezado.Count)
            .Select(r => new FallaDeCarga(clase.Archivo, r.Linea, null, $"El renglón tiene {r.Campos.Count} columnas y deben ser {encabezado.Count}."))];
    }

    private async Task<IReadOnlyDictionary<string, HechoId>> HechosAsync(
        ClaseDeArchivo clase, List<string> columnas, IReadOnlyList<RenglonDeCsv> leidos, CancellationToken ct)
    {
        var hechos = new Dictionary<string, HechoId>();
        if (clase.ColumnaDeHecho is not { } columna)
        {
            return hechos;
        }

        foreach (var numeros in leidos.Skip(1).Select(r => r.Campos[columnas.IndexOf(columna)].Trim()).Where(n => n.Length > 0).Distinct().Chunk(Tanda))
        {
            var tanda = await db.Hechos
                .Where(h => h.Institucion == sesion.Institucion && numeros.Contains(h.NumeroDeOrigen))
                .Select(h => new { h.NumeroDeOrigen, h.Id })
                .ToListAsync(ct);
            tanda.ForEach(h => hechos[h.NumeroDeOrigen!] = h.Id);
        }

        return hechos;
    }

    private async Task<List<Renglon>> SoloNuevosAsync(ClaseDeArchivo clase, List<Renglon> renglones, CancellationToken ct)
    {
        foreach (var iguales in renglones.GroupBy(r => Convert.ToHexString(r.Huella)))
        {
            foreach (var (i, renglon) in iguales.Index())
            {
                renglon.Ocurrencia = i + 1;
            }
        }

        var cargados = await db.OrigenesDeCarga
            .Where(o => o.Institucion == sesion.Institucion && o.Archivo == clase.Archivo)
            .Select(o => new { o.Huella, o.Ocurrencia })
            .AsAsyncEnumerable()
            .Select(o => (Convert.ToHexString(o.Huella), o.Ocurrencia))
            .ToHashSetAsync(cancellationToken: ct);

        return [.. renglones.Where(r => !cargados.Contains((Convert.ToHexString(r.Huella), r.Ocurrencia)))];
    }

    private static async Task ExigirUnicosAsync(ClaseDeArchivo clase, List<Renglon> nuevos, CancellationToken ct)
    {
        if (clase.ColumnaUnica is not { } columna)
        {
            return;
        }

        var vistos = new HashSet<string>();
        foreach (var tanda in nuevos.Chunk(Tanda))
        {
            var ocupados = await clase.OcupadosAsync([.. tanda.Select(r => r[columna])], ct);
            foreach (var renglon in tanda)
            {
                if (!vistos.Add(renglon[columna]))
                {
                    renglon.Reprobar(columna, "El número está repetido en el archivo.");
                }
                else if (ocupados.Contains(renglon[columna]))
                {
                    renglon.Reprobar(columna, "Ese número ya está registrado con otros datos: corríjalo en el sistema, o dele otro número.");
                }
            }
        }
    }

    private static List<FallaDeCarga> Recortar(ClaseDeArchivo clase, List<FallaDeCarga> fallas) => fallas.Count <= FallasQueSeDicen
        ? fallas
        : [.. fallas.Take(FallasQueSeDicen), new(clase.Archivo, 0, null, $"Y {fallas.Count - FallasQueSeDicen} fallas más.")];
}
