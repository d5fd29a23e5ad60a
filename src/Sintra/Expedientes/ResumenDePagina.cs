using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>One question and its answer in words.</summary>
/// <param name="Fila">«Explotación 2» for rows of a group; null for single answers.</param>
/// <param name="Texto">Null when there is no answer.</param>
public sealed record RenglonDeResumen(Variable Variable, int? Fila, string? Texto, bool Protegida);

/// <summary>A page in words: check answers, print, history.</summary>
public sealed class ResumenDePagina(DiccionarioVigente diccionario, EnPalabras palabras, TimeProvider reloj)
{
    /// <summary>What is asked of this file today, in order; questions whose condition does not hold are left out.</summary>
    public IReadOnlyList<RenglonDeResumen> De(string pagina, ExpedienteLeido leido)
    {
        var contexto = new ContextoDeCondicion(leido.Reales, Derivadas.Calcular(leido.Reales, reloj.Hoy));
        var preguntas = PreguntasDePagina.De(diccionario, diccionario.Pagina(pagina)!, leido.Expediente).ToList();

        return
        [
            .. preguntas.Where(v => v.Unidad != UnidadDeVariable.Fila && Reglas.EsVisible(v, contexto))
                .Select(v => Renglon(v, null, leido.Visibles.Unicas, leido.Vista)),
            .. from grupo in preguntas.Where(v => v.Unidad == UnidadDeVariable.Fila).GroupBy(v => v.Grupo!)
               from fila in leido.Visibles.Filas.GetValueOrDefault(grupo.Key, [])
               from variable in grupo
               select Renglon(variable, fila.Numero, fila.Respuestas, leido.Vista),
        ];
    }

    private RenglonDeResumen Renglon(Variable variable, int? fila, IReadOnlyDictionary<string, Respuesta> respuestas, Vista vista)
    {
        var respuesta = respuestas.GetValueOrDefault(variable.Clave);
        var protegida = respuesta?.Valor is ValorProtegido;

        return new(variable, fila, respuesta is null || protegida ? null : palabras.De(variable, respuesta, vista.VeLugarFino(variable)), protegida);
    }
}
