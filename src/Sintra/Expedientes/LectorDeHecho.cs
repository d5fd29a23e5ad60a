using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>An event as one reader may see it.</summary>
/// <param name="AbiertoPor">Files of the event that the reader has revealed in part: with the groups: through them its own seals are open.</param>
/// <param name="DeSuDia">Former versions of the dictionary with which some of its rows were last written, by number.</param>
public sealed record HechoLeido(
    Hecho Hecho,
    IReadOnlyList<SeccionDeHecho> Secciones,
    IReadOnlyList<LlaveDeDatos> Llaves,
    Vista Vista,
    IReadOnlyDictionary<ExpedienteId, IReadOnlyList<string>> AbiertoPor,
    Respuestas Reales,
    Respuestas Visibles,
    IReadOnlyDictionary<int, DiccionarioVigente> DeSuDia)
{
    public SeccionDeHecho? Cabeza => Secciones.SingleOrDefault(s => s.Clave == EscrituraDeHecho.Pagina && s.Fila == 0);
}

/// <summary>Loads an event within reach, leaving no reading: who shows it does (<see cref="ConsultarHechoHandler"/>). What the account has revealed of any of its files is open here too.</summary>
public sealed class LectorDeHecho(SintraDb db, ArchivoDeRespuestas archivo, DiccionarioVigente diccionario, FuenteDelDiccionario fuente, Sesion sesion, TimeProvider reloj)
{
    /// <returns>Null when it does not exist or is out of reach.</returns>
    public async Task<HechoLeido?> LeerAsync(HechoId id, CancellationToken ct)
    {
        if (await db.HechosAlAlcanceDe(sesion, reloj).SingleOrDefaultAsync(h => h.Id == id, ct) is not { } hecho)
        {
            return null;
        }

        var secciones = await db.SeccionesDeHecho.Where(s => s.Hecho == id).OrderBy(s => s.Clave).ThenBy(s => s.Orden).ThenBy(s => s.Fila).ToListAsync(ct);
        var llaves = await db.LlavesDeDatos.Where(l => l.Dueno == id.Valor).ToListAsync(ct);
        var expedientes = db.Expedientes;
        var abiertos = await db.RevelacionesVigentes(sesion, reloj.Ahora)
            .Where(r => expedientes.Any(e => e.Id == r.Expediente && e.Hecho == id))
            .Select(r => new { r.Expediente, r.Grupo })
            .Distinct()
            .ToListAsync(ct);
        abiertos.RemoveAll(a => !Vista.Permite(sesion, diccionario, a.Grupo));

        var vista = new Vista(sesion, abiertos.Select(a => a.Grupo).ToHashSet());
        var reales = LectorDeExpediente.Reunir(secciones, s => archivo.LeerSegun(s, id.Valor, llaves, vista));

        return new(hecho, secciones, llaves, vista, PorExpediente(), reales, vista.Enmascarar(reales, diccionario), await LectorDeExpediente.DeSuDiaAsync(secciones, diccionario, fuente, ct));

        Dictionary<ExpedienteId, IReadOnlyList<string>> PorExpediente() =>
            abiertos.GroupBy(a => a.Expediente).ToDictionary(e => e.Key, e => (IReadOnlyList<string>)[.. e.Select(a => a.Grupo)]);
    }
}
