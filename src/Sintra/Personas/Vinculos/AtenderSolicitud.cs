using Sintra.Expedientes;

namespace Sintra.Personas;

/// <param name="Sugerencia">Whoever reviews: the pair whose other file's institution is to answer; null says that none was found.</param>
public sealed record TurnarSolicitud(Guid Solicitud, Guid? Sugerencia);

/// <param name="Acepta">Whoever has the other file: whether both are one person's and the other institution may know it.</param>
public sealed record ResponderSolicitud(Guid Solicitud, bool? Acepta);

/// <summary>
/// What becomes of a request: whoever reviews turns it over to the institution of the other file, or says that there is none; that institution accepts
/// or refuses. Accepting is a verdict like any other, which whoever reviews confirms.
/// </summary>
public sealed class AtenderSolicitudHandler(SintraDb db, Agrupaciones agrupaciones, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    public static readonly Falla Atendida = new(null, "Otra persona ya atendió esta solicitud. Lea cómo quedó.");

    public async Task<Resultado<SolicitudDeVinculo>> TurnarAsync(TurnarSolicitud orden, CancellationToken ct)
    {
        if (await db.SolicitudesDeVinculo.SingleOrDefaultAsync(s => s.Id == orden.Solicitud && s.Estado == EstadoDeSolicitud.Pedida, ct) is not { } solicitud
            || !await db.Expedientes.AlAlcanceDe(sesion, reloj).AnyAsync(e => e.Id == solicitud.Expediente, ct))
        {
            return new NoExiste();
        }

        if (orden.Sugerencia is { } cual)
        {
            var suya = await db.Sugerencias.SingleOrDefaultAsync(s => s.Id == cual && (s.A == solicitud.Expediente || s.B == solicitud.Expediente), ct);
            if (suya is null || await db.Expedientes.AlAlcanceDe(sesion, reloj).Comparables().SingleOrDefaultAsync(e => e.Id == (suya.A == solicitud.Expediente ? suya.B : suya.A), ct) is not { } otro)
            {
                return new NoExiste();
            }

            (solicitud.Otro, solicitud.InstitucionQueResponde, solicitud.Estado, solicitud.VenceEn) = (otro.Id, otro.Institucion, EstadoDeSolicitud.Turnada, reloj.Ahora + SolicitarVinculoHandler.Plazo);
        }
        else
        {
            solicitud.Estado = EstadoDeSolicitud.SinCoincidencia;
            (solicitud.RespondidaPor, solicitud.RespondidaEn) = (sesion.Cuenta, reloj.Ahora);
        }

        return await GuardarAsync(solicitud, ct);
    }

    public async Task<Resultado<SolicitudDeVinculo>> ResponderAsync(ResponderSolicitud orden, CancellationToken ct)
    {
        // Whose the other file is answers, and nobody for it: neither who reviews nor who has been given access.
        var institucion = sesion.Institucion;
        if (await db.SolicitudesDeVinculo.SingleOrDefaultAsync(
                s => s.Id == orden.Solicitud && s.Estado == EstadoDeSolicitud.Turnada && s.InstitucionQueResponde == institucion, ct) is not { Otro: { } otro } solicitud
            || !await db.Expedientes.AlAlcanceDe(sesion, reloj).AnyAsync(e => e.Id == otro, ct))
        {
            return new NoExiste();
        }

        if (solicitud.PedidaPor == sesion.Cuenta)
        {
            return new Falla(null, "La pidió usted: le toca responderla a otra persona.");
        }

        if (orden.Acepta is not { } acepta)
        {
            return new Falla(nameof(orden.Acepta), "Diga si es la misma persona y acepta la vinculación.");
        }

        (solicitud.Estado, solicitud.RespondidaPor, solicitud.RespondidaEn) = (acepta ? EstadoDeSolicitud.Aceptada : EstadoDeSolicitud.Rechazada, sesion.Cuenta, reloj.Ahora);
        var (a, b) = solicitud.Expediente < otro ? (solicitud.Expediente, otro) : (otro, solicitud.Expediente);
        if (acepta && !await db.Vinculos.AnyAsync(v => v.A == a && v.B == b && v.RevocadoEn == null, ct))
        {
            var sugerencia = await db.Sugerencias.SingleAsync(s => s.A == a && s.B == b, ct);
            var vinculo = new Vinculo
            {
                A = a,
                B = b,
                Veredicto = Veredicto.Misma,
                Probabilidad = sugerencia.Probabilidad,
                Niveles = sugerencia.Niveles,
                Motivo = "INSTITUCIONES",
                DecididoPor = sesion.Cuenta,
                DecididoEn = reloj.Ahora,
                PideOtraPersona = true,
            };
            db.Add(vinculo);
            sugerencia.AtendidaEn = reloj.Ahora;
            await agrupaciones.RehacerAsync(vinculo, ct);
            bitacora.Asentar(new VinculoDictaminado(b, Veredicto.Misma, vinculo.Motivo, true), a);
            bitacora.Asentar(new VinculoDictaminado(a, Veredicto.Misma, vinculo.Motivo, true), b);
        }

        return await GuardarAsync(solicitud, ct);
    }

    private async Task<Resultado<SolicitudDeVinculo>> GuardarAsync(SolicitudDeVinculo solicitud, CancellationToken ct)
    {
        solicitud.Version = Guid.CreateVersion7();
        bitacora.Asentar(new SolicitudDeVinculoAtendida(solicitud.Estado), solicitud.Expediente);
        return await db.IntentarGuardarAsync(ct) ? solicitud : Atendida;
    }
}
