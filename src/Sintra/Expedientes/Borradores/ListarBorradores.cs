using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>Something typed and not saved.</summary>
/// <param name="Pagina">The page of the dictionary it was typed into; null where it asks none.</param>
/// <param name="Folio">Of the file; null while it has none, and of what is no file.</param>
/// <param name="Caduca">When it is purged, unless something more is typed (UTC).</param>
public sealed record RenglonDeBorrador(string Ruta, Pagina? Pagina, ExpedienteId? Expediente, string? Folio, DateTime Desde, DateTime EscritoEn, DateTime Caduca)
{
    /// <summary>Its author has already been told, or is about to be.</summary>
    public bool CaducaPronto(DateTime ahora) => Caduca.AddDays(CaducidadDeBorrador.DiasDeAviso - CaducidadDeBorrador.Dias) <= ahora;
}

/// <summary>The drafts of whoever asks, last written first, as far as the account may still go on with them.</summary>
public sealed class ListarBorradoresHandler(SintraDb db, BorradoresPropios borradores, RutasConBorrador rutas, Sesion sesion, TimeProvider reloj)
{
    public async Task<IReadOnlyList<RenglonDeBorrador>> EjecutarAsync(CancellationToken ct)
    {
        var escritos = await borradores.Mios.AsNoTracking().OrderByDescending(b => b.EscritoEn).Select(b => new { b.Ruta, b.Desde, b.EscritoEn }).ToListAsync(ct);
        var conocidos = escritos
            .Select(e => (Escrito: e, Ruta: rutas.Reconocer(e.Ruta)))
            .Where(e => e.Ruta is not null && sesion.Puede(e.Ruta.Permiso))
            .ToList();
        var expedientes = conocidos.Select(c => c.Ruta!.Expediente).OfType<ExpedienteId>().Distinct().ToList();
        var hechos = conocidos.Select(c => c.Ruta!.Hecho).OfType<HechoId>().Distinct().ToList();
        var folios = expedientes.Count == 0
            ? []
            : await db.Expedientes.AlAlcanceDe(sesion, reloj).Where(e => expedientes.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Folio, ct);
        var alcanzados = hechos.Count == 0 ? [] : await db.HechosAlAlcanceDe(sesion, reloj).Where(h => hechos.Contains(h.Id)).Select(h => h.Id).ToListAsync(ct);

        return
        [
            .. conocidos
                .Where(c => (c.Ruta!.Expediente is not { } e || folios.ContainsKey(e)) && (c.Ruta.Hecho is not { } h || alcanzados.Contains(h)))
                .Select(c => new RenglonDeBorrador(
                    c.Ruta!.Texto,
                    c.Ruta.Pagina,
                    c.Ruta.Expediente,
                    c.Ruta.Expediente is { } suyo ? folios[suyo] : null,
                    c.Escrito.Desde,
                    c.Escrito.EscritoEn,
                    c.Escrito.EscritoEn.AddDays(CaducidadDeBorrador.Dias))),
        ];
    }
}
