using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Seguimiento;

/// <summary>Registers a call that the institution answered.</summary>
/// <param name="Hecho">The event it gave rise to, of the same institution.</param>
public sealed record RegistrarLlamada(DateOnly Fecha, HechoId? Hecho, RespuestaCodificada Sexo, RespuestaCodificada Clasificacion);

public sealed record LlamadaRegistrada(Guid Llamada, HechoId? Hecho, DateOnly Fecha) : ISuceso;

public sealed class RegistrarLlamadaHandler(SintraDb db, DiccionarioVigente diccionario, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    public async Task<Resultado<Guid>> EjecutarAsync(RegistrarLlamada orden, CancellationToken ct)
    {
        if (orden.Hecho is { } hecho && !await db.Hechos.AnyAsync(h => h.Id == hecho && h.Institucion == sesion.Institucion, ct))
        {
            return new NoExiste();
        }

        if (orden.Fecha > reloj.Hoy)
        {
            return new Falla(nameof(orden.Fecha), "La fecha de la llamada no puede ser futura.");
        }

        if (!diccionario.Conoce("sexo", orden.Sexo))
        {
            return new Falla(nameof(orden.Sexo), "Elija el sexo de quien llama entre las opciones del catálogo.");
        }

        if (!diccionario.Conoce("clasificacion_llamada", orden.Clasificacion))
        {
            return new Falla(nameof(orden.Clasificacion), "Elija la clasificación de la llamada entre las opciones del catálogo.");
        }

        var llamada = new Llamada
        {
            Institucion = sesion.Institucion,
            Fecha = orden.Fecha,
            Hecho = orden.Hecho,
            Sexo = orden.Sexo.Codigo,
            EstadoDeSexo = orden.Sexo.Estado,
            Clasificacion = orden.Clasificacion.Codigo,
            EstadoDeClasificacion = orden.Clasificacion.Estado,
            CreadaEn = reloj.Ahora,
            CreadaPor = sesion.Cuenta,
        };
        db.Add(llamada);
        bitacora.Asentar(new LlamadaRegistrada(llamada.Id, llamada.Hecho, llamada.Fecha));
        await db.SaveChangesAsync(ct);

        return llamada.Id;
    }
}

internal static class CodigosConocidos
{
    extension(DiccionarioVigente diccionario)
    {
        /// <summary>There is no code, or it is one of the catalogue's that may be chosen.</summary>
        public bool Conoce(string catalogo, RespuestaCodificada respuesta) =>
            respuesta.Codigo is not { } codigo || diccionario.Catalogos[catalogo].Buscar(codigo) is { Estado: null };
    }
}
