using System.Runtime.CompilerServices;

namespace Sintra.Consulta;

/// <summary>The files of a search, all of them, without personal data: pages by key one after another, so that memory holds one of them.</summary>
public sealed class ExportarExpedientesHandler(SintraDb db, FiltroDeExpedientes filtro, Bitacora bitacora)
{
    private const int PorVuelta = 500;

    /// <summary>Leaves the fact before anything is given.</summary>
    /// <param name="criterios">Without identity: whom one looked for by name is read on screen, one by one.</param>
    /// <param name="columnas">Keys of the columns.</param>
    public async Task<IAsyncEnumerable<RenglonDeBusqueda>> EjecutarAsync(CriteriosDeBusqueda criterios, IReadOnlyList<string> columnas, string formato, CancellationToken ct)
    {
        bitacora.Asentar(new BusquedaExportada(criterios.Claves, columnas, formato));
        await db.SaveChangesAsync(ct);
        return RenglonesAsync(criterios, ct);
    }

    private async IAsyncEnumerable<RenglonDeBusqueda> RenglonesAsync(CriteriosDeBusqueda criterios, [EnumeratorCancellation] CancellationToken ct)
    {
        TopeDePagina? tope = null;
        while (true)
        {
            var vuelta = await OrdenDeExpedientes.Desde(filtro.De(criterios), OrdenDeBusqueda.Registro, tope)
                .Take(PorVuelta).Select(BuscarExpedientesHandler.Renglon).ToListAsync(ct);
            foreach (var renglon in vuelta)
            {
                yield return renglon;
            }

            if (vuelta.Count < PorVuelta)
            {
                yield break;
            }

            tope = new(vuelta[^1].Expediente, vuelta[^1].CreadoEn, vuelta[^1].Filtros.DeteccionDesde, vuelta[^1].Folio);
        }
    }
}
