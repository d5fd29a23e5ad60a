using Sintra.Cuentas;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>A step that this person may take with this file now.</summary>
/// <param name="Entidad">Entity of the dictionary that its screen asks for; null when it asks for none.</param>
/// <param name="PidePaginas">Whether it says which pages are to be corrected.</param>
public sealed record Paso(Transicion Transicion, EstadoDeExpediente A, string? Entidad, bool PidePaginas);

/// <summary>
/// Which steps of <c>transiciones_expediente.csv</c> are open: the table says from where to where, with which permission, and whether by somebody
/// else than who last wrote; the institution's setting says whether validation and closing want two.
/// </summary>
public sealed class PasosDeExpediente(SintraDb db, DiccionarioVigente diccionario, Sesion sesion)
{
    // Some steps say more than a reason: what they ask for is an entity of the dictionary.
    private static readonly Dictionary<EstadoDeExpediente, string> Entidades = new()
    {
        [EstadoDeExpediente.Cerrado] = "Cierre",
        [EstadoDeExpediente.Reabierto] = "Cierre",
        [EstadoDeExpediente.ConObservaciones] = "Revision",
    };

    public async Task<IReadOnlyList<Paso>> DeAsync(ExpedienteLeido leido, CancellationToken ct)
    {
        var expediente = leido.Expediente;
        if (!Lleva(expediente) || leido.EsDescartado)
        {
            return [];
        }

        var valida = await db.Instituciones.Where(i => i.Sigla == expediente.Institucion).Select(i => i.ValidaOtraPersona).SingleOrDefaultAsync(ct);
        var (ultimo, estaba) = await UltimaManoAsync(leido, ct);
        return [.. diccionario.Transiciones("expediente")
            .Where(t => t.De == expediente.Estado.Codigo && sesion.Puede(t.Permiso))
            .Select(t => (Transicion: t, A: CodigoDeEnum.Leer<EstadoDeExpediente>(t.A)))
            .Where(p => Abierto(p.Transicion, p.A, expediente, valida, ultimo, estaba))
            .Select(p => new Paso(
                p.Transicion, p.A, p.Transicion.RequiereMotivo && !Vuelve(expediente) ? Entidades.GetValueOrDefault(p.A) : null, p.A == EstadoDeExpediente.ConObservaciones && !Vuelve(expediente)))];
    }

    // What was set aside comes back for a reason in words; what its former state once asked for has been said.
    private static bool Vuelve(Expediente expediente) => expediente.Estado is EstadoDeExpediente.Bloqueado or EstadoDeExpediente.Anulado;

    // Whoever has it by a referral follows it; its life is of who holds it, or of who supervises the state or the country.
    private bool Lleva(Expediente expediente) => sesion.Alcance is Alcance.Nacional or Alcance.Entidad
        || expediente.Institucion == sesion.Institucion
        || expediente.InstitucionQueCaptura == sesion.Institucion
        || sesion.Predecesoras.Contains(expediente.Institucion);

    private bool Abierto(Transicion transicion, EstadoDeExpediente a, Expediente expediente, bool valida, CuentaId ultimo, EstadoDeExpediente? estaba) => (expediente.Estado, a) switch
    {
        // Taken by the check-answers page and by the page that gives a draft up.
        (EstadoDeExpediente.Borrador, _) => false,

        // Follow by themselves from the first service.
        (_, EstadoDeExpediente.EnSeguimiento) => false,

        // Restored, it goes back to where it was: what waited for corrections waits for them still; all else counts again.
        (EstadoDeExpediente.Anulado, EstadoDeExpediente.ConObservaciones or EstadoDeExpediente.Registrado)
            when (a == EstadoDeExpediente.ConObservaciones) != (estaba == EstadoDeExpediente.ConObservaciones) => false,

        // Who sent it takes it back.
        (EstadoDeExpediente.EnRevision, EstadoDeExpediente.Borrador) => ultimo == sesion.Cuenta,
        (_, EstadoDeExpediente.Cerrado) when transicion.De != EstadoDeExpediente.Bloqueado.Codigo => !valida || ultimo != sesion.Cuenta,
        _ => !transicion.RequiereOtraPersona || ultimo != sesion.Cuenta,
    };

    // Whose hand was on it last, writing a page or taking a step; and out of which state its last step took it.
    private async Task<(CuentaId Quien, EstadoDeExpediente? Estaba)> UltimaManoAsync(ExpedienteLeido leido, CancellationToken ct)
    {
        var movimiento = await db.Movimientos.AsNoTracking()
            .Where(m => m.Expediente == leido.Expediente.Id)
            .OrderByDescending(m => m.HechoEn)
            .Select(m => new { m.HechoEn, m.HechoPor, m.De })
            .FirstOrDefaultAsync(ct);
        var escrita = leido.Secciones.MaxBy(s => s.EscritaEn);
        return (
            movimiento is not null && (escrita is null || movimiento.HechoEn >= escrita.EscritaEn) ? movimiento.HechoPor : escrita?.EscritaPor ?? leido.Expediente.CapturadoPor,
            movimiento?.De);
    }
}
