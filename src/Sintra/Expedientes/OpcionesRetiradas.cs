using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>An option that was retired stays with who has it: nobody chooses it anew, whatever the form offered when it was opened.</summary>
internal static class OpcionesRetiradas
{
    /// <param name="antes">What the owner says now.</param>
    public static IEnumerable<Falla> Elegidas(DiccionarioVigente diccionario, Respuestas captura, Respuestas antes) =>
    [
        .. captura.Unicas.Where(r => EligeUna(diccionario, r.Key, r.Value, antes.Unicas.GetValueOrDefault(r.Key))).Select(r => Falla(diccionario, r.Key, r.Key)),
        .. from grupo in captura.Filas
           from fila in grupo.Value
           let suya = antes.Filas.GetValueOrDefault(grupo.Key, []).FirstOrDefault(f => f.Numero == fila.Numero)
           from respuesta in fila.Respuestas
           where EligeUna(diccionario, respuesta.Key, respuesta.Value, suya?.Respuestas.GetValueOrDefault(respuesta.Key))
           select Falla(diccionario, respuesta.Key, RutaDeCampo.De(grupo.Key, fila.Numero, respuesta.Key)),
    ];

    private static bool EligeUna(DiccionarioVigente diccionario, string clave, Respuesta respuesta, Respuesta? antes) =>
        diccionario.CatalogoDe(diccionario[clave]) is { } catalogo && Codigos(respuesta).Except(Codigos(antes)).Any(c => catalogo.Buscar(c) is { Retirada: true });

    private static IReadOnlyList<string> Codigos(Respuesta? respuesta) => respuesta?.Valor switch
    {
        ValorDeOpcion una => [una.Codigo],
        ValorDeOpciones varias => varias.Codigos,
        _ => [],
    };

    private static Falla Falla(DiccionarioVigente diccionario, string clave, string ruta) =>
        new(ruta, $"{diccionario[clave].Etiqueta}: esa opción se retiró del diccionario; elija otra.");
}
