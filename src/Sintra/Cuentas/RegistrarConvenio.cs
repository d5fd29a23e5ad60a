namespace Sintra.Cuentas;

/// <param name="Hasta">Only an exemption may do without.</param>
public sealed record RegistrarConvenio(ClaseDeConvenio? Clase, string? Objeto, DateOnly? Desde, DateOnly? Hasta, string? Anexo);

public sealed record ConvenioRegistrado(Guid Convenio, [property: DatoPublico] string Institucion, ClaseDeConvenio Clase, DateOnly Desde, DateOnly? Hasta) : ISuceso;

/// <summary>Writes an agreement down; the next request of its institution's open sessions already has what it gives.</summary>
public sealed class RegistrarConvenioHandler(SintraDb db, Sesion sesion, Bitacora bitacora, TimeProvider reloj)
{
    private static readonly DateOnly Primero = new(1990, 1, 1);
    private static readonly DateOnly Ultimo = new(2100, 12, 31);

    public async Task<Resultado<Guid>> EjecutarAsync(string institucion, RegistrarConvenio orden, CancellationToken ct)
    {
        if (!await db.Instituciones.AdministrablesPor(sesion).AnyAsync(i => i.Sigla == institucion, ct))
        {
            return new NoExiste();
        }

        var (objeto, anexo) = (orden.Objeto?.Trim() ?? "", string.IsNullOrWhiteSpace(orden.Anexo) ? null : orden.Anexo.Trim());
        if (Fallas(orden, objeto, anexo).ToList() is { Count: > 0 } fallas)
        {
            return Resultado<Guid>.ConFallas(fallas);
        }

        var (clase, desde, hasta) = (orden.Clase!.Value, orden.Desde!.Value, orden.Hasta);
        if (await db.Convenios.AnyAsync(c => c.Institucion == institucion && c.Clase == clase && c.Desde == desde && c.Hasta == hasta && c.TerminadoEn == null, ct))
        {
            return new Falla(nameof(orden.Desde), "Ya está registrado un convenio de esa clase con esas fechas. Revise la lista de la institución.");
        }

        var convenio = new Convenio
        {
            Institucion = institucion,
            Clase = clase,
            Objeto = objeto,
            Desde = desde,
            Hasta = hasta,
            Fin = hasta ?? DateOnly.MaxValue,
            Anexo = anexo,
            RegistradoEn = reloj.Ahora,
            RegistradoPor = sesion.Cuenta,
        };
        db.Add(convenio);
        bitacora.Asentar(new ConvenioRegistrado(convenio.Id, institucion, clase, desde, hasta));
        await db.SaveChangesAsync(ct);
        return convenio.Id;
    }

    private static IEnumerable<Falla> Fallas(RegistrarConvenio orden, string objeto, string? anexo)
    {
        if (orden.Clase is not { } clase || !Enum.IsDefined(clase))
        {
            yield return new(nameof(orden.Clase), "Elija la clase de convenio.");
        }

        if (objeto.Length is 0 or > Convenio.LargoDeTexto)
        {
            yield return new(nameof(orden.Objeto), $"Escriba el objeto y alcance del convenio, o la ley que exenta, en {Convenio.LargoDeTexto} caracteres o menos.");
        }

        if (orden.Desde is not { } desde || desde < Primero || desde > Ultimo)
        {
            yield return new(nameof(orden.Desde), "Escriba el día en que empieza, entre 1990 y 2100.");
        }

        if (orden.Hasta is null && orden.Clase is not ClaseDeConvenio.ExentaPorLey)
        {
            yield return new(nameof(orden.Hasta), "Escriba el último día de vigencia. Solamente quien está exenta por ley puede no tenerlo.");
        }
        else if (orden.Hasta < orden.Desde)
        {
            yield return new(nameof(orden.Hasta), "El último día es anterior al primero. Corrija una de las dos fechas.");
        }
        else if (orden.Hasta > Ultimo)
        {
            yield return new(nameof(orden.Hasta), "Escriba un último día del año 2100 o anterior.");
        }

        if (anexo?.Length > Convenio.LargoDeTexto)
        {
            yield return new(nameof(orden.Anexo), $"Escriba la nota de anexos en {Convenio.LargoDeTexto} caracteres o menos.");
        }
    }
}
