namespace Sintra.Diccionario;

/// <summary>Rules between two answers of the same row, by the numbers of the dictionary's README («Cross rules»).</summary>
internal static class ReglasCruzadas
{
    public static IEnumerable<Falla> Revisar(DiccionarioVigente diccionario, string? grupo, int fila, IReadOnlyDictionary<string, Respuesta> respuestas)
    {
        // 2. A sub-form belongs to the form of its row.
        if (Opcion("submodalidad") is { } submodalidad
            && Opcion("forma") is { } forma
            && submodalidad.Atributos.GetValueOrDefault("cve_forma") != forma.Codigo)
        {
            yield return Falla("submodalidad", "no corresponde a la forma de explotación de este renglón; elija otra o corrija la forma.");
        }

        // 3. At most cannot be less than at least.
        if (Numero("num_personas_max") < Numero("num_personas_grupo"))
        {
            yield return Falla("num_personas_max", "escriba un número igual o mayor que el de personas del grupo.");
        }

        Opcion? Opcion(string clave) => respuestas.GetValueOrDefault(clave)?.Valor is ValorDeOpcion { Codigo: var codigo }
            ? diccionario.CatalogoDe(diccionario[clave])?.Buscar(codigo)
            : null;

        decimal? Numero(string clave) => (respuestas.GetValueOrDefault(clave)?.Valor as ValorDeNumero)?.Numero;

        Falla Falla(string clave, Frase mensaje) => new(RutaDeCampo.De(grupo, fila, clave), $"{diccionario[clave].EtiquetaVisible}: {mensaje}");
    }
}
