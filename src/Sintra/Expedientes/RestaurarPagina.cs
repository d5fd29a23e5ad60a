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
    /// <summary>How long the last save can be undone, by who made it.</summary>
    public static readonly TimeSpan ParaDeshacer = TimeSpan.FromSeconds(30);

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
        var motivo = orden.Version is null ? "DESHACER" : "RESTAURAR";
        var (secciones, llaves) = (leido.Secciones.ToList(), leido.Llaves.ToList());
        var version = Escribir(pagina, leido, secciones, (orden.Version ?? versiones.AntesDe(orden.Vista)) is { } meta ? versiones.En(meta) : [], motivo);
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

        if (leido.Cabeza(orden.Pagina) is not { } cabeza || cabeza.Version != orden.Vista)
        {
            return new(null, "Otra persona guardó cambios en esta página después. Lea cómo quedó antes de volver atrás.");
        }

        if (orden.Version is { } version)
        {
            return versiones.Conoce(version) ? null : new Falla(null, "Esa versión no es de esta página.");
        }

        return cabeza.EscritaPor == sesion.Cuenta && reloj.Ahora - cabeza.EscritaEn <= ParaDeshacer
            ? null
            : new Falla(null, "Ya pasó el tiempo para deshacer. En «Versiones de esta página» puede volver a lo que decía antes.");
    }

    // Row by row what differs; a row that was not there then is taken out, and the head of a page not yet written says nothing.
    private Guid Escribir(Pagina pagina, ExpedienteLeido leido, List<Seccion> secciones, IReadOnlyList<Documento> meta, string motivo)
    {
        var version = Uuid.Nuevo();
        var claves = LectorDeVersiones.ClavesDe(diccionario, pagina);
        var guardado = new Guardado(escritura.Dueno(leido.Expediente, secciones, [.. leido.Llaves]), version, motivo, sesion.Cuenta, reloj.Ahora);
        foreach (var actual in secciones.Where(s => claves.Contains(s.Clave)).ToList())
        {
            var antes = meta.SingleOrDefault(d => d.Clave == actual.Clave && d.Fila == actual.Fila);
            var esCabeza = actual.Clave == pagina.Clave && actual.Fila == 0;
            if (!esCabeza && antes?.Version == actual.Version)
            {
                continue;
            }

            var documento = guardado.Abrir(actual.Clave, actual.Fila);
            if (antes is not null)
            {
                documento.DecirComo(antes);
            }
            else if (esCabeza)
            {
                (documento.Abiertas, documento.Selladas, documento.ClavesSelladas, documento.Terminada) = ("{}", null, "", false);
            }
            else
            {
                documento.Retirada = true;
            }

            guardado.Firmar(documento);
        }

        return version;
    }
}
