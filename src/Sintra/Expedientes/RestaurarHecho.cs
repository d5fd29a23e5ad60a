using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>Makes an event say again what it said after an earlier save, as <see cref="RestaurarPagina"/> does of a file's page.</summary>
/// <param name="Version">The save to go back to; null undoes the last one, which must be <paramref name="Vista"/>.</param>
/// <param name="Vista">Version of the page that its reader saw.</param>
public sealed record RestaurarHecho(HechoId Hecho, Guid? Version, Guid Vista);

public sealed class RestaurarHechoHandler(
    SintraDb db,
    DiccionarioVigente diccionario,
    LectorDeHecho lector,
    EscrituraDeHecho escritura,
    GuardarHechoHandler guardar,
    ArchivoDeRespuestas archivo,
    Bitacora bitacora,
    Sesion sesion,
    TimeProvider reloj)
{
    /// <returns>The version that the page has now.</returns>
    public async Task<Resultado<Guid>> EjecutarAsync(RestaurarHecho orden, CancellationToken ct)
    {
        if (await lector.LeerAsync(orden.Hecho, ct) is not { } leido)
        {
            return new NoExiste();
        }

        if (!await guardar.EscribeAsync(leido.Hecho, ct))
        {
            return GuardarHechoHandler.DeOtra;
        }

        var versiones = await db.VersionesAsync(leido, ct);
        if (VueltaAtras.Reparo(leido.Cabeza, orden.Version, orden.Vista, versiones, sesion, reloj) is { } falla)
        {
            return falla;
        }

        var (secciones, version, motivo) = (leido.Secciones.ToList(), Uuid.Nuevo(), VueltaAtras.Motivo(orden.Version));
        VueltaAtras.Escribir(
            new(escritura.Dueno(leido.Hecho, secciones, [.. leido.Llaves]), version, motivo, sesion.Cuenta, reloj.Ahora),
            EscrituraDeHecho.Pagina,
            LectorDeVersiones.ClavesDe(diccionario, diccionario.Pagina(EscrituraDeHecho.Pagina)!),
            versiones.Antes(orden.Version, orden.Vista));
        leido.Hecho.Canal = (archivo.Leer(leido.Cabeza!).GetValueOrDefault(EscrituraDeHecho.CanalDelHecho)?.Valor as ValorDeOpcion)?.Codigo;
        bitacora.Asentar(new HechoRestaurado(leido.Hecho.Id, motivo, version));

        return await db.IntentarGuardarAsync(ct) ? version : GuardarPaginaHandler.Ganada;
    }
}
