using Sintra.Comun.Correo;
using Sintra.Cuentas;
using Sintra.Diccionario;

namespace Sintra.Consulta;

/// <param name="Avisadas">Searches whose authors were told.</param>
/// <param name="Omitidas">Searches whose turn it was and whose authors may not search any more, or whose criteria are no more.</param>
public sealed record BusquedasAvisadas(int Avisadas, int Omitidas);

/// <summary>
/// Once a week, tells the author of each search that asks for it how many files it has, within that author's reach of today. Several nodes may do it at once:
/// each search is taken by one. Run again, it finds nothing.
/// </summary>
public sealed class AvisarBusquedasHandler(SintraDb db, SesionDeCuenta sesiones, DiccionarioVigente diccionario, Cartero cartero, DireccionPublica direccion, Bitacora bitacora, TimeProvider reloj)
{
    private static readonly TimeSpan Cada = TimeSpan.FromDays(7);

    public async Task<BusquedasAvisadas> EjecutarAsync(CancellationToken ct)
    {
        var (avisadas, omitidas, corte) = (0, 0, reloj.Ahora - Cada);
        var pendientes = await db.BusquedasGuardadas.AsNoTracking().Where(b => b.AvisoSemanal && (b.AvisadaEn ?? b.CreadaEn) <= corte).OrderBy(b => b.Id).ToListAsync(ct);
        foreach (var busqueda in pendientes)
        {
            if (await ContarAsync(busqueda, ct) is not { } cuenta)
            {
                omitidas++;
            }
            else if (await TomarAsync(busqueda, ct))
            {
                var mensaje = MensajeDeBusqueda.Para(cuenta.Correo, cuenta.Total, cuenta.Nuevos, Dia(busqueda.AvisadaEn ?? busqueda.CreadaEn), new(direccion.Raiz, $"consulta/guardadas#b-{busqueda.Id}"));
                if (await cartero.EnviarAsync(mensaje, ct))
                {
                    avisadas++;
                    bitacora.Asentar(new BusquedaAvisada(busqueda.Id, cuenta.Total), como: CuentaId.Sistema);
                    await db.SaveChangesAsync(ct);
                }
                else
                {
                    await DevolverAsync(busqueda, ct);
                }
            }
        }

        return new(avisadas, omitidas);
    }

    private async Task<(string Correo, int Total, int Nuevos)?> ContarAsync(BusquedaGuardada busqueda, CancellationToken ct)
    {
        if (await sesiones.DeAsync(busqueda.Cuenta, ct) is not { } autor || !autor.Sesion.Puede(Permiso.ConsultaBuscar)
            || new LectorDeCriterios(new(diccionario, autor.Sesion), diccionario).Leer(BusquedasGuardadasHandler.Campos(busqueda.Criterios)) is not { EsExito: true, Valor: { } criterios })
        {
            return null;
        }

        var (consulta, desde) = (new FiltroDeExpedientes(db, autor.Sesion, reloj).De(criterios), busqueda.AvisadaEn ?? busqueda.CreadaEn);
        return (
            autor.Correo,
            await consulta.Select(e => e.Id).Take(ContarExpedientesHandler.Maximo + 1).CountAsync(ct),
            await consulta.Where(e => e.CreadoEn > desde).Select(e => e.Id).Take(ContarExpedientesHandler.Maximo).CountAsync(ct));
    }

    // Before the mail: another node that comes at the same moment finds it told.
    private async Task<bool> TomarAsync(BusquedaGuardada busqueda, CancellationToken ct)
    {
        var (id, antes, ahora) = (busqueda.Id, busqueda.AvisadaEn, reloj.Ahora);
        return await db.BusquedasGuardadas.Where(b => b.Id == id && b.AvisadaEn == antes).ExecuteUpdateAsync(b => b.SetProperty(x => x.AvisadaEn, (DateTime?)ahora), ct) == 1;
    }

    private Task<int> DevolverAsync(BusquedaGuardada busqueda, CancellationToken ct)
    {
        var (id, antes) = (busqueda.Id, busqueda.AvisadaEn);
        return db.BusquedasGuardadas.Where(b => b.Id == id).ExecuteUpdateAsync(b => b.SetProperty(x => x.AvisadaEn, antes), ct);
    }

    private DateOnly Dia(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, reloj.LocalTimeZone));
}
