namespace Sintra.Cuentas;

public sealed record RepresentacionTerminada(
    Guid Representacion, [property: DatoPublico] string InstitucionQueCaptura, [property: DatoPublico] string Institucion, DateOnly Fin) : ISuceso;

/// <summary>Ends a representation before its day, with a reason. From this moment nothing more is captured under it; what was, stays both institutions'.</summary>
public sealed class TerminarRepresentacionHandler(SintraDb db, Sesion sesion, Bitacora bitacora, TimeProvider reloj)
{
    /// <summary>Whether there is such a representation, still to end, of an institution within reach.</summary>
    public Task<bool> ExisteAsync(string captura, Guid id, CancellationToken ct) => PorTerminar(captura, id).AnyAsync(ct);

    public async Task<Resultado<Guid>> EjecutarAsync(string captura, Guid id, string? motivo, CancellationToken ct)
    {
        if (!sesion.Puede(Permiso.InstitucionAdministrar) || await PorTerminar(captura, id).SingleOrDefaultAsync(ct) is not { } representacion)
        {
            return new NoExiste();
        }

        var razon = motivo?.Trim() ?? "";
        if (razon.Length is 0 or > Representacion.LargoDeTexto)
        {
            return new Falla("Motivo", $"Escriba por qué termina la representación, en {Representacion.LargoDeTexto} caracteres o menos.");
        }

        representacion.Fin = reloj.Hoy.AddDays(-1);
        representacion.TerminadaEn = reloj.Ahora;
        representacion.TerminadaPor = sesion.Cuenta;
        representacion.MotivoDeTermino = razon;
        representacion.Version = Guid.CreateVersion7();
        bitacora.Asentar(new RepresentacionTerminada(representacion.Id, captura, representacion.Representada, representacion.Fin));
        return await db.IntentarGuardarAsync(ct)
            ? id
            : new Falla(null, "Alguien terminó esta representación al mismo tiempo. Revise la página de la institución.");
    }

    // What has lapsed by itself has nothing left to end.
    private IQueryable<Representacion> PorTerminar(string captura, Guid id)
    {
        var (hoy, administrables) = (reloj.Hoy, db.Instituciones.AdministrablesPor(sesion));
        return db.Representaciones.Where(r => r.Id == id && r.InstitucionQueCaptura == captura && r.TerminadaEn == null && r.Fin >= hoy
            && administrables.Any(i => i.Sigla == r.InstitucionQueCaptura));
    }
}
