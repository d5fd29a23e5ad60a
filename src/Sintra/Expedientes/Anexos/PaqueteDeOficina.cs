using System.IO.Compression;
using System.Text;

namespace Sintra.Expedientes.Anexos;

/// <summary>
/// Word and Excel documents (ECMA-376 part 2: a ZIP whose <c>[Content_Types].xml</c> says what is in it). Everything is decided on the list of
/// contents, before anything is unfolded; of the files in it only that one is read, within a limit.
/// </summary>
internal static class PaqueteDeOficina
{
    private const string Contenidos = "[Content_Types].xml";
    private const long MaximoDesplegado = 200L * 1024 * 1024;
    private const int MaximaProporcion = 100;
    private const int MaximoDeContenidos = 1024 * 1024;

    private static readonly string[] Archivos =
        [".zip", ".7z", ".rar", ".gz", ".tgz", ".bz2", ".xz", ".tar", ".cab", ".iso", ".jar", ".docx", ".docm", ".xlsx", ".xlsm", ".xlsb", ".pptx", ".pptm", ".odt", ".ods"];

    private static readonly string[] Ejecutables = [".exe", ".dll", ".js", ".vbs", ".ps1", ".bat", ".cmd", ".scr", ".lnk", ".hta"];

    public static Reconocido Reconocer(Stream contenido)
    {
        var indice = IndiceDeZip.Leer(contenido);
        if (indice.Entradas is not { } entradas)
        {
            return new(null, indice.Reparo);
        }

        if (entradas.Where(e => e.Nombre.Equals(Contenidos, StringComparison.OrdinalIgnoreCase)).ToList() is not [var tipos] || Formato(contenido, tipos) is not { } formato)
        {
            return new(null);
        }

        return new(formato.Nombre, formato.ConMacros ? Reparo.ConProgramas : Revisar(entradas));
    }

    private static Reparo? Revisar(IReadOnlyList<EntradaDeZip> entradas)
    {
        if (entradas.Any(e => e.Cifrada))
        {
            return Reparo.Cifrado;
        }

        if (entradas.Any(e => Path.GetFileName(e.Nombre).Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || Termina(e, Ejecutables)))
        {
            return Reparo.ConProgramas;
        }

        if (entradas.Any(e => SaleDeSuCarpeta(e.Nombre) || Termina(e, Archivos)))
        {
            return Reparo.ConArchivosDentro;
        }

        var (plegado, desplegado) = (entradas.Sum(e => e.Plegada), entradas.Sum(e => e.Desplegada));
        return desplegado > MaximoDesplegado || desplegado > Math.Max(plegado, 1) * MaximaProporcion ? Reparo.Desmedido : null;
    }

    private static bool Termina(EntradaDeZip entrada, string[] finales) => finales.Any(f => entrada.Nombre.EndsWith(f, StringComparison.OrdinalIgnoreCase));

    private static bool SaleDeSuCarpeta(string nombre) =>
        nombre.StartsWith('/') || nombre.AsSpan().IndexOfAny('\\', ':', '\0') >= 0 || nombre.Split('/').Contains("..");

    // Its XML is searched and not interpreted: no entity of it is ever resolved.
    private static (string Nombre, bool ConMacros)? Formato(Stream contenido, EntradaDeZip entrada)
    {
        if (entrada.Cifrada || entrada.Desplegada > MaximoDeContenidos || Abrir(contenido, entrada) is not { } texto)
        {
            return null;
        }

        var conMacros = texto.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || texto.Contains("vbaProject", StringComparison.OrdinalIgnoreCase);
        return texto.Contains("wordprocessingml.document.main+xml", StringComparison.Ordinal) || texto.Contains("ms-word.document.macroEnabled.main+xml", StringComparison.Ordinal) ? ("docx", conMacros)
            : texto.Contains("spreadsheetml.sheet.main+xml", StringComparison.Ordinal) || texto.Contains("ms-excel.sheet.macroEnabled.main+xml", StringComparison.Ordinal) ? ("xlsx", conMacros)
            : null;
    }

    private static string? Abrir(Stream contenido, EntradaDeZip entrada)
    {
        if (IndiceDeZip.Cuerpo(contenido, entrada) is not { } lugar)
        {
            return null;
        }

        contenido.Position = lugar;
        var (texto, largo) = (new byte[MaximoDeContenidos], 0);
        try
        {
            using var despliegue = entrada.Metodo == EntradaDeZip.SinPlegar ? null : new DeflateStream(contenido, CompressionMode.Decompress, leaveOpen: true);
            largo = (despliegue ?? contenido).ReadAtLeast(texto.AsSpan(0, (int)entrada.Desplegada), (int)entrada.Desplegada, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return largo == entrada.Desplegada ? Encoding.UTF8.GetString(texto, 0, largo) : null;
    }
}
