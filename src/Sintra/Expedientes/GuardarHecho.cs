using Sintra.Cuentas;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>Writes the page of an event.</summary>
/// <param name="Version">Version of the page that the writer saw; null when it had never been written.</param>
/// <param name="Mostrado">What the form showed; without it only what comes is written, and nothing is cleared by its absence (API, file).</param>
public sealed record GuardarHecho(HechoId Hecho, IReadOnlyDictionary<string, IReadOnlyList<string>> Campos, Guid? Version, bool Terminada, FormularioMostrado? Mostrado = null);

public sealed class GuardarHechoHandler(SintraDb db, LectorDeHecho lector, EscrituraDeHecho escritura, RepresentadasHandler representadas, BorradoresPropios borradores, Sesion sesion)
{
    /// <summary>Whose event it is, and who captured it while it represents that one.</summary>
    public async Task<bool> EscribeAsync(Hecho hecho, CancellationToken ct) => hecho.Institucion == sesion.Institucion
        || (hecho.InstitucionQueCaptura == sesion.Institucion && await representadas.RepresentaAsync(hecho.Institucion, ct));

    public async Task<Resultado<HechoId>> EjecutarAsync(GuardarHecho orden, CancellationToken ct)
    {
        if (await lector.LeerAsync(orden.Hecho, ct) is not { } leido)
        {
            return new NoExiste();
        }

        if (!await EscribeAsync(leido.Hecho, ct))
        {
            return new Falla(null, "El hecho lo lleva otra institución; pídale que registre el cambio.");
        }

        // First of all: a form that is behind has nothing to be corrected in yet.
        if (leido.Cabeza?.Version != orden.Version)
        {
            return GuardarPaginaHandler.Ganada;
        }

        var captura = escritura.Leer(orden.Campos, leido.Reales);
        if (captura.Fallas.Count > 0)
        {
            return Resultado<HechoId>.ConFallas(captura.Fallas);
        }

        escritura.Escribir(
            leido.Hecho, leido.Reales, [.. leido.Secciones], [.. leido.Llaves], captura, new(leido.Vista.Segun(orden.Mostrado), orden.Mostrado, orden.Terminada));

        await borradores.QuitarAsync(RutaDeBorrador.DeHecho(leido.Hecho.Id), ct);

        return await db.IntentarGuardarAsync(ct) ? leido.Hecho.Id : GuardarPaginaHandler.Ganada;
    }
}
