using Sintra.Expedientes;

namespace Sintra.Personas;

/// <param name="Modelo">Its number, from 1.</param>
public sealed record ModeloAprendido(int Modelo, int Expedientes) : ISuceso;

/// <summary>
/// Learns from the register itself how people's data agree, without any truth, and keeps what was learnt: from then on files are compared by it. Nothing that
/// was suggested or decided before changes by itself. Opens every file in memory, so it is a verb and no page.
/// </summary>
public sealed class AprenderModeloHandler(SintraDb db, LectorDeFichas lector, Bitacora bitacora, TimeProvider reloj)
{
    private const int Lote = 500;

    // Shares settle long before; beyond it only the memory grows.
    private const int MaximoDeExpedientes = 200_000;

    public async Task<ModeloAprendido> EjecutarAsync(CancellationToken ct)
    {
        var (fichas, ultimo) = (new List<PersonaComparable>(), default(ExpedienteId));
        while (fichas.Count < MaximoDeExpedientes
            && await db.Expedientes.Comparables().Where(e => e.Id > ultimo).OrderBy(e => e.Id).Take(Lote).Select(e => e.Id).ToListAsync(ct) is { Count: > 0 } lote)
        {
            fichas.AddRange((await lector.LeerAsync(lote, ct)).Values);
            ultimo = lote[^1];
        }

        var esquema = EsquemaDePersona.DeSintra;
        var candidatos = Candidatos.De([.. fichas.Select(f => TestigosDePersona.De(f, esquema))], null, [.. fichas.Select(f => f.Huella)]);
        var modelo = Entrenamiento.Entrenar(new Muestra(fichas), esquema, [.. candidatos.Pares.Select(p => (fichas[p.A], fichas[p.B]))], "registro");
        var numero = (await db.ModelosDePersonas.MaxAsync(m => (int?)m.Numero, ct) ?? 0) + 1;
        db.Add(new ModeloGuardado { Numero = numero, Contenido = modelo.Escribir(), AprendidoEn = reloj.Ahora, Expedientes = fichas.Count });
        var aprendido = new ModeloAprendido(numero, fichas.Count);
        bitacora.Asentar(aprendido, como: CuentaId.Sistema);
        await db.SaveChangesAsync(ct);
        return aprendido;
    }
}
