using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>Writes one page of the dictionary into a file.</summary>
/// <param name="Campos">Raw fields, path → values as typed.</param>
/// <param name="Version">Version of the page that the writer saw; null when it had never been written.</param>
/// <param name="Terminada">«¿Terminó esta sección?»</param>
/// <param name="Mostrado">What the form showed; without it only what comes is written, and nothing is cleared by its absence (API, file).</param>
public sealed record GuardarPagina(
    ExpedienteId Expediente,
    string Pagina,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Campos,
    Guid? Version,
    bool Terminada,
    FormularioMostrado? Mostrado = null)
{
    /// <summary>
    /// Why what the page said is written over, catalogue <c>motivo_de_cambio</c>. A form must say it of a registered file when an answer that
    /// stood changes; null when nobody was asked.
    /// </summary>
    public string? Motivo { get; init; }

    /// <summary>Screen of the page on which it was typed, whose draft goes with the save; null for the page whole.</summary>
    public int? Pantalla { get; init; }
}

/// <param name="Cambios">Keys of the variables that changed.</param>
/// <param name="Version">The version that the page has now.</param>
public sealed record PaginaEscrita(bool EsBorrador, IReadOnlyList<string> Cambios, Guid? Version);

public sealed class GuardarPaginaHandler(
    SintraDb db,
    DiccionarioVigente diccionario,
    LectorDeExpediente lector,
    EscrituraDeExpediente escritura,
    ArchivoDeRespuestas archivo,
    ReparosDeCaptura reparos,
    ReferenciasDeCaptura referencias,
    BorradoresPropios borradores,
    Bitacora bitacora,
    TimeProvider reloj)
{
    public async Task<Resultado<PaginaEscrita>> EjecutarAsync(GuardarPagina orden, CancellationToken ct)
    {
        if (diccionario.Pagina(orden.Pagina) is not { Tipo: "generica", Retirada: false } pagina || await lector.LeerAsync(orden.Expediente, ct) is not { } leido)
        {
            return new NoExiste();
        }

        var captura = new LectorDeCaptura(diccionario).Leer(PreguntasDePagina.De(diccionario, pagina, leido.Expediente), orden.Campos, reloj.Hoy, leido.Expediente.DiaDeRegistro(reloj));
        captura = await referencias.ResolverAsync(captura, leido, ct);
        if (await reparos.SinRepresentacionAsync(leido.Expediente, ct) is { } sinRepresentacion)
        {
            return sinRepresentacion;
        }

        if (Reparos(orden, leido, captura) is { Count: > 0 } fallas)
        {
            return Resultado<PaginaEscrita>.ConFallas(fallas);
        }

        // The sets that are compared with what the answers now say.
        await db.Entry(leido.Expediente).Collection(e => e.FiltrosMultiples).LoadAsync(ct);
        await db.Testigos.Where(t => t.Expediente == leido.Expediente.Id).LoadAsync(ct);

        var secciones = leido.Secciones.ToList();
        var dichas = MotivoDeCambio.Dichas(secciones, archivo);
        var cambios = escritura.Escribir(leido.Expediente, secciones, [.. leido.Llaves], [(pagina, captura)], new(leido.Vista.Segun(orden.Mostrado), orden.Mostrado, orden.Terminada, orden.Motivo));
        if (orden is { Mostrado: not null, Motivo: null } && leido.Expediente.RegistradoEn is not null && dichas.Hace(cambios))
        {
            db.Desechar();
            return MotivoDeCambio.Falta;
        }

        bitacora.Asentar(new PaginaGuardada(pagina.Clave, cambios, diccionario.Version), leido.Expediente.Id);

        await borradores.QuitarAsync(RutaDeBorrador.DePagina(leido.Expediente.Id, pagina.Clave, orden.Pantalla), ct);

        return await db.IntentarGuardarAsync(ct)
            ? new PaginaEscrita(leido.Expediente.Estado == EstadoDeExpediente.Borrador, cambios, secciones.SingleOrDefault(s => s.Clave == pagina.Clave && s.Fila == 0)?.Version)
            : Ganada;
    }

    /// <summary>Somebody else saved first; see <see cref="ComparadorDePagina"/> for what to show then.</summary>
    public static readonly Falla Ganada =
        new(null, "Otra persona guardó cambios en esta página mientras usted escribía. Lo que escribió sigue aquí: compare con lo guardado y vuelva a guardar.");

    private List<Falla> Reparos(GuardarPagina orden, ExpedienteLeido leido, CapturaLeida captura)
    {
        if (!reparos.Editable(leido.Expediente))
        {
            return [ReparosDeCaptura.NoEditable];
        }

        if (orden.Motivo is { } motivo && diccionario.Catalogos["motivo_de_cambio"].Buscar(motivo) is null)
        {
            return [MotivoDeCambio.Desconocido];
        }

        if (leido.Cabeza(orden.Pagina)?.Version != orden.Version)
        {
            return [Ganada];
        }

        var desmarcada = orden.Pagina == AbrirExpedienteHandler.Pagina
            ? FormasDeExplotacion.Desmarcada(diccionario, leido.Reales, captura.Respuestas, orden.Mostrado?.Preguntas.Contains(FormasDeExplotacion.Clave) is true)
            : null;
        return [.. reparos.De(captura, leido.Expediente, antes: leido.Reales), .. desmarcada is { } falla ? [falla] : Array.Empty<Falla>()];
    }
}
