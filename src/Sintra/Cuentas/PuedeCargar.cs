namespace Sintra.Cuentas;

/// <summary>The rule of convenios for who loads without an account, as a verb does: an open session has had it applied already.</summary>
public sealed class PuedeCargarHandler(SintraDb db, ModoDePractica modo, Sesion sesion, TimeProvider reloj)
{
    /// <returns>Null when the institution of the session may load; nobody is bound by convenios where nobody is real.</returns>
    public async Task<FaltaDeConvenio?> FaltaAsync(CancellationToken ct)
    {
        if (modo.Activo)
        {
            return null;
        }

        var (hoy, sigla) = (reloj.Hoy, sesion.Institucion);
        var convenios = db.Convenios.Where(c => c.Institucion == sigla && c.Desde <= hoy);
        var hallada = await db.Instituciones.Where(i => i.Sigla == sigla).Select(i => new { i.Tipo, i.Nivel, Fin = convenios.Max(c => (DateOnly?)c.Fin) }).SingleOrDefaultAsync(ct);
        return hallada is null ? new(null) : VigenciaDeConvenio.Falta(hallada.Tipo, hallada.Nivel, hallada.Fin, hoy);
    }
}
