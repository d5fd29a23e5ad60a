using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>Makes a page say again what it said after an earlier save. It is one more save: what it writes over is kept like any other.</summary>
/// <param name="Version">The save to go back to; null undoes the last one, which must be <paramref name="Vista"/>.</param>
/// <param name="Vista">Version of the page that its reader saw.</param>
public sealed record RestaurarPagina(ExpedienteId Expediente, string Pagina, Guid? Version, Guid Vista);

public sealed class RestaurarPaginaHandler(
    SintraDb db,
    DiccionarioVigente diccionario,
    LectorDeExpediente lector,
    EscrituraDeExpediente escritura,
    ReparosDeCaptura reparos,
    Bitacora bitacora,
    Sesion sesion,
    TimeProvider reloj)
{
    /// <returns>The version that the page has now.</returns>
    public async Task<Resultado<Guid>> EjecutarAsync(RestaurarPagina orden, CancellationToken ct)
    {
        if (diccionario.Pagina(orden.Pagina) is not { Tipo: "generica" } pagina || await lector.LeerAsync(orden.Expediente, ct) is not { } leido)
        {
            return new NoExiste();
        }

        if (await reparos.SinRepresentacionAsync(leido.Expediente, ct) is { } sinRepresentacion)
        {
            return sinRepresentacion;
        }

        var versiones = await db.VersionesAsync(leido, pagina, diccionario, ct);
        if (Reparo(orden, leido, versiones) is { } falla)
        {
            return falla;
        }

        await db.Entry(leido.Expediente).Collection(e => e.FiltrosMultiples).LoadAsync(ct);
        await db.Testigos.Where(t => t.Expediente == leido.Expediente.Id).LoadAsync(ct);
        var motivo = VueltaAtras.Motivo(orden.Version);
        var (secciones, llaves) = (leido.Secciones.ToList(), leido.Llaves.ToList());
        var version = Uuid.Nuevo();
        VueltaAtras.Escribir(
            new(escritura.Dueno(leido.Expediente, secciones, llaves), version, motivo, sesion.Cuenta, reloj.Ahora), pagina.Clave, LectorDeVersiones.ClavesDe(diccionario, pagina), versiones.Antes(orden.Version, orden.Vista));
        escritura.Derivar(leido.Expediente, secciones, llaves);
        bitacora.Asentar(new PaginaRestaurada(pagina.Clave, motivo, version), leido.Expediente.Id);

        return await db.IntentarGuardarAsync(ct) ? version : GuardarPaginaHandler.Ganada;
    }

    private Falla? Reparo(RestaurarPagina orden, ExpedienteLeido leido, VersionesDePagina versiones)
    {
        if (!reparos.Editable(leido.Expediente))
        {
            return ReparosDeCaptura.NoEditable;
        }

        return VueltaAtras.Reparo(leido.Cabeza(orden.Pagina), orden.Version, orden.Vista, versiones, sesion, reloj);
    }
}
