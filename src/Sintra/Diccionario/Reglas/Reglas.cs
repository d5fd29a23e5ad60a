namespace Sintra.Diccionario;

/// <summary>How a task of the file stands.</summary>
public enum EstadoDeTarea
{
    SinIniciar,
    EnCurso,

    /// <summary>The user said it is finished and nothing needed is missing.</summary>
    Completa,

    /// <summary>Its condition does not hold.</summary>
    NoAplica,
}

/// <summary>A question that still needs an answer.</summary>
/// <param name="Ruta"><c>clave</c> or <c>grupo[n].clave</c>.</param>
public sealed record RespuestaFaltante(Variable Variable, string Ruta);

/// <summary>What the dictionary asks, and what is missing.</summary>
public static class Reglas
{
    /// <summary>Whether the question is asked: always, or while its condition holds.</summary>
    public static bool EsVisible(Variable variable, IContextoDeCondicion contexto) => variable.Condicion?.SeCumple(contexto) ?? true;

    /// <summary>The answers to what is asked today: one whose condition no longer holds is kept where it is and left out of everything else.</summary>
    public static IReadOnlyDictionary<string, Respuesta> Vigentes(
        DiccionarioVigente diccionario, IReadOnlyDictionary<string, Respuesta> respuestas, IContextoDeCondicion contexto) =>
        respuestas.Where(r => EsVisible(diccionario[r.Key], contexto)).ToDictionary();

    /// <param name="variables">Of one page, or of the whole file.</param>
    /// <param name="nivel"><see cref="Requerido.M"/>: the minimum record; anything else: what «Registrado» needs (M, R, and C while it holds).</param>
    public static IReadOnlyList<RespuestaFaltante> Pendientes(
        IEnumerable<Variable> variables, Respuestas respuestas, ContextoDeCondicion contexto, Requerido nivel)
    {
        var faltan = new List<RespuestaFaltante>();
        foreach (var variable in variables.Where(v => SePide(v, nivel)))
        {
            if (variable.Unidad != UnidadDeVariable.Fila)
            {
                if (Falta(variable, respuestas.Unicas, contexto))
                {
                    faltan.Add(new(variable, variable.Clave));
                }

                continue;
            }

            foreach (var fila in respuestas.Filas.GetValueOrDefault(variable.Grupo!, []))
            {
                if (Falta(variable, fila.Respuestas, contexto.DeFila(fila)))
                {
                    faltan.Add(new(variable, RutaDeCampo.De(variable.Grupo, fila.Numero, variable.Clave)));
                }
            }
        }

        return faltan;
    }

    /// <param name="terminada">The user said so («¿Terminó esta sección?»).</param>
    public static EstadoDeTarea EstadoDe(
        Pagina pagina, IEnumerable<Variable> variables, Respuestas respuestas, ContextoDeCondicion contexto, bool terminada)
    {
        if (!(pagina.Condicion?.SeCumple(contexto) ?? true))
        {
            return EstadoDeTarea.NoAplica;
        }

        if (terminada)
        {
            return Pendientes(variables, respuestas, contexto, Requerido.R).Count == 0 ? EstadoDeTarea.Completa : EstadoDeTarea.EnCurso;
        }

        return respuestas.Unicas.Count == 0 && respuestas.Filas.Count == 0 ? EstadoDeTarea.SinIniciar : EstadoDeTarea.EnCurso;
    }

    private static bool SePide(Variable variable, Requerido nivel) =>
        variable.Unidad != UnidadDeVariable.Sistema
        && variable.Tipo != TipoDeVariable.Archivo
        && (nivel == Requerido.M ? variable.Requerido == Requerido.M : variable.Requerido != Requerido.O);

    private static bool Falta(Variable variable, IReadOnlyDictionary<string, Respuesta> respuestas, ContextoDeCondicion contexto) =>
        respuestas.GetValueOrDefault(variable.Clave) is not { Satisface: true }
        && EsVisible(variable, contexto)

        // Cross rule 6: who gave the date of birth gave the age.
        && !(variable.Clave == "edad_registro" && contexto.Buscar("fecha_nacimiento")?.Valor is not null);
}
