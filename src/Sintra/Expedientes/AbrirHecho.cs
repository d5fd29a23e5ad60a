using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>Begins an event, with or without known victims («supuesto caso»).</summary>
/// <param name="Campos">Raw fields of the page «hecho», path → values as typed.</param>
/// <param name="NumeroDeOrigen">The institution's own number of the event or report.</param>
public sealed record AbrirHecho(IReadOnlyDictionary<string, IReadOnlyList<string>> Campos, string? NumeroDeOrigen = null);

public sealed class AbrirHechoHandler(SintraDb db, EscrituraDeHecho escritura, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    public async Task<Resultado<HechoId>> EjecutarAsync(AbrirHecho orden, CancellationToken ct)
    {
        var captura = escritura.Leer(orden.Campos);
        if (captura.Fallas.Count > 0)
        {
            return Resultado<HechoId>.ConFallas(captura.Fallas);
        }

        var hecho = new Hecho
        {
            Institucion = sesion.Institucion,
            NumeroDeOrigen = orden.NumeroDeOrigen,
            CreadoEn = reloj.Ahora,
            CreadoPor = sesion.Cuenta,
        };
        db.Add(hecho);
        bitacora.Asentar(new HechoAbierto(hecho.Id, sesion.Institucion));
        escritura.Escribir(hecho, Respuestas.Vacias, [], [], captura, new(new Vista(sesion, new HashSet<string>()), Mostrado: null, Terminada: false));
        await db.SaveChangesAsync(ct);

        return hecho.Id;
    }
}
