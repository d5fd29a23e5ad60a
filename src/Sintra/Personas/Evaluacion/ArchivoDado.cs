using System.Text;
using Sylvan.Data.Csv;

namespace Sintra.Personas;

/// <summary>The files that the verb is given: read whole, or refused in words.</summary>
internal static class ArchivoDado
{
    private static readonly UTF8Encoding Estricto = new(false, throwOnInvalidBytes: true);

    /// <summary>The rows of a CSV file by trimmed heads, cells trimmed; a row keeps its line.</summary>
    /// <exception cref="DatosIlegiblesException">Says which file, which line and what to put right.</exception>
    public static TablaDada Tabla(string ruta, char separador)
    {
        var texto = Texto(ruta);
        if (string.IsNullOrWhiteSpace(texto))
        {
            throw new DatosIlegiblesException($"El archivo {ruta} está vacío.");
        }

        try
        {
            using var lector = new StringReader(texto);
            using var csv = CsvDataReader.Create(lector, new CsvDataReaderOptions { Delimiter = separador, HasHeaders = false, BufferSize = 0x100000 });
            var filas = new List<(int, string[])>();
            while (csv.Read())
            {
                var celdas = new string[csv.RowFieldCount];
                for (var i = 0; i < celdas.Length; i++)
                {
                    celdas[i] = csv.GetString(i).Trim();
                }

                if (celdas is not [""] and not [])
                {
                    filas.Add((csv.RowNumber, celdas));
                }
            }

            return TablaDada.De(ruta, filas);
        }
        catch (Exception causa) when (causa is CsvFormatException or CsvRecordTooLargeException)
        {
            var renglon = (causa as CsvFormatException)?.RowNumber;
            throw new DatosIlegiblesException($"El archivo {ruta} no es un CSV bien formado{(renglon is null ? "" : $": revise las comillas cerca del renglón {renglon}")}.");
        }
    }

    /// <exception cref="DatosIlegiblesException">Missing, unreadable or not UTF-8.</exception>
    public static string Texto(string ruta)
    {
        try
        {
            return Estricto.GetString(File.ReadAllBytes(ruta)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new DatosIlegiblesException($"El archivo {ruta} no está en UTF-8. Guárdelo como «CSV UTF-8».");
        }
        catch (Exception causa) when (causa is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DatosIlegiblesException($"No existe el archivo {ruta}.");
        }
        catch (Exception causa) when (causa is IOException or UnauthorizedAccessException)
        {
            throw new DatosIlegiblesException($"El archivo {ruta} no se puede leer: revise sus permisos y que sea un archivo.");
        }
    }
}

/// <summary>A CSV file in memory.</summary>
/// <param name="Cabeza">Trimmed.</param>
/// <param name="Filas">Each with the number of its row, the head being the first.</param>
internal sealed record TablaDada(string Ruta, string[] Cabeza, IReadOnlyList<(int Renglon, string[] Celdas)> Filas)
{
    public static TablaDada De(string ruta, IReadOnlyList<(int Renglon, string[] Celdas)> filas)
    {
        if (filas.Count == 0)
        {
            throw new DatosIlegiblesException($"El archivo {ruta} está vacío.");
        }

        var cabeza = filas[0].Celdas;
        return filas.Skip(1).Where(f => f.Celdas.Length != cabeza.Length).Select(f => (int?)f.Renglon).FirstOrDefault() is { } renglon
            ? throw new DatosIlegiblesException($"El renglón {renglon} de {ruta} no tiene las {cabeza.Length} columnas de la cabecera.")
            : new(ruta, cabeza, [.. filas.Skip(1)]);
    }

    /// <summary>The place of a column.</summary>
    /// <exception cref="DatosIlegiblesException">There is none.</exception>
    public int Lugar(string columna) => Array.IndexOf(Cabeza, columna.Trim()) is >= 0 and var lugar
        ? lugar
        : throw new DatosIlegiblesException($"El mapa nombra la columna «{columna}», que {Ruta} no tiene. Tiene: {string.Join(", ", Cabeza)}.");
}
