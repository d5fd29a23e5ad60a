using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>What the next file of an event may begin with, to be corrected: what its last file says of the event's part, or the event itself.</summary>
public sealed class PropuestaDelHecho(SintraDb db, ArchivoDeRespuestas archivo, GuardarHechoHandler guardar, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    private const string Institucion = "institucion_registra";
    private const string Via = "via_deteccion";

    // What the persons of one event share; the rest is each one's own.
    private static readonly string[] Compartidas = ["fecha_deteccion", "det_lugar", "formas", Via];

    // Only where the channel leaves no doubt about the way.
    private static readonly Dictionary<string, string> ViaDeCanal = new() { [CanalDeHecho.Linea] = "04", [CanalDeHecho.Operativo] = "06" };

    /// <summary>Whether a file may be begun in it: it is within reach and one's own.</summary>
    public async Task<bool> PuedeAsync(HechoId id, CancellationToken ct) => await PropioAsync(id, ct) is not null;

    /// <param name="seMuestra">The form will show it: what comes from another file leaves a reading of that one.</param>
    /// <returns>Null when the event does not exist, is out of reach or another's: no file is begun in it.</returns>
    public async Task<IReadOnlyDictionary<string, Respuesta>?> EjecutarAsync(HechoId id, bool seMuestra, CancellationToken ct)
    {
        if (await PropioAsync(id, ct) is not { } hecho)
        {
            return null;
        }

        return new Dictionary<string, Respuesta>(await DelUltimoAsync(id, seMuestra, ct) ?? await DelHechoAsync(hecho, ct))
        {
            [Institucion] = Respuesta.Con(new ValorDeOpcion(hecho.Institucion)),
        };
    }

    private async Task<Hecho?> PropioAsync(HechoId id, CancellationToken ct) =>
        await db.HechosAlAlcanceDe(sesion, reloj).AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, ct) is { } hecho && await guardar.EscribeAsync(hecho, ct) ? hecho : null;

    // Clear answers alone: what of a place is sealed stays with its file.
    private async Task<IReadOnlyDictionary<string, Respuesta>?> DelUltimoAsync(HechoId hecho, bool seMuestra, CancellationToken ct)
    {
        var suyos = db.Expedientes.AlAlcanceDe(sesion, reloj).Where(e => e.Hecho == hecho).OrderByDescending(e => e.CreadoEn).ThenByDescending(e => e.Id).Select(e => e.Id).Take(1);
        var minimo = await db.Secciones.AsNoTracking()
            .Where(s => s.Clave == AbrirExpedienteHandler.Pagina && s.Fila == 0 && suyos.Contains(s.Expediente))
            .SingleOrDefaultAsync(ct);

        if (minimo is not null && seMuestra)
        {
            await bitacora.LeerAsync(ExpedienteConsultado.En(AbrirExpedienteHandler.Pagina, []), minimo.Expediente, ct);
        }

        return minimo is null ? null : Con(archivo.Leer(minimo).Where(r => Compartidas.Contains(r.Key)));
    }

    private async Task<IReadOnlyDictionary<string, Respuesta>> DelHechoAsync(Hecho hecho, CancellationToken ct)
    {
        var secciones = await db.SeccionesDeHecho.AsNoTracking().Where(s => s.Hecho == hecho.Id && !s.Retirada).OrderBy(s => s.Fila).ToListAsync(ct);
        var dichas = LectorDeExpediente.Reunir(secciones, s => archivo.Leer(s));
        var propuesta = new Dictionary<string, Respuesta?>
        {
            ["formas"] = dichas.Unicas.GetValueOrDefault("hecho_formas"),
            ["det_lugar"] = dichas.Filas.GetValueOrDefault("hecho_lugar", []).Select(f => f.Respuestas.GetValueOrDefault("hl_lugar")).OfType<Respuesta>().FirstOrDefault(),
            [Via] = ViaDeCanal.TryGetValue(hecho.Canal ?? "", out var via) ? Respuesta.Con(new ValorDeOpcion(via)) : null,
            ["fecha_deteccion"] = hecho.Canal == CanalDeHecho.Operativo && dichas.Unicas.GetValueOrDefault("hecho_fecha")?.Valor is ValorDePeriodo { Periodo.Desde: { } dia }
                ? Respuesta.Con(new ValorDeFechaParcial(dia))
                : null,
        };

        return Con(propuesta.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Key, p.Value!)));
    }

    private static Dictionary<string, Respuesta> Con(IEnumerable<KeyValuePair<string, Respuesta>> respuestas) =>
        respuestas.Where(r => r.Value.Valor is not (null or ValorProtegido)).ToDictionary();
}

/// <summary>Channels (catalogue <c>canal_hecho</c>) from which something follows.</summary>
public static class CanalDeHecho
{
    public const string Linea = "LINEA";
    public const string Operativo = "OPERATIVO";
}
