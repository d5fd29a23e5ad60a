using Sintra.Cuentas;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>Writes the page of an event.</summary>
/// <param name="Version">Version of the page that the writer saw; null when it had never been written.</param>
/// <param name="Mostrado">What the form showed; without it only what comes is written, and nothing is cleared by its absence (API, file).</param>
public sealed record GuardarHecho(HechoId Hecho, IReadOnlyDictionary<string, IReadOnlyList<string>> Campos, Guid? Version, bool Terminada, FormularioMostrado? Mostrado = null)
{
    /// <summary>Why what stood is written over, catalogue <c>motivo_de_cambio</c>; a form must say it when an answer that stood changes.</summary>
    public string? Motivo { get; init; }
}

/// <param name="Cambios">Keys of the variables that changed.</param>
/// <param name="Version">The version that the page has now.</param>
public sealed record HechoEscrito(HechoId Hecho, IReadOnlyList<string> Cambios, Guid? Version);

public sealed class GuardarHechoHandler(
    SintraDb db, DiccionarioVigente diccionario, LectorDeHecho lector, EscrituraDeHecho escritura, ArchivoDeRespuestas archivo, RepresentadasHandler representadas, BorradoresPropios borradores, Sesion sesion)
{
    internal static readonly Falla DeOtra = new(null, "El hecho lo lleva otra institución; pídale que registre el cambio.");

    /// <summary>Whose event it is, and who captured it while it represents that one.</summary>
    public async Task<bool> EscribeAsync(Hecho hecho, CancellationToken ct) => hecho.Institucion == sesion.Institucion
        || (hecho.InstitucionQueCaptura == sesion.Institucion && await representadas.RepresentaAsync(hecho.Institucion, ct));

    public async Task<Resultado<HechoEscrito>> EjecutarAsync(GuardarHecho orden, CancellationToken ct)
    {
        if (await lector.LeerAsync(orden.Hecho, ct) is not { } leido)
        {
            return new NoExiste();
        }

        if (!await EscribeAsync(leido.Hecho, ct))
        {
            return DeOtra;
        }

        // First of all: a form that is behind has nothing to be corrected in yet.
        if (leido.Cabeza?.Version != orden.Version)
        {
            return GuardarPaginaHandler.Ganada;
        }

        if (orden.Motivo is { } motivo && diccionario.Catalogos["motivo_de_cambio"].Buscar(motivo) is null)
        {
            return MotivoDeCambio.Desconocido;
        }

        var captura = escritura.Leer(orden.Campos, leido.Reales);
        if (captura.Fallas.Count > 0)
        {
            return Resultado<HechoEscrito>.ConFallas(captura.Fallas);
        }

        var secciones = leido.Secciones.ToList();
        var dichas = MotivoDeCambio.Dichas(secciones, archivo);
        var cambios = escritura.Escribir(
            leido.Hecho, leido.Reales, secciones, [.. leido.Llaves], captura, new(leido.Vista.Segun(orden.Mostrado), orden.Mostrado, orden.Terminada, orden.Motivo));
        if (orden is { Mostrado: not null, Motivo: null } && dichas.Hace(cambios))
        {
            db.Desechar();
            return MotivoDeCambio.Falta;
        }

        await borradores.QuitarAsync(RutaDeBorrador.DeHecho(leido.Hecho.Id), ct);

        return await db.IntentarGuardarAsync(ct)
            ? new HechoEscrito(leido.Hecho.Id, cambios, secciones.SingleOrDefault(s => s.Clave == EscrituraDeHecho.Pagina && s.Fila == 0)?.Version)
            : GuardarPaginaHandler.Ganada;
    }
}
