using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Personas;

/// <param name="Motivo">Catalogue <c>motivo_consulta</c>.</param>
public sealed record VinculoSolicitado([property: DatoPublico] string Motivo) : ISuceso;

public sealed record SolicitudDeVinculoAtendida(EstadoDeSolicitud Estado) : ISuceso;

/// <param name="Motivo">Catalogue <c>motivo_consulta</c>.</param>
public sealed record SolicitarVinculo(ExpedienteId Expediente, string? Motivo);

/// <summary>
/// Asks whether the person of one's own file is known elsewhere. Always taken, always with the same words: asking tells nothing.
/// </summary>
public sealed class SolicitarVinculoHandler(SintraDb db, DiccionarioVigente diccionario, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    /// <summary>Whoever has to answer has so long, and again when it is turned over to an institution.</summary>
    public static readonly TimeSpan Plazo = TimeSpan.FromDays(10);

    public async Task<Resultado<SolicitudDeVinculo>> EjecutarAsync(SolicitarVinculo orden, CancellationToken ct)
    {
        if (await db.Expedientes.AlAlcanceDe(sesion, reloj).Comparables().SingleOrDefaultAsync(e => e.Id == orden.Expediente, ct) is not { } expediente)
        {
            return new NoExiste();
        }

        if (orden.Motivo is null || diccionario.Catalogos["motivo_consulta"].Buscar(orden.Motivo) is not { Estado: null })
        {
            return new Falla(nameof(orden.Motivo), "Elija un motivo.");
        }

        if (await db.SolicitudesDeVinculo.AnyAsync(
            s => s.Expediente == expediente.Id && s.Institucion == sesion.Institucion && (s.Estado == EstadoDeSolicitud.Pedida || s.Estado == EstadoDeSolicitud.Turnada), ct))
        {
            return new Falla(null, "De este expediente ya hay una solicitud en curso. Vea en «Solicitudes de vinculación» cómo va.");
        }

        var solicitud = new SolicitudDeVinculo
        {
            Expediente = expediente.Id,
            Institucion = sesion.Institucion,
            PedidaPor = sesion.Cuenta,
            PedidaEn = reloj.Ahora,
            Motivo = orden.Motivo,
            VenceEn = reloj.Ahora + Plazo,
        };
        db.Add(solicitud);
        expediente.PorCompararDesde ??= reloj.Ahora; // whoever reviews sees it compared with what is there now
        bitacora.Asentar(new VinculoSolicitado(orden.Motivo), expediente.Id);
        await db.SaveChangesAsync(ct);
        return solicitud;
    }
}
