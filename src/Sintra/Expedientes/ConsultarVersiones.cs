using Sintra.Cuentas;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>One save of a page.</summary>
/// <param name="Motivo">Catalogue <c>motivo_de_cambio</c>; null when nobody was asked.</param>
/// <param name="Nombre">Who; null for the system.</param>
public sealed record VersionDePagina(Guid Version, DateTime En, string? Nombre, string? Institucion, string? Motivo, bool Terminada, bool EsVigente);

/// <summary>The saves of a page, newest first, and what the page said after one of them.</summary>
/// <param name="Elegida">The page as that save left it, as this reader may see it; null when none was asked for.</param>
public sealed record VersionesLeidas(IReadOnlyList<VersionDePagina> Versiones, PaginaLeida? Elegida);

/// <summary>Each page's versions: who, when, why, and what it said. The caller has recorded the reading of the file.</summary>
public sealed class VersionesDePaginaHandler(SintraDb db, DiccionarioVigente diccionario, FuenteDelDiccionario fuente, ArchivoDeRespuestas archivo, Sesion sesion, TimeProvider reloj)
{
    /// <param name="leido">The file as its reader sees it now.</param>
    /// <param name="elegida">A version of the list; another is as none.</param>
    public async Task<VersionesLeidas> EjecutarAsync(ExpedienteLeido leido, Pagina pagina, Guid? elegida, CancellationToken ct)
    {
        var versiones = await db.VersionesAsync(leido, pagina, diccionario, ct);

        return new(await db.ListaAsync(versiones, ct), elegida is { } version && versiones.Conoce(version) ? await LeerAsync(leido, pagina, versiones.En(version), ct) : null);
    }

    private async Task<PaginaLeida> LeerAsync(ExpedienteLeido leido, Pagina pagina, IReadOnlyList<Documento> documentos, CancellationToken ct)
    {
        var llaves = leido.Vista.GruposAbiertos.Count == 0 ? [] : await db.LlavesDeDatos.AsNoTracking().Where(l => l.Dueno == leido.Expediente.Id.Valor).ToListAsync(ct);
        var dichas = LectorDeExpediente.Reunir(documentos, d => archivo.LeerSegun(d, leido.Expediente.Id.Valor, llaves, leido.Vista));
        var todas = diccionario.TodasDePagina(pagina.Clave).ToList();
        var claves = todas.Select(v => v.Clave).ToHashSet();
        var unicas = leido.Reales.Unicas.Where(r => !claves.Contains(r.Key)).Concat(dichas.Unicas).ToDictionary();
        var leida = new PaginaLeida(
            [.. PreguntasDePagina.De(diccionario, pagina, leido.Expediente)], documentos, leido.Vista, dichas, leido.Vista.Enmascarar(dichas, diccionario), new(diccionario, unicas, Derivadas.Calcular(diccionario, dichas with { Unicas = unicas }, leido.Expediente.DiaDeRegistro(reloj))))
        {
            Versiones = await LectorDeExpediente.DeSuDiaAsync(documentos, diccionario, fuente, ct),
        };
        leida = leida with { Referidos = await db.ReferidosAsync(leida.Visibles, diccionario, sesion, reloj, ct) };
        return leida with { Preguntas = [.. todas.Where(v => leida.Preguntas.Contains(v) || (v.Retirada && leida.Contestada(v)))] };
    }
}

internal static class LectorDeVersiones
{
    extension(SintraDb db)
    {
        /// <summary>The saves of one page of a file.</summary>
        public async Task<VersionesDePagina> VersionesAsync(ExpedienteLeido leido, Pagina pagina, DiccionarioVigente diccionario, CancellationToken ct)
        {
            var claves = ClavesDe(diccionario, pagina);
            var id = leido.Expediente.Id;
            return new(
                pagina.Clave,
                [.. leido.Secciones.Where(s => claves.Contains(s.Clave))],
                (await db.SeccionesAnteriores.AsNoTracking().Where(s => s.Expediente == id && claves.Contains(s.Clave)).ToListAsync(ct)).Select(s => ((Documento)s, s.ReemplazadaPor)));
        }

        /// <summary>The saves of an event.</summary>
        public async Task<VersionesDePagina> VersionesAsync(HechoLeido leido, CancellationToken ct)
        {
            var id = leido.Hecho.Id;
            var anteriores = await db.Set<SeccionDeHechoAnterior>().AsNoTracking().Where(s => s.Hecho == id).ToListAsync(ct);
            return new(EscrituraDeHecho.Pagina, leido.Secciones, anteriores.Select(s => ((Documento)s, s.ReemplazadaPor)));
        }

        /// <summary>Each save with who made it, newest first.</summary>
        public async Task<IReadOnlyList<VersionDePagina>> ListaAsync(VersionesDePagina versiones, CancellationToken ct)
        {
            var cuentas = versiones.Cabezas.Select(c => c.EscritaPor).Distinct().ToList();
            var quienes = await db.Cuentas.AsNoTracking().Where(c => cuentas.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => new { c.Nombre, c.Institucion }, ct);
            return [.. versiones.Cabezas.Reverse().Select((c, i) => new VersionDePagina(
                c.Version, c.EscritaEn, quienes.GetValueOrDefault(c.EscritaPor)?.Nombre, quienes.GetValueOrDefault(c.EscritaPor)?.Institucion, c.Motivo, c.Terminada, i == 0))];
        }
    }

    /// <summary>The page and the groups of rows that it asks, retired ones included.</summary>
    public static IReadOnlyList<string> ClavesDe(DiccionarioVigente diccionario, Pagina pagina) =>
        [pagina.Clave, .. diccionario.TodasDePagina(pagina.Clave).Where(v => v.Unidad == UnidadDeVariable.Fila).Select(v => v.Grupo!).Distinct()];
}
