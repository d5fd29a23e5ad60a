using Microsoft.Extensions.Localization;
using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>What every control writes with: elements, texts in the reader's language, the dictionary.</summary>
internal sealed class Lienzo(Escritor h, IStringLocalizer textos, DiccionarioVigente diccionario)
{
    public Escritor H => h;

    public DiccionarioVigente Diccionario => diccionario;

    public string T(string clave) => textos[clave];

    public string T(string clave, params object[] partes) => textos[clave, partes];

    /// <summary>Text for who hears the page and does not see what stands around it.</summary>
    public void SoloLectores(string texto) => h.Elemento("span", texto, ("class", "s-solo-lectores"));
}
