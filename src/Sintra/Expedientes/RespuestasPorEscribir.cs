using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>What an owner will say once a page is written over what it says now: conditions are tested against it.</summary>
internal static class RespuestasPorEscribir
{
    public static Respuestas De(Respuestas antes, Pagina pagina, CapturaLeida captura, ModoDeEscritura modo, DiccionarioVigente diccionario)
    {
        var borradas = diccionario.DePagina(pagina.Clave).Where(modo.Pregunto).Select(v => v.Clave).ToHashSet();
        var filas = antes.Filas.ToDictionary(g => g.Key, g => g.Value.ToDictionary(f => f.Numero));
        foreach (var (grupo, fila) in captura.Respuestas.Filas.SelectMany(g => g.Value.Select(f => (g.Key, f))))
        {
            DeGrupo(grupo)[fila.Numero] = new(fila.Numero, Sobre(DeGrupo(grupo).GetValueOrDefault(fila.Numero)?.Respuestas, fila.Respuestas));
        }

        foreach (var (grupo, numero) in captura.Quitadas)
        {
            DeGrupo(grupo).Remove(numero);
        }

        return new(Sobre(antes.Unicas, captura.Respuestas.Unicas), filas.ToDictionary(g => g.Key, IReadOnlyList<Fila> (g) => [.. g.Value.Values]));

        Dictionary<int, Fila> DeGrupo(string grupo) => filas.TryGetValue(grupo, out var suyas) ? suyas : filas[grupo] = [];

        Dictionary<string, Respuesta> Sobre(IReadOnlyDictionary<string, Respuesta>? viejas, IReadOnlyDictionary<string, Respuesta> nuevas) =>
            (viejas ?? new Dictionary<string, Respuesta>()).Where(r => !nuevas.ContainsKey(r.Key) && !borradas.Contains(r.Key)).Concat(nuevas).ToDictionary();
    }
}
