namespace Sintra.Expedientes;

/// <summary>Ends at once what the account has open of a file.</summary>
public sealed class OcultarIdentidadHandler(SintraDb db, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    public async Task<Resultado<int>> EjecutarAsync(ExpedienteId expediente, CancellationToken ct)
    {
        if (!await db.Expedientes.AlAlcanceDe(sesion, reloj).AnyAsync(e => e.Id == expediente, ct))
        {
            return new NoExiste();
        }

        var ahora = reloj.Ahora;
        var abiertas = await db.RevelacionesVigentes(sesion, ahora).Where(r => r.Expediente == expediente).ToListAsync(ct);
        foreach (var revelacion in abiertas)
        {
            revelacion.Hasta = ahora;
        }

        if (abiertas.Count > 0)
        {
            bitacora.Asentar(new IdentidadOcultada([.. abiertas.Select(r => r.Grupo).Distinct().Order(StringComparer.Ordinal)]), expediente);
            await db.SaveChangesAsync(ct);
        }

        return abiertas.Count;
    }
}
