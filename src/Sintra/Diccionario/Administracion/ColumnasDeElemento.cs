using System.Globalization;

namespace Sintra.Diccionario;

/// <summary>What follows from what a person says of an element, and what may not be missing.</summary>
internal static class ColumnasDeElemento
{
    private static readonly Dictionary<ClaseDeElemento, string[]> Indispensables = new()
    {
        [ClaseDeElemento.Variable] = ["etiqueta", "etiqueta_en", "seccion", "unidad", "tipo", "requerido", "privacidad", "definicion"],
        [ClaseDeElemento.Opcion] = ["codigo", "nombre"],
        [ClaseDeElemento.Pagina] = ["titulo", "titulo_en", "paso"],
    };

    public static IEnumerable<Falla> Faltantes(ClaseDeElemento clase, IReadOnlyDictionary<string, string> columnas) =>
        Indispensables.GetValueOrDefault(clase, []).Where(c => !columnas.ContainsKey(c)).Select(c => new Falla(c, "Escriba este dato."));

    /// <summary>
    /// Sealing and masking follow from the level of privacy (README of the dictionary): what identifies is sealed; what a person writes
    /// freely is sealed too, for nobody knows what it will say; sensitive codes are masked. What is sealed is neither filtered nor counted.
    /// </summary>
    /// <param name="nueva">Whether it is asked for the first time: an element in use keeps its seal.</param>
    public static void Completar(ClaseDeElemento clase, Dictionary<string, string> columnas, IReadOnlyList<Elemento> elementos, bool nueva)
    {
        if (clase == ClaseDeElemento.Pagina && nueva)
        {
            columnas.TryAdd("tipo", "generica");
            columnas.TryAdd("alto_riesgo", "0");
        }

        if (clase == ClaseDeElemento.Variable && nueva)
        {
            var sellada = columnas.GetValueOrDefault("privacidad") == nameof(Privacidad.ID)
                || columnas.GetValueOrDefault("tipo") is "texto_corto" or "texto_largo" or "telefono" or "correo" or "curp" or "archivo";
            columnas["sellada"] = sellada ? "1" : "0";
            columnas.TryAdd("ficha", "0");
            columnas.TryAdd("filtrable", "0");
        }

        if (clase == ClaseDeElemento.Variable)
        {
            columnas["enmascarada"] = columnas.GetValueOrDefault("sellada") == "1" || columnas.GetValueOrDefault("privacidad") == nameof(Privacidad.SE) ? "1" : "0";
        }

        if (clase is ClaseDeElemento.Variable or ClaseDeElemento.Pagina && !columnas.ContainsKey("orden"))
        {
            var hermanas = elementos.Where(e => e.Clase == clase && e[Padre(clase)] == columnas.GetValueOrDefault(Padre(clase)));
            var ultima = hermanas.Select(e => int.Parse(e["orden"] ?? "0", CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
            columnas["orden"] = (ultima + 10).ToString(CultureInfo.InvariantCulture);
        }
    }

    private static string Padre(ClaseDeElemento clase) => clase == ClaseDeElemento.Variable ? "pagina" : "paso";
}
