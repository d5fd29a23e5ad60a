using Microsoft.Extensions.Localization;
using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>A condition of the dictionary brought to one page.</summary>
/// <param name="Prueba">Null when it hangs on an answer that this reader may not see: telling would show it.</param>
/// <param name="Palabras">What the reader can do about it; null when nothing.</param>
internal sealed record CondicionDePregunta(Prueba? Prueba, string? Palabras);

/// <summary>Brings conditions to a page: what stands on it stays a test, what stands elsewhere is decided, what is hidden stays open.</summary>
/// <param name="rutaEnPagina">Path of the field of a variable, or null when the page does not ask it.</param>
internal sealed class ConversorDeCondicion(
    Func<string, string?> rutaEnPagina,
    Func<string, bool> esOculta,
    IContextoDeCondicion contexto,
    DiccionarioVigente diccionario,
    IStringLocalizer textos)
{
    public CondicionDePregunta Convertir(Condicion condicion)
    {
        var (prueba, palabras) = Convertir(condicion, negada: false);
        return new(prueba, palabras is null ? null : textos["cond_solo_si", palabras].Value);
    }

    // Negation goes down to the leaves, where words can say it.
    private CondicionDePregunta Convertir(Condicion condicion, bool negada) => condicion switch
    {
        CondicionNo c => Convertir(c.Negada, !negada),
        CondicionY c => Unir(todas: !negada, Convertir(c.Izquierda, negada), Convertir(c.Derecha, negada)),
        CondicionO c => Unir(todas: negada, Convertir(c.Izquierda, negada), Convertir(c.Derecha, negada)),
        CondicionDeLleno c => Hoja(c, c.Referencia, negada, ruta => new Prueba.Lleno(ruta), () => textos[negada ? "cond_no_lleno" : "cond_lleno", Etiqueta(c.Referencia)]),
        CondicionDeCodigo c => Hoja(c, c.Referencia, negada, ruta => new Prueba.En(ruta, c.Codigos), () => textos[negada ? "cond_no_es" : "cond_es", Etiqueta(c.Referencia), Opciones(c)]),
        _ => throw new NotSupportedException(condicion.GetType().Name),
    };

    private CondicionDePregunta Unir(bool todas, CondicionDePregunta a, CondicionDePregunta b)
    {
        var abierta = a.Prueba is null || b.Prueba is null;
        var prueba = Prueba.Unir(todas, new[] { a.Prueba, b.Prueba }.OfType<Prueba>());
        // What the visible part decides alone is decided; else one hidden part leaves the whole open.
        var resultado = abierta && prueba is not Prueba.Fija ? null : abierta && prueba is Prueba.Fija { Valor: var valor } && valor == todas ? null : prueba;
        return new(resultado, resultado is Prueba.Fija ? null : Juntar(todas, a, b));
    }

    private string? Juntar(bool todas, CondicionDePregunta a, CondicionDePregunta b) => (a.Palabras, b.Palabras) switch
    {
        ({ } una, { } otra) => textos[todas ? "cond_y" : "cond_o", una, otra],
        var (una, otra) => una ?? otra,
    };

    private CondicionDePregunta Hoja(Condicion condicion, ReferenciaDeCondicion referencia, bool negada, Func<string, Prueba> prueba, Func<string> palabras)
    {
        if (esOculta(referencia.Clave))
        {
            return new(null, palabras());
        }

        if (rutaEnPagina(referencia.Clave) is not { } ruta)
        {
            return new(new Prueba.Fija(condicion.SeCumple(contexto) != negada), null);
        }

        var hoja = prueba(referencia.Nivel is { } nivel ? $"{ruta}.{nivel}" : ruta);
        return new(negada ? new Prueba.No(hoja) : hoja, palabras());
    }

    private string Etiqueta(ReferenciaDeCondicion referencia) => diccionario[referencia.Clave].EtiquetaVisible;

    private string Opciones(CondicionDeCodigo condicion)
    {
        var variable = diccionario[condicion.Referencia.Clave];
        var catalogo = condicion.Referencia.Nivel switch
        {
            null => diccionario.CatalogoDe(variable),
            "pais" => diccionario.Catalogos["paises"],
            "entidad" => diccionario.Catalogos["estados"],
            _ => diccionario.Catalogos["municipios"],
        };
        return condicion.Codigos
            .Select(c => catalogo?.Buscar(c) is { } opcion ? $"«{opcion.NombreVisible}»" : c)
            .Aggregate((unas, otra) => textos["cond_o", unas, otra]);
    }
}
