namespace Sintra.Diccionario;

/// <summary>A column of a catalogue's options that names an option of another: the state of a municipality, the form of a sub-form.</summary>
/// <param name="Catalogo">Whose options have it.</param>
/// <param name="Columna">As the catalogue's file calls it.</param>
/// <param name="Referido">Catalogue in which its codes are.</param>
/// <param name="Obligatoria">Rules and lists hang on it: no option is without.</param>
public sealed record ReferenciaDeOpcion(string Catalogo, string Columna, string Referido, bool Obligatoria = true);

/// <summary>Which columns name options of other catalogues: a new option without them would be outside the rules that read them.</summary>
public static class ReferenciasDeOpciones
{
    public static IReadOnlyList<ReferenciaDeOpcion> Todas { get; } =
    [
        new("instituciones", "tipo", "tipo_institucion"),
        new("instituciones", "nivel", "nivel_gobierno"),
        new("instituciones", "cve_ent", "estados", Obligatoria: false), // federal ones are of the whole country
        new("municipios", "cve_ent", "estados"),
        new("submodalidades_explotacion", "cve_forma", "formas_explotacion"),
        new("tipo_servicio", "medida", "medida_atencion"),
        new("tipo_servicio", "clasificacion", "clasificacion_atencion"),
    ];

    public static IEnumerable<ReferenciaDeOpcion> De(string catalogo) => Todas.Where(r => r.Catalogo == catalogo);

    /// <summary>What an option lacks of them, or names wrongly; each tied to its column.</summary>
    internal static IEnumerable<Falla> Fallas(string clave, IReadOnlyDictionary<string, string> columnas, IReadOnlyList<Elemento> elementos)
    {
        foreach (var referencia in De(clave.Split('/')[0]))
        {
            var codigo = columnas.GetValueOrDefault(referencia.Columna);
            if (codigo is null && referencia.Obligatoria)
            {
                yield return new(referencia.Columna, "Escriba este dato.");
            }
            else if (codigo is not null && !elementos.Any(e => e is { Clase: ClaseDeElemento.Opcion, Retirado: false } && e.Clave == $"{referencia.Referido}/{codigo}"))
            {
                yield return new(referencia.Columna, "Elija una de las opciones de la lista.");
            }
        }
    }
}
