namespace Sintra.Cuentas;

public sealed record ConvenioTerminado(Guid Convenio, [property: DatoPublico] string Institucion, DateOnly Fin) : ISuceso;

/// <summary>Ends an agreement before its day, with a reason. It counts from this very moment: open sessions lose what it gave at their next request.</summary>
public sealed class TerminarConvenioHandler(SintraDb db, Sesion sesion, Bitacora bitacora, TimeProvider reloj)
{
    /// <summary>Whether there is such a convenio, still to end, of an institution within reach.</summary>
    public Task<bool> ExisteAsync(string institucion, Guid id, CancellationToken ct) => PorTerminar(institucion, id).AnyAsync(ct);

    public async Task<Resultado<Guid>> EjecutarAsync(string institucion, Guid id, string? motivo, CancellationToken ct)
    {
        if (await PorTerminar(institucion, id).SingleOrDefaultAsync(ct) is not { } convenio)
        {
            return new NoExiste();
        }

        var razon = motivo?.Trim() ?? "";
        if (razon.Length is 0 or > Convenio.LargoDeTexto)
        {
            return new Falla("Motivo", $"Escriba por qué termina el convenio, en {Convenio.LargoDeTexto} caracteres o menos.");
        }

        convenio.Fin = reloj.Hoy.AddDays(-1);
        convenio.TerminadoEn = reloj.Ahora;
        convenio.TerminadoPor = sesion.Cuenta;
        convenio.MotivoDeTermino = razon;
        convenio.Version = Guid.CreateVersion7();
        bitacora.Asentar(new ConvenioTerminado(convenio.Id, institucion, convenio.Fin));
        return await db.IntentarGuardarAsync(ct)
            ? id
            : new Falla(null, "Alguien terminó este convenio al mismo tiempo. Revise la página de la institución.");
    }

    // What has lapsed by itself has nothing left to end.
    private IQueryable<Convenio> PorTerminar(string institucion, Guid id)
    {
        var (hoy, administrables) = (reloj.Hoy, db.Instituciones.AdministrablesPor(sesion));
        return db.Convenios.Where(c => c.Id == id && c.Institucion == institucion && c.TerminadoEn == null && c.Fin >= hoy
            && administrables.Any(i => i.Sigla == c.Institucion));
    }
}
