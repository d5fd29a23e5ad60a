using System.Text.Encodings.Web;

namespace Sintra.Web.Piezas.Campos;

/// <summary>An attribute; a null value leaves it out, an empty one makes it a boolean attribute.</summary>
internal readonly record struct Atributo(string Nombre, string? Valor)
{
    public static implicit operator Atributo((string Nombre, string? Valor) par) => new(par.Nombre, par.Valor);

    /// <summary>A boolean attribute (<c>checked</c>, <c>hidden</c>), present when it holds.</summary>
    public static Atributo Si(string nombre, bool presente) => new(nombre, presente ? "" : null);
}

/// <summary>Writes elements; every text and attribute passes through the encoder, so there is no way to write raw HTML.</summary>
internal sealed class Escritor(TextWriter salida, HtmlEncoder codificador)
{
    /// <summary>Id of the control that has the focus when the page opens; null for none.</summary>
    public string? Foco { get; init; }

    /// <summary>Opens an element; void ones (<c>input</c>) need no closing.</summary>
    public Escritor Abrir(string elemento, params ReadOnlySpan<Atributo> atributos)
    {
        salida.Write('<');
        salida.Write(elemento);
        foreach (var (nombre, valor) in atributos)
        {
            if (valor is null)
            {
                continue;
            }

            salida.Write(' ');
            salida.Write(nombre);
            if (valor.Length > 0)
            {
                salida.Write("=\"");
                codificador.Encode(salida, valor);
                salida.Write('"');
                if (nombre == "id" && valor == Foco)
                {
                    salida.Write(" autofocus");
                }
            }
            else if (nombre == "value")
            {
                // «value» without a value would still be empty, but readers of the page expect to see it.
                salida.Write("=\"\"");
            }
        }

        salida.Write('>');
        return this;
    }

    public Escritor Cerrar(string elemento)
    {
        salida.Write("</");
        salida.Write(elemento);
        salida.Write('>');
        return this;
    }

    public Escritor Texto(string texto)
    {
        codificador.Encode(salida, texto);
        return this;
    }

    public Escritor Elemento(string elemento, string texto, params ReadOnlySpan<Atributo> atributos) =>
        Abrir(elemento, atributos).Texto(texto).Cerrar(elemento);
}
