namespace Sintra.Consulta;

/// <param name="Criterios">The query of its address.</param>
/// <param name="DeLaInstitucion">Everybody of the institution may run it; or its author alone.</param>
/// <param name="AvisoSemanal">A weekly mail says how many files it has.</param>
public sealed record GuardarBusqueda(string? Nombre, string? Criterios, bool DeLaInstitucion, bool AvisoSemanal)
{
    // Never let a record print it: a name may say anything.
    public override string ToString() => nameof(GuardarBusqueda);
}

/// <param name="EsPropia">Of whoever asks: only they may delete it.</param>
public sealed record BusquedaEnLista(Guid Id, string Nombre, string Criterios, bool DeLaInstitucion, bool AvisoSemanal, bool EsPropia)
{
    // Never let a record print it.
    public override string ToString() => nameof(BusquedaEnLista);
}

/// <summary>Searches that one keeps: one's own, and those of the institution. One by identity is not kept: what it looks for is a person.</summary>
public sealed class BusquedasGuardadasHandler(SintraDb db, LectorDeCriterios lector, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    public const int MaximoDeNombre = 80;
    public const int MaximoPorCuenta = 100;
    private const int MaximoDeCriterios = 2000;

    public Task<List<BusquedaEnLista>> ListarAsync(CancellationToken ct)
    {
        var cuenta = sesion.Cuenta;
        return AlAlcance.AsNoTracking()
            .OrderBy(b => b.Nombre).ThenBy(b => b.Id)
            .Select(b => new BusquedaEnLista(b.Id, b.Nombre, b.Criterios, b.DeLaInstitucion, b.AvisoSemanal, b.Cuenta == cuenta))
            .ToListAsync(ct);
    }

    public async Task<Resultado<Guid>> GuardarAsync(GuardarBusqueda orden, CancellationToken ct)
    {
        var (nombre, leidos) = ((orden.Nombre ?? "").Trim(), lector.Leer(Campos(orden.Criterios)));
        if (!leidos.EsExito)
        {
            return new Falla(null, "Esta búsqueda ya no puede hacerse como está. Haga la búsqueda de nuevo y guárdela.");
        }

        if (leidos.Valor!.Identidad is not null)
        {
            return new Falla(null, "Una búsqueda por nombre u otro dato de identidad no se guarda: caduca a los 30 minutos para proteger a la persona.");
        }

        if (nombre.Length is 0 or > MaximoDeNombre)
        {
            return new Falla(nameof(orden.Nombre), $"Escriba cómo llamará a esta búsqueda, en {MaximoDeNombre} letras o menos. No escriba datos de personas.");
        }

        var cuenta = sesion.Cuenta;
        if (leidos.Valor.Direccion.Length > MaximoDeCriterios || await db.BusquedasGuardadas.CountAsync(b => b.Cuenta == cuenta, ct) >= MaximoPorCuenta)
        {
            return new Falla(null, $"Ya tiene {MaximoPorCuenta} búsquedas guardadas. Borre las que no use.");
        }

        var busqueda = new BusquedaGuardada
        {
            Cuenta = cuenta,
            Institucion = sesion.Institucion,
            Nombre = nombre,
            Criterios = leidos.Valor.Direccion,
            DeLaInstitucion = orden.DeLaInstitucion,
            AvisoSemanal = orden.AvisoSemanal,
            CreadaEn = reloj.Ahora,
        };
        db.Add(busqueda);
        bitacora.Asentar(new BusquedaConservada(busqueda.Id, leidos.Valor.Claves, busqueda.DeLaInstitucion));
        await db.SaveChangesAsync(ct);
        return busqueda.Id;
    }

    /// <returns>It does not exist: it was deleted, or is another's.</returns>
    public async Task<Resultado<Guid>> BorrarAsync(Guid id, CancellationToken ct)
    {
        var cuenta = sesion.Cuenta;
        if (await db.BusquedasGuardadas.AsTracking().SingleOrDefaultAsync(b => b.Id == id && b.Cuenta == cuenta, ct) is not { } busqueda)
        {
            return new NoExiste();
        }

        db.Remove(busqueda);
        bitacora.Asentar(new BusquedaBorrada(id));
        await db.SaveChangesAsync(ct);
        return id;
    }

    /// <summary>Names and values of a query.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Campos(string? criterios) => (criterios ?? "")
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('=', 2))
        .Where(p => p.Length == 2)
        .Select(p => KeyValuePair.Create(Uri.UnescapeDataString(p[0]), Uri.UnescapeDataString(p[1])));

    private IQueryable<BusquedaGuardada> AlAlcance
    {
        get
        {
            var (cuenta, institucion) = (sesion.Cuenta, sesion.Institucion);
            return db.BusquedasGuardadas.Where(b => b.Cuenta == cuenta || (b.DeLaInstitucion && b.Institucion == institucion));
        }
    }
}
