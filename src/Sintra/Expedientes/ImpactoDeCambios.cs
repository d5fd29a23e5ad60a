using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>A prepared change and how many files use what it changes.</summary>
/// <param name="Nombre">Its label, as it will read.</param>
/// <param name="EsNuevo">Nothing of that key is in force.</param>
/// <param name="Usado">Files with an answer to the variable, or with the option chosen; null where that cannot be asked (sealed options, pages).</param>
public sealed record CambioConImpacto(Guid Id, ClaseDeElemento Clase, string Clave, string Nombre, bool EsNuevo, bool Retirado, DateTime PreparadoEn, int? Usado);

/// <summary>What publishing the prepared changes would touch («usada en 1,204 registros»): figures only, of every institution.</summary>
public sealed class ImpactoDeCambiosHandler(SintraDb db, DiccionarioVigente vigente, Sesion sesion)
{
    public async Task<Resultado<IReadOnlyList<CambioConImpacto>>> EjecutarAsync(CancellationToken ct)
    {
        if (!sesion.Puede(Permiso.DiccionarioPublicar))
        {
            return new NoExiste();
        }

        var cambios = await db.CambiosPreparados.AsNoTracking().OrderBy(c => c.Clase).ThenBy(c => c.Clave).ToListAsync(ct);
        var vistos = new List<CambioConImpacto>();
        foreach (var cambio in cambios)
        {
            vistos.Add(new(cambio.Id, cambio.Clase, cambio.Clave, cambio.Nombre, EsNuevo(cambio), cambio.Retirado, cambio.PreparadoEn, await UsadoAsync(cambio.Clase, cambio.Clave, ct)));
        }

        return Resultado<IReadOnlyList<CambioConImpacto>>.Con(vistos);
    }

    /// <summary>Files that use one element of the dictionary; null where it cannot be asked.</summary>
    public async Task<int?> UsadoAsync(ClaseDeElemento clase, string clave, CancellationToken ct)
    {
        if (clase == ClaseDeElemento.Variable)
        {
            var sellada = $",{clave},";
            return await db.Secciones.Where(s => !s.Retirada && ("," + s.ClavesSelladas + ",").Contains(sellada)).Select(s => s.Expediente)
                .Union(Con(clave).Select(s => s.Expediente))
                .CountAsync(ct);
        }

        if (clase != ClaseDeElemento.Opcion || clave.Split('/', 2) is not [var catalogo, var codigo])
        {
            return null;
        }

        var expedientes = vigente.Variables
            .Where(v => v.Catalogo == catalogo && !v.Sellada)
            .Select(v => Con(v.Clave, codigo).Select(s => s.Expediente))
            .Aggregate((IQueryable<ExpedienteId>?)null, (todos, suyos) => todos is null ? suyos : todos.Union(suyos));
        return expedientes is null ? null : await expedientes.CountAsync(ct);
    }

    private bool EsNuevo(CambioDeDiccionario cambio) => cambio.Clase switch
    {
        ClaseDeElemento.Variable => vigente.Buscar(cambio.Clave) is null,
        ClaseDeElemento.Pagina => vigente.Pagina(cambio.Clave) is null,
        ClaseDeElemento.Opcion => cambio.Clave.Split('/', 2) is not [var catalogo, var codigo] || vigente.Catalogos.GetValueOrDefault(catalogo)?.Buscar(codigo) is null,
        _ => false,
    };

    // Each engine looks into a document in its own words.
    private IQueryable<Seccion> Con(string clave)
    {
        var ruta = $"$.\"{clave}\"";
        return (db is SintraDbPostgres
            ? db.Secciones.FromSql($"select * from seccion where jsonb_exists(abiertas, {clave})")
            : db.Secciones.FromSql($"select * from seccion where json_type(abiertas, {ruta}) is not null")).Where(s => !s.Retirada);
    }

    private IQueryable<Seccion> Con(string clave, string codigo)
    {
        var ruta = $"$.\"{clave}\"";
        return (db is SintraDbPostgres
            ? db.Secciones.FromSql($"select * from seccion where abiertas -> {clave} @> to_jsonb({codigo}::text)")
            : db.Secciones.FromSql($"select * from seccion where exists (select 1 from json_each(abiertas, {ruta}) where value = {codigo})")).Where(s => !s.Retirada);
    }
}
