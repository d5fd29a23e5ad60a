using Sintra.Comun.Correo;
using Sintra.Cuentas;

namespace Sintra.Expedientes;

/// <summary>What nobody had finished was purged.</summary>
/// <param name="Cuantos">Forms typed into and never saved; draft files have a fact each.</param>
public sealed record BorradoresPurgados(int Cuantos) : ISuceso;

/// <param name="Avisados">Accounts that were told.</param>
/// <param name="Purgados">Forms typed into and never saved, forgotten.</param>
/// <param name="Descartados">Draft files given up.</param>
public sealed record BorradoresRevisados(int Avisados, int Purgados, int Descartados);

/// <summary>
/// Once a day or more often: tells the authors of what expires in a week, and purges what has expired (<see cref="CaducidadDeBorrador"/>), each file in a
/// save of its own. Drafts that a load began have no author and are never purged. Run twice, the second run finds nothing.
/// </summary>
public sealed class RevisarBorradoresHandler(SintraDb db, DescarteDeExpediente descarte, Cartero cartero, DireccionPublica direccion, Bitacora bitacora, TimeProvider reloj)
{
    private sealed record Archivo(ExpedienteId Id, CuentaId Autor, string Institucion, DateTime Escrito, DateTime? Avisado);

    public async Task<BorradoresRevisados> EjecutarAsync(CancellationToken ct)
    {
        var archivos = await ArchivosAsync(ct);
        var descartados = 0;
        foreach (var archivo in archivos.Where(a => CaducidadDeBorrador.EsHora(a.Escrito, a.Avisado, reloj.Ahora)))
        {
            descartados += await DescartarAsync(archivo, ct) ? 1 : 0;
            db.ChangeTracker.Clear();
        }

        var purgados = await PurgarAsync(ct);
        return new(await AvisarAsync(await ArchivosAsync(ct), ct), purgados, descartados);
    }

    // A draft's last key is the last save of any of its pages, or the last thing typed into one and not saved.
    private async Task<List<Archivo>> ArchivosAsync(CancellationToken ct)
    {
        var (sistema, corte) = (CuentaId.Sistema, reloj.Ahora.AddDays(-CaducidadDeBorrador.DiasDeAviso));
        var (secciones, adjuntos) = (db.Secciones, db.Adjuntos);
        var quietos = await db.Expedientes.AsNoTracking()
            .Where(e => e.Estado == EstadoDeExpediente.Borrador && e.CapturadoPor != sistema && e.CreadoEn <= corte
                && !secciones.Any(s => s.Expediente == e.Id && s.EscritaEn > corte))
            .Select(e => new { e.Id, e.CapturadoPor, e.Institucion, e.CreadoEn, Escrita = secciones.Where(s => s.Expediente == e.Id).Max(s => (DateTime?)s.EscritaEn), e.CaducidadAvisadaEn })
            .ToListAsync(ct);
        var archivos = new List<Archivo>();
        foreach (var quieto in quietos)
        {
            var (dueno, rutas) = (quieto.Id.Valor, RutaDeBorrador.De(quieto.Id));
            var tecleado = await db.Borradores.Where(b => b.Ruta.StartsWith(rutas)).MaxAsync(b => (DateTime?)b.EscritoEn, ct);
            var agregado = await adjuntos.Where(a => a.Dueno == dueno).MaxAsync(a => (DateTime?)a.AgregadoEn, ct);
            var escrito = new[] { quieto.CreadoEn, quieto.Escrita, tecleado, agregado }.Max()!.Value;
            if (escrito <= corte)
            {
                // Told of an earlier silence, and written since: it has all its days again.
                archivos.Add(new(quieto.Id, quieto.CapturadoPor, quieto.Institucion, escrito, quieto.CaducidadAvisadaEn > escrito ? quieto.CaducidadAvisadaEn : null));
            }
        }

        return archivos;
    }

    private async Task<bool> DescartarAsync(Archivo archivo, CancellationToken ct)
    {
        var expediente = await db.Expedientes.AsTracking().SingleAsync(e => e.Id == archivo.Id, ct);
        if (descarte.Paso(expediente) is null)
        {
            return false; // registered a moment ago
        }

        await descarte.PrepararAsync(expediente, CuentaId.Sistema, archivo.Institucion, ct);
        return await db.IntentarGuardarAsync(ct);
    }

    private async Task<int> PurgarAsync(CancellationToken ct)
    {
        var corte = reloj.Ahora.AddDays(-CaducidadDeBorrador.Dias);
        var viejos = (await db.Borradores.AsTracking().Where(b => b.EscritoEn <= corte).ToListAsync(ct))
            .Where(b => CaducidadDeBorrador.EsHora(b.EscritoEn, b.AvisadoEn, reloj.Ahora)).ToList();
        if (viejos.Count == 0)
        {
            return 0;
        }

        db.RemoveRange(viejos);
        bitacora.Asentar(new BorradoresPurgados(viejos.Count), como: CuentaId.Sistema);
        var hecho = await db.IntentarGuardarAsync(ct); // somebody went on with one of them: the next run sees to the rest
        db.ChangeTracker.Clear();
        return hecho ? viejos.Count : 0;
    }

    // One message an account, whatever it has: what it tells is how many and until when.
    private async Task<int> AvisarAsync(List<Archivo> archivos, CancellationToken ct)
    {
        var (ahora, corte) = (reloj.Ahora, reloj.Ahora.AddDays(-CaducidadDeBorrador.DiasDeAviso));
        var tecleados = await db.Borradores.AsNoTracking().Where(b => b.EscritoEn <= corte && b.AvisadoEn == null).Select(b => new { b.Id, b.Cuenta, b.EscritoEn }).ToListAsync(ct);
        var sinAvisar = archivos.Where(a => a.Avisado is null).ToList();
        var avisados = 0;
        foreach (var cuenta in tecleados.Select(t => t.Cuenta).Union(sinAvisar.Select(a => a.Autor)))
        {
            var (suyos, propios) = (tecleados.Where(t => t.Cuenta == cuenta).ToList(), sinAvisar.Where(a => a.Autor == cuenta).ToList());
            var primero = suyos.Select(t => t.EscritoEn).Concat(propios.Select(a => a.Escrito)).Min().AddDays(CaducidadDeBorrador.Dias);

            // Whoever cannot enter has nobody to tell; whoever keeps the accounts sees to that.
            var correo = await db.Cuentas.Where(c => c.Id == cuenta && c.Estado == EstadoDeCuenta.Activa).Select(c => c.Correo).SingleOrDefaultAsync(ct);
            if (correo is not null && !await cartero.EnviarAsync(MensajeDeCaducidad.Para(correo, suyos.Count + propios.Count, DiaEnMexico(primero < ahora ? ahora.AddDays(CaducidadDeBorrador.Dias - CaducidadDeBorrador.DiasDeAviso) : primero), direccion.Raiz), ct))
            {
                continue;
            }

            avisados++;
            var (deBorradores, deArchivos) = (suyos.Select(t => t.Id).ToList(), propios.Select(a => a.Id).ToList());
            await db.Borradores.Where(b => deBorradores.Contains(b.Id)).ExecuteUpdateAsync(b => b.SetProperty(x => x.AvisadoEn, ahora), ct);
            await db.Expedientes.Where(e => deArchivos.Contains(e.Id)).ExecuteUpdateAsync(e => e.SetProperty(x => x.CaducidadAvisadaEn, ahora), ct);
        }

        return avisados;
    }

    private DateOnly DiaEnMexico(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, reloj.LocalTimeZone));
}
