using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Sintra.Comun.Bitacora;

/// <param name="Puntos">File of signed heads to compare with, best the copy kept elsewhere; null for this installation's own.</param>
public sealed record VerificarBitacora(string? Puntos = null);

/// <summary>The first place where the log is not what was written.</summary>
/// <param name="Carril">Null when the fault is in the file of signed heads.</param>
/// <param name="Posicion">Position in the lane, or line of the file.</param>
public sealed record RoturaDeBitacora(int? Carril, long Posicion, string Motivo)
{
    public override string ToString() => Carril is { } carril ? $"carril {carril}, posición {Posicion}: {Motivo}" : $"renglón {Posicion}: {Motivo}";
}

/// <param name="Asientos">Lines read.</param>
/// <param name="Puntos">Signed heads compared.</param>
/// <param name="PuntosAusentes">
/// Signed heads the log tells of that are not in the file, without that being a fault: another node's (PostgreSQL), or newer than the copy.
/// </param>
public sealed record VerificacionDeBitacora(bool Ok, long Asientos, int Carriles, int Puntos, int PuntosAusentes, RoturaDeBitacora? Roto);

/// <summary>
/// Reads the whole log, lane by lane, and makes every MAC again: an edited, deleted, swapped or moved line is found by the chain;
/// a tail cut off or a lane dropped, by the heads signed and kept outside the database.
/// </summary>
public sealed class VerificarBitacoraHandler(IServiceScopeFactory alcances, Llavero llavero, DirectorioDeDatos directorio)
{
    private const int ALaVez = 2;

    public async Task<VerificacionDeBitacora> EjecutarAsync(VerificarBitacora orden, CancellationToken ct)
    {
        var ruta = orden.Puntos ?? directorio.PuntosDeControl;
        var esCopia = orden.Puntos is not null;
        Task<long> EnteroAsync() => esCopia ? Task.FromResult(long.MaxValue) : ArchivoDePuntos.MedirAsync(ruta, ct);

        // The file first: what it saw was already stored, so the log read afterwards must hold it.
        using var puntos = new PuntosLeidos(ruta, llavero);
        puntos.Seguir(await EnteroAsync());
        int[] carriles;
        bool esDeUnNodo;
        await using (var alcance = alcances.CreateAsyncScope())
        {
            var db = alcance.ServiceProvider.GetRequiredService<SintraDb>();
            carriles = [.. (await db.CabezasAsync(ct)).Select(c => c.Carril)];
            esDeUnNodo = db is SintraDbSqlite;
        }

        var partes = new ConcurrentBag<Parte>();
        await Parallel.ForEachAsync(
            carriles.Union(puntos.Carriles),
            new ParallelOptions { MaxDegreeOfParallelism = ALaVez, CancellationToken = ct },
            async (carril, ct) => partes.Add(await RecorrerAsync(carril, puntos, ct)));

        // And once more: what was told of meanwhile was signed meanwhile.
        puntos.Seguir(await EnteroAsync());
        var cotejo = new CotejoDePuntos(puntos, esDeUnNodo, esCopia);
        foreach (var contado in partes.SelectMany(p => p.Contados).OrderBy(c => c.Carril).ThenBy(c => c.N))
        {
            cotejo.Ver(contado);
        }

        var roto = partes.Where(p => p.Roto is not null).MinBy(p => p.Roto!.Carril)?.Roto ?? puntos.Roto ?? cotejo.Roto;
        return new(roto is null, partes.Sum(p => p.Asientos), partes.Count(p => p.Asientos > 0), puntos.Cuantos, cotejo.Ausentes, roto);
    }

    private async Task<Parte> RecorrerAsync(int carril, PuntosLeidos puntos, CancellationToken ct)
    {
        var llave = llavero.Vigente(UsoDeLlave.Bitacora).Material;
        var vistas = puntos.De(carril);
        var parte = new Parte();
        var anterior = Cabeza.Origen;
        RoturaDeBitacora Rotura(long posicion, string motivo) => new(carril, posicion, motivo);

        await using var alcance = alcances.CreateAsyncScope();
        var db = alcance.ServiceProvider.GetRequiredService<SintraDb>();
        var lineas = db.Asientos.AsNoTracking().Where(a => a.Carril == carril).OrderBy(a => a.N).AsAsyncEnumerable().GetAsyncEnumerator(ct);
        await using (lineas)
        {
            while (await SiguienteAsync(lineas) is { } hay)
            {
                if (!hay)
                {
                    return puntos.HastaDonde(carril) is var hasta && hasta > anterior.N
                        ? parte with { Roto = Rotura(anterior.N + 1, $"falta; un punto de control firmado la vio (llegaba a la {hasta})") }
                        : parte;
                }

                var asiento = lineas.Current;
                parte.Asientos++;
                if (asiento.N != anterior.N + 1)
                {
                    return parte with { Roto = Rotura(anterior.N + 1, "falta o cambió de lugar") };
                }

                if (!Cadena.Corresponde(llave, anterior.Mac, asiento))
                {
                    return parte with { Roto = Rotura(asiento.N, "el contenido o el orden cambió") };
                }

                if (vistas.TryGetValue(asiento.N, out var vista) && !vista.AsSpan().SequenceEqual(asiento.Mac))
                {
                    return parte with { Roto = Rotura(asiento.N, "no es la que vio un punto de control firmado") };
                }

                if (asiento.Suceso == nameof(PuntoDeControlFirmado))
                {
                    parte.Contados.Add(new(carril, asiento.N, JsonSerializer.Deserialize<PuntoDeControlFirmado>(asiento.Datos, Bitacora.Formato)!));
                }

                anterior = new(asiento.N, asiento.Mac);
            }
        }

        return parte with { Roto = Rotura(anterior.N + 1, "el contenido cambió y ya no se puede leer") };
    }

    // Null: the next line holds something that is not even of its type.
    private static async Task<bool?> SiguienteAsync(IAsyncEnumerator<Asiento> lineas)
    {
        try
        {
            return await lineas.MoveNextAsync();
        }
        catch (Exception e) when (Cadena.EsIlegible(e))
        {
            return null;
        }
    }

    private sealed record Parte
    {
        public long Asientos { get; set; }

        public List<PuntoContado> Contados { get; } = [];

        public RoturaDeBitacora? Roto { get; init; }
    }
}
