using Sintra.Cuentas;

namespace Sintra.Expedientes;

/// <summary>A step of the file's life, as its reader may see it.</summary>
/// <param name="Motivo">Null where there is none, or it is not in sight.</param>
/// <param name="Protegido">There is a reason and it is not in sight.</param>
/// <param name="Nombre">Null for the system.</param>
public sealed record PasoDado(
    EstadoDeExpediente De, EstadoDeExpediente A, DateTime En, string? Nombre, string Institucion, string? Motivo, bool Protegido, IReadOnlyList<string> Paginas);

/// <summary>The life of a file.</summary>
/// <param name="Pasos">The steps that it has taken, newest first.</param>
/// <param name="Empezado">Name of who began it; null for the system.</param>
/// <param name="Registrado">Name of who registered it; null for the system, and while it is a draft.</param>
public sealed record HistoriaDeExpediente(IReadOnlyList<PasoDado> Pasos, string? Empezado, string? Registrado);

/// <summary>The steps that a file has taken, and who began and registered it, which its facts say.</summary>
public sealed class HistoriaDeExpedienteHandler(SintraDb db, Sellos sellos)
{
    /// <summary>Group of identity under which reasons are revealed.</summary>
    private const string GrupoDelMotivo = "relato";

    public async Task<HistoriaDeExpediente> EjecutarAsync(ExpedienteLeido leido, CancellationToken ct)
    {
        var id = leido.Expediente.Id;
        var movimientos = await db.Movimientos.AsNoTracking().Where(m => m.Expediente == id).OrderByDescending(m => m.HechoEn).ToListAsync(ct);
        var nacimiento = await db.Asientos.AsNoTracking()
            .Where(a => a.Expediente == id && (a.Suceso == nameof(ExpedienteAbierto) || a.Suceso == nameof(ExpedienteRegistrado)))
            .OrderBy(a => a.En)
            .Select(a => new { a.Suceso, a.Cuenta })
            .ToListAsync(ct);
        var cuentas = movimientos.Select(m => m.HechoPor).Concat(nacimiento.Select(n => n.Cuenta)).Distinct().ToList();
        var nombres = await db.Cuentas.AsNoTracking().Where(c => cuentas.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Nombre, ct);
        var aLaVista = leido.Vista.GruposAbiertos.Contains(GrupoDelMotivo);
        var pasos = movimientos.Select(m => new PasoDado(
            m.De,
            m.A,
            m.HechoEn,
            nombres.GetValueOrDefault(m.HechoPor),
            m.Institucion,
            aLaVista && m.Motivo is { } motivo ? sellos.AbrirTexto(leido.Llaves.Single(l => l.Clase == ClaseDeLlave.Ordinaria && l.Version == m.VersionDeLlave), SitioDe(m), motivo) : null,
            !aLaVista && m.Motivo is not null,
            m.Paginas?.Split(',') ?? [])).ToList();
        return new(pasos, Quien(nameof(ExpedienteAbierto)), Quien(nameof(ExpedienteRegistrado)));

        string? Quien(string suceso) => nacimiento.FirstOrDefault(n => n.Suceso == suceso) is { } suyo ? nombres.GetValueOrDefault(suyo.Cuenta) : null;
    }

    internal static Sitio SitioDe(MovimientoDeExpediente movimiento) => new("movimiento_de_expediente", "motivo", movimiento.Id.ToString("n"));
}
