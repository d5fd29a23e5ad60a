namespace Sintra.Personas;

/// <summary>What is odd about a group of files that count as one person: somebody should look again.</summary>
public enum AlarmaDePersona
{
    /// <summary>More than six files.</summary>
    MuchosExpedientes,

    /// <summary>Two CURPs, each valid.</summary>
    DosCurps,

    /// <summary>Years of birth more than two apart.</summary>
    NacimientosLejanos,

    /// <summary>Women and men.</summary>
    SexosDistintos,
}

/// <summary>
/// Who counts as whom: the connected components of the edges that join today. Made anew from the edges by whoever changes one, in the same transaction,
/// so taking an edge back leaves exactly what there was before it.
/// </summary>
public sealed class Agrupaciones(SintraDb db, LectorDeFichas lector)
{
    private const int MaximoSinAlarma = 6;
    private const int AniosSinAlarma = 2;

    /// <summary>Files that count as one person with this one, itself included, in order.</summary>
    public async Task<IReadOnlyList<ExpedienteId>> DeAsync(ExpedienteId id, CancellationToken ct)
    {
        var persona = await db.Pertenencias.Where(p => p.Expediente == id).Select(p => (ExpedienteId?)p.Persona).SingleOrDefaultAsync(ct);
        return persona is not { } suya ? [id] : [.. (await db.Pertenencias.Where(p => p.Persona == suya).Select(p => p.Expediente).ToListAsync(ct)).Order()];
    }

    /// <summary>Makes anew the groups that an edge touches. Two who change edges at once: one of them is told, and nothing of theirs is stored.</summary>
    /// <param name="cambiado">The edge, as it will be stored.</param>
    public async Task RehacerAsync(Vinculo cambiado, CancellationToken ct)
    {
        await TomarTurnoAsync(ct);
        var miembros = (await DeAsync(cambiado.A, ct)).Union(await DeAsync(cambiado.B, ct)).ToList();
        var aristas = (await db.Vinculos.Where(v => v.Veredicto == Veredicto.Misma && v.RevocadoEn == null && (miembros.Contains(v.A) || miembros.Contains(v.B))).ToListAsync(ct))
            .Where(v => v.Id != cambiado.Id).Append(cambiado).Where(v => v.Une).ToList();
        var filas = await db.Pertenencias.Where(p => miembros.Contains(p.Expediente)).ToDictionaryAsync(p => p.Expediente, ct);
        foreach (var grupo in Componentes(miembros, aristas))
        {
            if (grupo.Count == 1)
            {
                if (filas.TryGetValue(grupo[0], out var sola))
                {
                    db.Remove(sola);
                }

                continue;
            }

            var alarmas = await AlarmasAsync(grupo, ct);
            foreach (var miembro in grupo)
            {
                if (!filas.TryGetValue(miembro, out var fila))
                {
                    db.Add(fila = new() { Expediente = miembro, Persona = grupo[0] });
                }

                (fila.Persona, fila.Alarmas) = (grupo[0], alarmas);
            }
        }
    }

    /// <summary>Components, each in order, the whole by their first.</summary>
    internal static IReadOnlyList<IReadOnlyList<ExpedienteId>> Componentes(IReadOnlyCollection<ExpedienteId> miembros, IReadOnlyCollection<Vinculo> aristas)
    {
        var raiz = miembros.ToDictionary(m => m, m => m);
        ExpedienteId Raiz(ExpedienteId m) => raiz[m] == m ? m : raiz[m] = Raiz(raiz[m]);
        foreach (var arista in aristas)
        {
            var (a, b) = (Raiz(arista.A), Raiz(arista.B));
            raiz[a < b ? b : a] = a < b ? a : b;
        }

        return [.. miembros.GroupBy(Raiz).OrderBy(g => g.Key).Select(g => (IReadOnlyList<ExpedienteId>)[.. g.Order()])];
    }

    private async Task<string?> AlarmasAsync(IReadOnlyList<ExpedienteId> grupo, CancellationToken ct)
    {
        var fichas = (await lector.LeerAsync(grupo, ct)).Values;
        var anios = fichas.Select(f => f.Anios).OfType<(int Desde, int Hasta)>().ToList();
        AlarmaDePersona[] halladas =
        [
            .. grupo.Count > MaximoSinAlarma ? [AlarmaDePersona.MuchosExpedientes] : Array.Empty<AlarmaDePersona>(),
            .. fichas.Where(f => f.CurpEsValida).Select(f => f.Curp).Distinct().Skip(1).Any() ? [AlarmaDePersona.DosCurps] : Array.Empty<AlarmaDePersona>(),
            .. anios.Count > 1 && anios.Max(a => a.Desde) - anios.Min(a => a.Hasta) > AniosSinAlarma ? [AlarmaDePersona.NacimientosLejanos] : Array.Empty<AlarmaDePersona>(),
            .. fichas.Select(f => f.Sexo).Where(s => s is "H" or "M").Distinct().Skip(1).Any() ? [AlarmaDePersona.SexosDistintos] : Array.Empty<AlarmaDePersona>(),
        ];
        return halladas.Length == 0 ? null : string.Join(',', halladas.Select(a => a.Codigo));
    }

    private async Task TomarTurnoAsync(CancellationToken ct)
    {
        if (await db.Set<TurnoDeVinculos>().SingleOrDefaultAsync(ct) is { } turno)
        {
            turno.Version = Guid.CreateVersion7();
        }
        else
        {
            db.Add(new TurnoDeVinculos());
        }
    }
}
