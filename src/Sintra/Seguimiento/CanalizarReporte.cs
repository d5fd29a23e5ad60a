using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Seguimiento;

/// <summary>Hands the report of an event to another institution; nobody's data go with it.</summary>
/// <param name="Fecha">Null where the day is not known.</param>
public sealed record CanalizarReporte(HechoId Hecho, string Destino, DateOnly? Fecha);

public sealed record ReporteCanalizado(Guid Canalizacion, HechoId Hecho, [property: DatoPublico] string Destino) : ISuceso;

public sealed class CanalizarReporteHandler(SintraDb db, DiccionarioVigente diccionario, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    public async Task<Resultado<Guid>> EjecutarAsync(CanalizarReporte orden, CancellationToken ct)
    {
        if (!await db.Hechos.AnyAsync(h => h.Id == orden.Hecho && h.Institucion == sesion.Institucion, ct))
        {
            return new NoExiste();
        }

        if (diccionario.Catalogos["instituciones"].Buscar(orden.Destino) is null || orden.Destino == sesion.Institucion)
        {
            return new Falla(nameof(orden.Destino), "Elija otra institución del catálogo como destino.");
        }

        if (orden.Fecha > reloj.Hoy)
        {
            return new Falla(nameof(orden.Fecha), "La fecha de la canalización no puede ser futura.");
        }

        var canalizacion = new CanalizacionDeReporte
        {
            Hecho = orden.Hecho,
            Destino = orden.Destino,
            Fecha = orden.Fecha,
            CreadaEn = reloj.Ahora,
            CreadaPor = sesion.Cuenta,
        };
        db.Add(canalizacion);
        bitacora.Asentar(new ReporteCanalizado(canalizacion.Id, orden.Hecho, orden.Destino));
        await db.SaveChangesAsync(ct);

        return canalizacion.Id;
    }
}
