using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace Sintra.Web.Cara;

/// <summary>
/// Addresses of our own style sheets, fonts and modules, under a fingerprint of them all:
/// <c>/e/1f0c…/css/sintra.css</c> is asked for once and kept for a year, and so is what it names relatively (fonts, imported modules),
/// which a fingerprint per file would leave out. On a slow line a second page costs its HTML alone.
/// </summary>
public sealed class Estaticos(IWebHostEnvironment entorno)
{
    private readonly Lazy<string> _huella = new(() => entorno.IsDevelopment() ? "desarrollo" : Calcular(entorno.WebRootFileProvider));

    /// <summary>Of every file under wwwroot; fixed for the life of the process, except in development, where nothing is kept.</summary>
    public string Huella => _huella.Value;

    /// <param name="ruta">Inside wwwroot: <c>css/sintra.css</c>.</param>
    /// <returns>For an attribute that begins with <c>~/</c>.</returns>
    public string this[string ruta] => $"e/{Huella}/{ruta}";

    /// <summary>True when the answer may be kept for ever: its address changes with its content.</summary>
    internal bool EsDeHoy(string huella) => huella == Huella && !entorno.IsDevelopment();

    private static string Calcular(IFileProvider raiz)
    {
        using var suma = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Sumar(raiz, "", suma);
        return Convert.ToHexStringLower(suma.GetHashAndReset())[..16];
    }

    private static void Sumar(IFileProvider raiz, string carpeta, IncrementalHash suma)
    {
        foreach (var cosa in raiz.GetDirectoryContents(carpeta).OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            var ruta = $"{carpeta}/{cosa.Name}";
            if (cosa.IsDirectory)
            {
                Sumar(raiz, ruta, suma);
                continue;
            }

            using var contenido = cosa.CreateReadStream();
            suma.AppendData(System.Text.Encoding.UTF8.GetBytes(ruta));
            suma.AppendData(SHA256.HashData(contenido));
        }
    }
}
