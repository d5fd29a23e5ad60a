namespace Sintra.Cuentas;

/// <param name="Hasta">Null: until somebody ends it.</param>
public sealed record RegistrarRepresentacion(string? Representada, DateOnly? Desde, DateOnly? Hasta, string? Fundamento);

public sealed record RepresentacionRegistrada(
    Guid Representacion, [property: DatoPublico] string InstitucionQueCaptura, [property: DatoPublico] string Institucion, DateOnly Desde, DateOnly? Hasta) : ISuceso;

/// <summary>Writes down that an institution captures for another. Who says so must administer both, for it speaks for the represented one.</summary>
public sealed class RegistrarRepresentacionHandler(SintraDb db, Sesion sesion, Bitacora bitacora, TimeProvider reloj)
{
    private static readonly DateOnly Primero = new(1990, 1, 1);
    private static readonly DateOnly Ultimo = new(2100, 12, 31);

    public async Task<Resultado<Guid>> EjecutarAsync(string captura, RegistrarRepresentacion orden, CancellationToken ct)
    {
        if (!sesion.Puede(Permiso.InstitucionAdministrar) || !await db.Instituciones.AdministrablesPor(sesion).AnyAsync(i => i.Sigla == captura, ct))
        {
            return new NoExiste();
        }

        var (representada, fundamento) = (orden.Representada?.Trim() ?? "", orden.Fundamento?.Trim() ?? "");
        var fallas = Fallas(orden, fundamento).ToList();
        if (representada == captura || !await db.Instituciones.AdministrablesPor(sesion).AnyAsync(i => i.Sigla == representada, ct))
        {
            fallas.Insert(0, new(nameof(orden.Representada), "Elija de la lista la institución a cuyo nombre captura."));
        }

        if (fallas.Count > 0)
        {
            return Resultado<Guid>.ConFallas(fallas);
        }

        var (desde, fin) = (orden.Desde!.Value, orden.Hasta ?? DateOnly.MaxValue);
        if (await db.Representaciones.AnyAsync(r => r.InstitucionQueCaptura == captura && r.Representada == representada && r.Desde <= fin && r.Fin >= desde && r.Fin >= r.Desde, ct))
        {
            return new Falla(nameof(orden.Desde), "Ya hay una representación de esa institución en esos días. Termínela antes, o elija otras fechas.");
        }

        var representacion = new Representacion
        {
            InstitucionQueCaptura = captura,
            Representada = representada,
            Desde = desde,
            Hasta = orden.Hasta,
            Fin = fin,
            Fundamento = fundamento,
            RegistradaEn = reloj.Ahora,
            RegistradaPor = sesion.Cuenta,
        };
        db.Add(representacion);
        bitacora.Asentar(new RepresentacionRegistrada(representacion.Id, captura, representada, desde, orden.Hasta));
        await db.SaveChangesAsync(ct);
        return representacion.Id;
    }

    private static IEnumerable<Falla> Fallas(RegistrarRepresentacion orden, string fundamento)
    {
        if (orden.Desde is not { } desde || desde < Primero || desde > Ultimo)
        {
            yield return new(nameof(orden.Desde), "Escriba el día en que empieza, entre 1990 y 2100.");
        }

        if (orden.Hasta < orden.Desde)
        {
            yield return new(nameof(orden.Hasta), "El último día es anterior al primero. Corrija una de las dos fechas.");
        }
        else if (orden.Hasta > Ultimo)
        {
            yield return new(nameof(orden.Hasta), "Escriba un último día del año 2100 o anterior, o déjelo en blanco.");
        }

        if (fundamento.Length is 0 or > Representacion.LargoDeTexto)
        {
            yield return new(nameof(orden.Fundamento), $"Escriba en qué se funda y dónde está el documento firmado, en {Representacion.LargoDeTexto} caracteres o menos.");
        }
    }
}
