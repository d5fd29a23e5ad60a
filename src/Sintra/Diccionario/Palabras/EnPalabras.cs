using System.Globalization;

namespace Sintra.Diccionario;

public enum Idioma
{
    Espanol,
    Ingles,
}

/// <summary>Answers as people read them: check-answers, file page, print, history.</summary>
public static class EnPalabras
{
    /// <param name="conDetalleDeLugar">Whether the reader may see localidad and the person's own words for a place (sealed always).</param>
    public static string De(
        Variable variable, Respuesta respuesta, DiccionarioVigente diccionario, bool conDetalleDeLugar = false, Idioma idioma = Idioma.Espanol) =>
        respuesta.Valor switch
        {
            null => De(respuesta.Estado, idioma),
            ValorDeTexto v => v.Texto,
            ValorDeReferencia v => v.Id,
            ValorDeNumero v => v.Numero.ToString("#,0.####", CultureInfo.InvariantCulture),
            ValorDeOpcion v => Rotulo(diccionario.CatalogoDe(variable), v.Codigo, idioma),
            ValorDeOpciones v => string.Join("; ", v.Codigos.Select(c => Rotulo(diccionario.CatalogoDe(variable), c, idioma))),
            ValorDeFecha v => FechasEnPalabras.De(FechaParcial.Del(v.Fecha), idioma),
            ValorDeFechaParcial v => FechasEnPalabras.De(v.Fecha, idioma),
            ValorDePeriodo v => FechasEnPalabras.De(v.Periodo, idioma),
            ValorDeLugar v => De(v.Lugar, diccionario, conDetalleDeLugar, idioma),
            ValorDeEdad v => De(v.Edad, diccionario, idioma),
            _ => throw new ArgumentOutOfRangeException(nameof(respuesta)),
        };

    /// <summary>The reason there is no value.</summary>
    public static string De(EstadoDeRespuesta estado, Idioma idioma = Idioma.Espanol) => (estado, idioma) switch
    {
        (EstadoDeRespuesta.NS, Idioma.Espanol) => "No sabe",
        (EstadoDeRespuesta.NC, Idioma.Espanol) => "Prefirió no contestar",
        (EstadoDeRespuesta.NA, Idioma.Espanol) => "No aplica",
        (EstadoDeRespuesta.NP, Idioma.Espanol) => "No se preguntó",
        (EstadoDeRespuesta.NS, _) => "Does not know",
        (EstadoDeRespuesta.NC, _) => "Preferred not to answer",
        (EstadoDeRespuesta.NA, _) => "Not applicable",
        (EstadoDeRespuesta.NP, _) => "Not asked",
        _ => "",
    };

    private static string De(Lugar lugar, DiccionarioVigente diccionario, bool conDetalle, Idioma idioma)
    {
        string?[] partes =
        [
            conDetalle ? lugar.Localidad : null,
            DeCatalogo("municipios", lugar.Municipio),
            DeCatalogo("estados", lugar.Entidad),
            DeCatalogo("paises", lugar.Pais),
        ];
        var texto = string.Join(", ", partes.OfType<string>());
        if (conDetalle && lugar.ComoLoRefirio is { } como)
        {
            texto = idioma == Idioma.Espanol ? $"{texto} («{como}»)" : $"{texto} (“{como}”)";
        }

        return texto.Length > 0 ? texto.TrimStart() : idioma == Idioma.Espanol ? "Detalle reservado" : "Details withheld";

        string? DeCatalogo(string catalogo, string? codigo) => codigo is null ? null : Rotulo(diccionario.Catalogos[catalogo], codigo, idioma);
    }

    private static string De(Edad edad, DiccionarioVigente diccionario, Idioma idioma)
    {
        var anios = (edad, idioma) switch
        {
            ({ Maxima: 0 }, Idioma.Espanol) => "menos de 1 año",
            ({ Maxima: 0 }, _) => "under 1 year",
            ({ EsExacta: true, Minima: 1 }, Idioma.Espanol) => "1 año",
            ({ EsExacta: true, Minima: 1 }, _) => "1 year",
            ({ EsExacta: true }, Idioma.Espanol) => $"{edad.Minima} años",
            ({ EsExacta: true }, _) => $"{edad.Minima} years",
            (_, Idioma.Espanol) => $"{edad.Minima} a {edad.Maxima} años",
            _ => $"{edad.Minima} to {edad.Maxima} years",
        };
        if (edad.Fuente is not { } codigo)
        {
            return anios;
        }

        var fuente = Rotulo(diccionario.Catalogos["fuente_edad"], codigo, idioma);
        return $"{anios} ({char.ToLowerInvariant(fuente[0])}{fuente[1..]})";
    }

    // A code that a later version took out is still the answer that was given.
    private static string Rotulo(Catalogo? catalogo, string codigo, Idioma idioma) =>
        catalogo?.Buscar(codigo) is not { } opcion ? codigo : idioma == Idioma.Espanol ? opcion.Nombre : opcion.NombreEn;
}
