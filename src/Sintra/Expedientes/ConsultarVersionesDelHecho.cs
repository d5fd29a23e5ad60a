using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>The versions of an event: who, when, and what it said. The caller has recorded the reading of the event.</summary>
public sealed class VersionesDelHechoHandler(SintraDb db, DiccionarioVigente diccionario, FuenteDelDiccionario fuente, ArchivoDeRespuestas archivo)
{
    /// <param name="leido">The event as its reader sees it now.</param>
    /// <param name="elegida">A version of the list; another is as none.</param>
    public async Task<VersionesLeidas> EjecutarAsync(HechoLeido leido, Guid? elegida, CancellationToken ct)
    {
        var versiones = await db.VersionesAsync(leido, ct);

        return new(await db.ListaAsync(versiones, ct), elegida is { } version && versiones.Conoce(version) ? await LeerAsync(leido, versiones.En(version), ct) : null);
    }

    private async Task<PaginaLeida> LeerAsync(HechoLeido leido, IReadOnlyList<Documento> documentos, CancellationToken ct)
    {
        var dichas = LectorDeExpediente.Reunir(documentos, d => archivo.LeerSegun(d, leido.Hecho.Id.Valor, leido.Llaves, leido.Vista));
        var leida = new PaginaLeida(
            [.. diccionario.TodasDePagina(EscrituraDeHecho.Pagina)], documentos, leido.Vista, dichas, leido.Vista.Enmascarar(dichas, diccionario), new(diccionario, dichas.Unicas))
        {
            Versiones = await LectorDeExpediente.DeSuDiaAsync(documentos, diccionario, fuente, ct),
        };
        return leida with { Preguntas = [.. leida.Preguntas.Where(v => !v.Retirada || leida.Contestada(v))] };
    }
}
