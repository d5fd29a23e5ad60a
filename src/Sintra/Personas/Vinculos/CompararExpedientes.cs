using System.Text.Json;
using Sintra.Expedientes;

namespace Sintra.Personas;

/// <summary>A file was compared with those that share a token with it, and this many pairs are new to whoever reviews.</summary>
public sealed record ExpedienteComparado(int Candidatos, int Sugerencias, int Modelo) : ISuceso;

/// <param name="Comparados">Files that waited and were compared.</param>
/// <param name="Sugerencias">Pairs that are new to whoever reviews.</param>
/// <param name="SinAbrir">Files whose seals do not open: damaged, or of another installation's keys. They were compared with nobody.</param>
public sealed record ExpedientesComparados(int Comparados, int Sugerencias, int SinAbrir = 0);

/// <summary>
/// Looks for the same person in other files of whatever institution: tokens, then the best candidates opened in memory and compared. Never in the request
/// that saved the file, so that how long saving takes tells nobody whether a person is known elsewhere.
/// </summary>
public sealed class CompararExpedientesHandler(SintraDb db, LectorDeFichas lector, FuenteDeModelo fuente, Sellos sellos, Bitacora bitacora, TimeProvider reloj)
{
    private const int Lote = 50;

    // A common pair of surnames may be thousands; the weights of what they share settle which are opened.
    private const int MaximoDeFilas = 20_000;

    /// <summary>Below it a pair is nobody's to look at.</summary>
    public const double Umbral = 0.5;

    /// <summary>All that waits, oldest first. It may be cut short and run again.</summary>
    public async Task<ExpedientesComparados> EjecutarAsync(CancellationToken ct)
    {
        var (comparados, sugerencias) = (0, 0);
        while (await db.Expedientes.AsNoTracking().Comparables().Where(e => e.PorCompararDesde != null)
            .OrderBy(e => e.PorCompararDesde).ThenBy(e => e.Id).Take(Lote)
            .Select(e => new { e.Id, Desde = e.PorCompararDesde }).ToListAsync(ct) is { Count: > 0 } lote)
        {
            foreach (var pendiente in lote)
            {
                if (await CompararAsync(pendiente.Id, ct) is not { } nuevas)
                {
                    continue; // another node had the same pair: it is looked at again
                }

                sugerencias += nuevas;
                comparados++;

                // One that was written meanwhile keeps waiting.
                await db.Expedientes.Where(e => e.Id == pendiente.Id && e.PorCompararDesde == pendiente.Desde).ExecuteUpdateAsync(e => e.SetProperty(x => x.PorCompararDesde, (DateTime?)null), ct);
            }
        }

        return new(comparados, sugerencias, lector.SinAbrir.Count);
    }

    /// <summary>One file, against all that share a token with it.</summary>
    /// <returns>How many pairs are new; null when somebody else stored one of them first, and nothing was.</returns>
    private async Task<int?> CompararAsync(ExpedienteId id, CancellationToken ct)
    {
        if (!(await lector.LeerAsync([id], ct)).TryGetValue(id, out var suya))
        {
            return 0;
        }

        var candidatos = await CandidatosAsync(id, suya, ct);
        var fichas = await lector.LeerAsync(candidatos, ct);
        var (numero, comparador) = await fuente.VigenteAsync(db, ct);
        var halladas = fichas
            .Select(f => (Otro: f.Key, Comparacion: comparador.Comparar(suya, f.Value)))
            .Where(c => c.Comparacion.SinVeto >= Umbral)
            .ToDictionary(c => c.Otro, c => c.Comparacion);
        var nuevas = await GuardarAsync(id, halladas, numero, comparador, ct);
        if (nuevas > 0)
        {
            bitacora.Asentar(new ExpedienteComparado(candidatos.Count, nuevas, numero), id, como: CuentaId.Sistema);
        }

        var guardado = await db.IntentarGuardarAsync(ct);
        db.ChangeTracker.Clear();
        return guardado ? nuevas : null;
    }

    private async Task<IReadOnlyList<ExpedienteId>> CandidatosAsync(ExpedienteId id, PersonaComparable suya, CancellationToken ct)
    {
        var testigos = TestigosDePersona.De(suya, EsquemaDePersona.DeSintra).SelectMany(t => sellos.Testigos(t.Tipo, t.Valor)).ToList();
        var (llaves, valores) = (testigos.Select(t => t.Llave).Distinct().ToList(), testigos.Select(t => t.Valor).Distinct().ToList());
        var filas = await db.Testigos
            .Where(t => llaves.Contains(t.Llave) && valores.Contains(t.Valor) && t.Expediente != id)
            .OrderBy(t => t.Id).Take(MaximoDeFilas)
            .Select(t => new { t.Expediente, t.Tipo }).ToListAsync(ct);
        return [.. filas
            .GroupBy(f => f.Expediente, f => TestigosDePersona.Peso(f.Tipo))
            .OrderByDescending(g => g.Sum()).ThenBy(g => g.Key)
            .Take(Candidatos.QueSeAbren).Select(g => g.Key)];
    }

    // What was said before of a pair is said anew while it waits; what somebody decided stays as it was decided.
    private async Task<int> GuardarAsync(ExpedienteId id, Dictionary<ExpedienteId, Comparacion> halladas, int modelo, Comparador comparador, CancellationToken ct)
    {
        var anteriores = (await db.Sugerencias.Where(s => s.A == id || s.B == id).ToListAsync(ct)).ToDictionary(s => s.A == id ? s.B : s.A);

        // An institution that was asked about a pair answers it, whatever is said of the pair meanwhile.
        var preguntados = (await db.SolicitudesDeVinculo.Where(s => s.Estado == EstadoDeSolicitud.Turnada && (s.Expediente == id || s.Otro == id))
            .Select(s => new { s.Expediente, s.Otro }).ToListAsync(ct)).Select(s => s.Expediente == id ? s.Otro!.Value : s.Expediente).ToHashSet();
        db.RemoveRange(anteriores.Where(a => a.Value.AtendidaEn is null && !halladas.ContainsKey(a.Key) && !preguntados.Contains(a.Key)).Select(a => a.Value));
        var nuevas = 0;
        foreach (var (otro, comparacion) in halladas)
        {
            if (anteriores.TryGetValue(otro, out var anterior))
            {
                if (anterior.AtendidaEn is null)
                {
                    (anterior.Probabilidad, anterior.SinVeto, anterior.Niveles, anterior.Veto, anterior.Modelo) =
                        (comparacion.Probabilidad, comparacion.SinVeto, Niveles(comparacion, comparador), VetoDe(comparacion), modelo);
                }

                continue;
            }

            var (a, b) = id < otro ? (id, otro) : (otro, id);
            db.Add(new Sugerencia
            {
                A = a,
                B = b,
                Probabilidad = comparacion.Probabilidad,
                SinVeto = comparacion.SinVeto,
                Niveles = Niveles(comparacion, comparador),
                Veto = VetoDe(comparacion),
                Modelo = modelo,
                HechaEn = reloj.Ahora,
            });
            nuevas++;
        }

        return nuevas;
    }

    private static string? VetoDe(Comparacion comparacion) => comparacion.Veto == Veto.Ninguno ? null : comparacion.Veto.Codigo;

    private static string Niveles(Comparacion comparacion, Comparador comparador) =>
        JsonSerializer.Serialize(comparador.Campos.Index().ToDictionary(c => c.Item.Clave, c => (int)comparacion.Niveles[c.Index]));
}
