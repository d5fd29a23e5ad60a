using Sintra.Expedientes;

namespace Sintra.Personas;

public sealed record VinculoConfirmado(ExpedienteId Otro) : ISuceso;

/// <summary>A second person says that two files are one person's: from then on they count as one.</summary>
public sealed class ConfirmarVinculoHandler(SintraDb db, Agrupaciones agrupaciones, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    public async Task<Resultado<Vinculo>> EjecutarAsync(Guid id, CancellationToken ct)
    {
        if (await db.Vinculos.SingleOrDefaultAsync(v => v.Id == id && v.RevocadoEn == null && v.PideOtraPersona && v.ConfirmadoEn == null, ct) is not { } vinculo
            || await db.Expedientes.AlAlcanceDe(sesion, reloj).Comparables().CountAsync(e => e.Id == vinculo.A || e.Id == vinculo.B, ct) != 2)
        {
            return new NoExiste();
        }

        if (vinculo.DecididoPor == sesion.Cuenta)
        {
            return new Falla(null, "Lo decidió usted: le toca confirmarlo a otra persona.");
        }

        (vinculo.ConfirmadoPor, vinculo.ConfirmadoEn) = (sesion.Cuenta, reloj.Ahora);
        var (deA, deB) = (await agrupaciones.DeAsync(vinculo.A, ct), await agrupaciones.DeAsync(vinculo.B, ct));
        if (await db.Vinculos.AnyAsync(
            v => v.Veredicto == Veredicto.Distinta && v.RevocadoEn == null && ((deA.Contains(v.A) && deB.Contains(v.B)) || (deB.Contains(v.A) && deA.Contains(v.B))), ct))
        {
            return new Falla(null, "No se pueden unir: de otros dos expedientes de estas personas ya se decidió que son personas distintas. Revise primero esa decisión.");
        }

        await agrupaciones.RehacerAsync(vinculo, ct);
        bitacora.Asentar(new VinculoConfirmado(vinculo.B), vinculo.A);
        bitacora.Asentar(new VinculoConfirmado(vinculo.A), vinculo.B);
        return await db.IntentarGuardarAsync(ct) ? vinculo : DictaminarVinculoHandler.Ganada;
    }
}
