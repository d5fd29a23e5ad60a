using Sintra.Cuentas;

namespace Sintra.Expedientes;

/// <summary>A step of the file's life, as its reader may see it.</summary>
/// <param name="Motivo">Null where there is none, or it is not in sight.</param>
/// <param name="Protegido">There is a reason and it is not in sight.</param>
/// <param name="Nombre">Null for the system.</param>
public sealed record PasoDado(
    EstadoDeExpediente De, EstadoDeExpediente A, DateTime En, string? Nombre, string Institucion, string? Motivo, bool Protegido, IReadOnlyList<string> Paginas);

/// <summary>The steps that a file has taken, newest first.</summary>
public sealed class HistoriaDeExpedienteHandler(SintraDb db, Sellos sellos)
{
    /// <summary>Group of identity under which reasons are revealed.</summary>
    private const string GrupoDelMotivo = "relato";

    public async Task<IReadOnlyList<PasoDado>> EjecutarAsync(ExpedienteLeido leido, CancellationToken ct)
    {
        var id = leido.Expediente.Id;
        var movimientos = await db.Movimientos.AsNoTracking().Where(m => m.Expediente == id).OrderByDescending(m => m.HechoEn).ToListAsync(ct);
        var cuentas = movimientos.Select(m => m.HechoPor).Distinct().ToList();
        var nombres = await db.Cuentas.AsNoTracking().Where(c => cuentas.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Nombre, ct);
        var aLaVista = leido.Vista.GruposAbiertos.Contains(GrupoDelMotivo);
        return [.. movimientos.Select(m => new PasoDado(
            m.De,
            m.A,
            m.HechoEn,
            nombres.GetValueOrDefault(m.HechoPor),
            m.Institucion,
            aLaVista && m.Motivo is { } motivo ? sellos.AbrirTexto(leido.Llaves.Single(l => l.Clase == ClaseDeLlave.Ordinaria && l.Version == m.VersionDeLlave), SitioDe(m), motivo) : null,
            !aLaVista && m.Motivo is not null,
            m.Paginas?.Split(',') ?? []))];
    }

    internal static Sitio SitioDe(MovimientoDeExpediente movimiento) => new("movimiento_de_expediente", "motivo", movimiento.Id.ToString("n"));
}
