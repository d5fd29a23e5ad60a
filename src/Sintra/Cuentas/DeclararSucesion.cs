namespace Sintra.Cuentas;

public sealed record DeclararSucesion(string? Sucesora, DateOnly? Desde);

public sealed record SucesionDeclarada([property: DatoPublico] string De, [property: DatoPublico] string A, DateOnly Desde) : ISuceso;

/// <summary>Says which institution took the place of another, and since when. Names and files stay as they were; accesses do not pass by this alone.</summary>
public sealed class DeclararSucesionHandler(SintraDb db, Sesion sesion, Bitacora bitacora, TimeProvider reloj)
{
    private static readonly DateOnly Primero = new(1900, 1, 1);

    public async Task<Resultado<string>> EjecutarAsync(string institucion, DeclararSucesion orden, CancellationToken ct)
    {
        if (!await db.Instituciones.AdministrablesPor(sesion).AnyAsync(i => i.Sigla == institucion, ct))
        {
            return new NoExiste();
        }

        var fallas = new List<Falla>();
        var sigla = orden.Sucesora?.Trim() ?? "";
        if (sigla == institucion || !await db.Instituciones.AnyAsync(i => i.Sigla == sigla, ct))
        {
            fallas.Add(new(nameof(orden.Sucesora), "Elija de la lista la institución que tomó su lugar."));
        }

        if (orden.Desde is not { } desde || desde < Primero || desde > reloj.Hoy.AddYears(5))
        {
            fallas.Add(new(nameof(orden.Desde), "Escriba el día en que la sucesora empezó a actuar, o empezará dentro de cinco años."));
        }

        if (fallas.Count > 0)
        {
            return Resultado<string>.ConFallas(fallas);
        }

        var siguientes = (await db.Sucesiones.AsNoTracking().ToListAsync(ct)).ToLookup(s => s.Predecesora, s => s.Sucesora);
        if (siguientes[institucion].Contains(sigla))
        {
            return new Falla(nameof(orden.Sucesora), "Esa sucesión ya está declarada.");
        }

        if (Vienen(siguientes, sigla).Contains(institucion))
        {
            return new Falla(nameof(orden.Sucesora), "Esa institución es de las que vinieron antes de esta. Elija otra.");
        }

        db.Add(new Sucesion { Predecesora = institucion, Sucesora = sigla, Desde = orden.Desde!.Value, DeclaradaEn = reloj.Ahora, DeclaradaPor = sesion.Cuenta });
        bitacora.Asentar(new SucesionDeclarada(institucion, sigla, orden.Desde.Value));
        return await db.IntentarGuardarAsync(ct) ? sigla : new Falla(nameof(orden.Sucesora), "Esa sucesión ya está declarada.");
    }

    /// <summary>An institution and all that came after it.</summary>
    private static HashSet<string> Vienen(ILookup<string, string> siguientes, string desde)
    {
        var (vistas, pendientes) = (new HashSet<string> { desde }, new Queue<string>([desde]));
        while (pendientes.TryDequeue(out var una))
        {
            foreach (var siguiente in siguientes[una].Where(vistas.Add))
            {
                pendientes.Enqueue(siguiente);
            }
        }

        return vistas;
    }
}
