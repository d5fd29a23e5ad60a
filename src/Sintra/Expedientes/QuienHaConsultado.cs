using System.Text.Json;
using Sintra.Cuentas;
using Sintra.Expedientes.Anexos;

namespace Sintra.Expedientes;

/// <summary>One reading of a file: who, from where, when and what.</summary>
/// <param name="Pantalla">Key of the screen that was seen; null when a group was opened.</param>
/// <param name="Grupo">Group of sealed fields that this very act opened; null when it was a screen that was seen.</param>
/// <param name="Abiertos">Groups in sight on that screen, opened before; empty when the file was seen masked.</param>
/// <param name="Documento">Type of the document that was opened (catalogue <c>tipo_adjunto</c>); null when none was.</param>
public sealed record LecturaDeExpediente(DateTime En, string? Nombre, string? Institucion, string? Pantalla, string? Grupo, string? Motivo, IReadOnlyList<string> Abiertos, string? Documento = null);

/// <summary>«Quién ha consultado»: the readings of one file, newest first, for whoever may see the file.</summary>
public sealed class QuienHaConsultadoHandler(SintraDb db, Sesion sesion, TimeProvider reloj)
{
    private const int Mostradas = 100;

    public async Task<Resultado<IReadOnlyList<LecturaDeExpediente>>> EjecutarAsync(ExpedienteId expediente, CancellationToken ct)
    {
        if (!await db.Expedientes.AlAlcanceDe(sesion, reloj).AnyAsync(e => e.Id == expediente, ct))
        {
            return new NoExiste();
        }

        var lecturas = await db.Asientos.AsNoTracking()
            .Where(a => a.Expediente == expediente && (a.Suceso == nameof(IdentidadRevelada) || a.Suceso == nameof(ExpedienteConsultado) || a.Suceso == nameof(AdjuntoAbierto)))
            .OrderByDescending(a => a.En)
            .Take(Mostradas)
            .Select(a => new { a.En, a.Cuenta, a.Suceso, a.Datos })
            .ToListAsync(ct);
        var cuentas = lecturas.Select(l => l.Cuenta).Distinct().ToList();
        var quienes = await db.Cuentas.AsNoTracking().Where(c => cuentas.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => new { c.Nombre, c.Institucion }, ct);

        return Resultado<IReadOnlyList<LecturaDeExpediente>>.Con([.. lecturas.Select(l =>
        {
            var revelada = l.Suceso == nameof(IdentidadRevelada) ? JsonSerializer.Deserialize<IdentidadRevelada>(l.Datos, Bitacora.Formato) : null;
            var abierto = l.Suceso == nameof(AdjuntoAbierto) ? JsonSerializer.Deserialize<AdjuntoAbierto>(l.Datos, Bitacora.Formato) : null;
            var consultado = revelada is null && abierto is null ? JsonSerializer.Deserialize<ExpedienteConsultado>(l.Datos, Bitacora.Formato) : null;
            var quien = quienes.GetValueOrDefault(l.Cuenta);
            return new LecturaDeExpediente(l.En, quien?.Nombre, quien?.Institucion, consultado?.Pantalla, revelada?.Grupo, revelada?.Motivo, consultado?.Grupos ?? [], abierto?.Tipo);
        })]);
    }
}
