using Sintra.Diccionario;

namespace Sintra.Expedientes.Anexos;

/// <summary>What was said of a document, understood; or what is to be corrected.</summary>
/// <param name="Tipo">Catalogue <c>tipo_adjunto</c>; null only with faults.</param>
/// <param name="Reservado">Asked for, or its type always is.</param>
public sealed record AdjuntoLeido(string? Tipo, NombreDeAdjunto Nombre, string? Renglon, bool Reservado, IReadOnlyList<Falla> Fallas);

/// <summary>Reads the form of a document by the dictionary.</summary>
public sealed class LectorDeAdjunto(DiccionarioVigente diccionario, TimeProvider reloj)
{
    private const int LargoDeNombre = 200;

    /// <param name="renglones">Those that it may bear out.</param>
    public AdjuntoLeido Leer(AgregarAdjunto orden, IReadOnlyList<RenglonRespaldado> renglones)
    {
        var captura = new LectorDeCaptura(diccionario).Leer(diccionario.DeEntidad(ListarAdjuntosHandler.Grupo), orden.Campos, reloj.Hoy);
        var respuestas = captura.Respuestas.Unicas;
        var tipo = (respuestas.GetValueOrDefault(ListarAdjuntosHandler.Tipo)?.Valor as ValorDeOpcion)?.Codigo;
        var descripcion = (respuestas.GetValueOrDefault(ListarAdjuntosHandler.Descripcion)?.Valor as ValorDeTexto)?.Texto;
        var renglon = string.IsNullOrEmpty(orden.Renglon) ? null : orden.Renglon;
        return new(
            tipo,
            new(Nombre(orden.Nombre), descripcion),
            renglon,
            orden.Reservado || (tipo is not null && diccionario.Catalogos["tipo_adjunto"].Buscar(tipo)?.Atributos.GetValueOrDefault("reserva") == "1"),
            [
                .. captura.Fallas,
                .. OpcionesRetiradas.Elegidas(diccionario, captura.Respuestas, Respuestas.Vacias),
                .. Faltas(orden, captura, tipo, renglon is null || renglones.Any(r => r.Ruta == renglon)),
            ]);
    }

    private IEnumerable<Falla> Faltas(AgregarAdjunto orden, CapturaLeida captura, string? tipo, bool seRespalda)
    {
        if (tipo is null && captura.Fallas.All(f => f.Campo != ListarAdjuntosHandler.Tipo))
        {
            yield return new(ListarAdjuntosHandler.Tipo, $"{diccionario[ListarAdjuntosHandler.Tipo].EtiquetaVisible}: elija una de las opciones.");
        }

        var archivo = diccionario[ListarAdjuntosHandler.Archivo].EtiquetaVisible;
        if (orden.Excedido)
        {
            yield return new(ListarAdjuntosHandler.Archivo, $"{archivo}: pasa de {OpcionesDeAnexos.MaximoDeMegas} MB. Divídalo o guárdelo con menos resolución.");
        }
        else if (orden.Contenido is not { Length: > 0 })
        {
            yield return new(ListarAdjuntosHandler.Archivo, $"{archivo}: elija el documento que quiere agregar.");
        }

        if (!seRespalda)
        {
            yield return new(AgregarAdjuntoHandler.CampoDeRenglon, "Elija de la lista qué respalda el documento.");
        }
    }

    // Some browsers send the folder too; what no keyboard writes is left out.
    private static string Nombre(string? enviado)
    {
        var nombre = new string([.. (enviado ?? "").Where(c => !char.IsControl(c))]);
        nombre = nombre[(nombre.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return nombre.Length > LargoDeNombre ? nombre[^LargoDeNombre..] : nombre;
    }
}
