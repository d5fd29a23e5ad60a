using System.Text;
using System.Text.Unicode;

namespace Sintra.Intercambio;

/// <summary>A row and the line of the file on which it begins, from 1.</summary>
internal readonly record struct RenglonDeCsv(int Linea, IReadOnlyList<string> Campos);

/// <summary>Not a CSV file; <see cref="Exception.Message"/> says why in Spanish.</summary>
internal sealed class CsvIlegibleException(int linea, string motivo) : Exception(motivo)
{
    public int Linea => linea;
}

/// <summary>
/// RFC 4180 with what spreadsheets add: byte order mark, CRLF or LF, quoted fields with line breaks inside, blank lines.
/// Written out because a fault must be told by its line in the file, which a row number is not once a field spans lines.
/// </summary>
internal static class LectorDeCsv
{
    /// <exception cref="CsvIlegibleException">Not UTF-8, or a quote is never closed or followed by something else.</exception>
    public static IReadOnlyList<RenglonDeCsv> Leer(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes))
        {
            throw new CsvIlegibleException(LineaIlegible(bytes), "El archivo no está en UTF-8. Guárdelo como «CSV UTF-8».");
        }

        var texto = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var renglones = new List<RenglonDeCsv>();
        var (posicion, linea) = (0, 1);
        while (posicion < texto.Length)
        {
            var inicio = linea;
            var campos = new List<string>();
            bool hayMas;
            do
            {
                campos.Add(Campo(texto, ref posicion, ref linea));
                hayMas = posicion < texto.Length && texto[posicion] == ',';
                posicion++; // the comma, the end of the line, or past the end
            }
            while (hayMas);

            linea++;
            if (campos is not [""])
            {
                renglones.Add(new(inicio, campos));
            }
        }

        return renglones;
    }

    private static string Campo(string texto, ref int posicion, ref int linea)
    {
        if (posicion >= texto.Length || texto[posicion] != '"')
        {
            var fin = texto.AsSpan(posicion).IndexOfAny(',', '\n');
            var campo = fin < 0 ? texto[posicion..] : texto.Substring(posicion, fin);
            posicion += campo.Length;
            return campo;
        }

        var (valor, apertura) = (new StringBuilder(), linea);
        for (posicion++; posicion < texto.Length; posicion++)
        {
            if (texto[posicion] != '"')
            {
                linea += texto[posicion] == '\n' ? 1 : 0;
                valor.Append(texto[posicion]);
            }
            else if (posicion + 1 < texto.Length && texto[posicion + 1] == '"')
            {
                posicion++;
                valor.Append('"');
            }
            else
            {
                posicion++;
                return posicion >= texto.Length || texto[posicion] is ',' or '\n'
                    ? valor.ToString()
                    : throw new CsvIlegibleException(linea, "Después de las comillas que cierran va una coma o el fin del renglón.");
            }
        }

        throw new CsvIlegibleException(apertura, "Hay comillas que se abren y no se cierran.");
    }

    private static int LineaIlegible(ReadOnlySpan<byte> bytes)
    {
        var linea = 1;
        while (Rune.DecodeFromUtf8(bytes, out var runa, out var consumidos) == System.Buffers.OperationStatus.Done)
        {
            linea += runa.Value == '\n' ? 1 : 0;
            bytes = bytes[consumidos..];
        }

        return linea;
    }
}
