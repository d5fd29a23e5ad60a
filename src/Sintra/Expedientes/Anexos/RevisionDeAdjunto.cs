using Sintra.Diccionario;

namespace Sintra.Expedientes.Anexos;

/// <summary>What became of a document when it was looked at.</summary>
/// <param name="Falla">Why it is not taken; null when it is.</param>
/// <param name="Dibujado">An image as it will be kept; null for what is kept as it came.</param>
public sealed record AdjuntoRevisado(string? Formato, Dictamen Dictamen, Falla? Falla = null, ArchivoEnTransito? Dibujado = null);

/// <summary>Looks at what came: what it is, whether it may be taken, what the antivirus says; and draws images anew.</summary>
public sealed class RevisionDeAdjunto(DiccionarioVigente diccionario, Antivirus antivirus, Imagenes imagenes, OpcionesDeAnexos opciones, DirectorioDeDatos directorio)
{
    private string Etiqueta => diccionario[ListarAdjuntosHandler.Archivo].EtiquetaVisible;

    public async Task<AdjuntoRevisado> RevisarAsync(ArchivoEnTransito contenido, string? nombre, CancellationToken ct)
    {
        var reconocido = Reconocedor.Reconocer(contenido);
        if (reconocido.Formato is not { } formato || reconocido.Reparo is not null)
        {
            return new(reconocido.Formato, Dictamen.SinAntivirus, Decir(reconocido));
        }

        if (!Reconocedor.Concuerda(nombre ?? "", formato))
        {
            return new(formato, Dictamen.SinAntivirus, new(ListarAdjuntosHandler.Archivo, $"{Etiqueta}: su nombre dice una clase de documento y su contenido es {formato.ToUpperInvariant()}. Ábralo, guárdelo de nuevo con su programa y vuelva a elegirlo."));
        }

        var dictamen = await antivirus.ExaminarAsync(contenido, ct);
        if (dictamen == Dictamen.Infectado)
        {
            return new(formato, dictamen, new(ListarAdjuntosHandler.Archivo, $"{Etiqueta}: el antivirus encontró un programa dañino. No se guardó; avise a su área de sistemas y no lo abra."));
        }

        if (dictamen == Dictamen.NoResponde && opciones.SiFalla == SiFalla.Cerrado)
        {
            return new(formato, dictamen, new(ListarAdjuntosHandler.Archivo, $"{Etiqueta}: el antivirus no responde y sin él no se reciben documentos. Intente en unos minutos; si sigue, avise a la mesa de ayuda."));
        }

        return Reconocedor.EsImagen(formato) ? await DibujarAsync(contenido, formato, dictamen, ct) : new(formato, dictamen);
    }

    private async Task<AdjuntoRevisado> DibujarAsync(ArchivoEnTransito contenido, string formato, Dictamen dictamen, CancellationToken ct)
    {
        var dibujado = ArchivoEnTransito.Nuevo(directorio);
        var logrado = false;
        try
        {
            var reparo = await imagenes.DibujarAsync(contenido, formato, dibujado, ct);
            dibujado.Terminar();
            logrado = reparo is null;
            return reparo is null ? new(formato, dictamen, Dibujado: dibujado) : new(formato, dictamen, Decir(new(formato, reparo)));
        }
        finally
        {
            if (!logrado)
            {
                await dibujado.DisposeAsync();
            }
        }
    }

    private Falla Decir(Reconocido reconocido) => new(ListarAdjuntosHandler.Archivo, reconocido.Reparo switch
    {
        null => $"{Etiqueta}: por su contenido no es de las clases que se reciben ({Reconocedor.EnPalabras}). El nombre del archivo no cuenta.",
        Reparo.Cifrado => $"{Etiqueta}: pide contraseña. Guárdelo sin contraseña; aquí se conserva cifrado.",
        Reparo.ConProgramas => $"{Etiqueta}: trae macros o programas. Guárdelo sin ellos, por ejemplo como PDF impreso.",
        Reparo.ConArchivosDentro => $"{Etiqueta}: trae otros archivos dentro. Agréguelos por separado.",
        Reparo.Desmedido => $"{Etiqueta}: desplegado sería demasiado grande. Guárdelo con menos resolución o menos contenido.",
        _ => $"{Etiqueta}: está incompleto o dañado. Ábralo para comprobarlo, guárdelo de nuevo y vuelva a elegirlo.",
    });
}
