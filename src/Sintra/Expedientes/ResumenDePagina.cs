using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>One question and its answer in words.</summary>
/// <param name="Fila">«Explotación 2» for rows of a group; null for single answers.</param>
/// <param name="Texto">Null when there is no answer.</param>
/// <param name="Revelada">Something of it is sealed and open to this reader now: the value, or the locality of a place.</param>
/// <param name="EnPapel">The words without what is revealed, for paper; null when nothing is left.</param>
public sealed record RenglonDeResumen(Variable Variable, int? Fila, string? Texto, bool Protegida, bool Revelada, string? EnPapel)
{
    /// <summary>The question as it was worded when it was answered, where it was answered.</summary>
    public Variable Preguntada { get; init; } = Variable;

    /// <summary>Path of the question, as forms and failures name it.</summary>
    public string Ruta => Fila is { } fila ? RutaDeCampo.De(Variable.Grupo, fila, Variable.Clave) : Variable.Clave;

    /// <summary>Whether there is an answer, seen or not.</summary>
    public bool Contestada => Texto is not null || Protegida;

    /// <summary>The file within reach that the answer names; null for every other answer.</summary>
    public ExpedienteId? Enlace { get; init; }
}

/// <summary>A page in words: check answers, print, history.</summary>
public sealed class ResumenDePagina(DiccionarioVigente diccionario)
{
    /// <summary>What is asked of this file today, in order; questions whose condition does not hold are left out, and those retired since stay where they were answered.</summary>
    public IReadOnlyList<RenglonDeResumen> De(string pagina, ExpedienteLeido leido) =>
        De(ConRetiradas(pagina, PaginaLeida.De(diccionario, diccionario.Pagina(pagina)!, leido)));

    /// <summary>What is asked of this event today, and what was answered to questions retired since.</summary>
    public IReadOnlyList<RenglonDeResumen> De(HechoLeido leido) => De(ConRetiradas(EscrituraDeHecho.Pagina, PaginaLeida.De(diccionario, leido)));

    public IReadOnlyList<RenglonDeResumen> De(PaginaLeida pagina) =>
    [
        .. pagina.Preguntas.Where(v => v.Unidad != UnidadDeVariable.Fila && Reglas.EsVisible(v, pagina.Contexto))
            .Select(v => Renglon(v, null, pagina.Visibles.Unicas, pagina)),

        // Conditions are tested on what the row says, not on what this reader sees of it.
        .. from grupo in pagina.Preguntas.Where(v => v.Unidad == UnidadDeVariable.Fila).GroupBy(v => v.Grupo!)
           from fila in pagina.Reales.Filas.GetValueOrDefault(grupo.Key, [])
           let contexto = pagina.Contexto.DeFila(fila)
           let visible = pagina.Visibles.Filas[grupo.Key].Single(f => f.Numero == fila.Numero)
           from variable in grupo
           where Reglas.EsVisible(variable, contexto)
           select Renglon(variable, fila.Numero, visible.Respuestas, pagina),
    ];

    /// <summary>One row of an entity with a screen of its own, in the order of the dictionary.</summary>
    public IReadOnlyList<RenglonDeResumen> DeFila(string grupo, int numero, ExpedienteLeido leido)
    {
        var fila = leido.Reales.Filas.GetValueOrDefault(grupo, []).Single(f => f.Numero == numero);
        var visible = leido.Visibles.Filas[grupo].Single(f => f.Numero == numero);
        var contexto = leido.Contexto.DeFila(fila);
        var leida = new PaginaLeida([], leido.Secciones, leido.Vista, leido.Reales, leido.Visibles, contexto) { Versiones = leido.DeSuDia, Referidos = leido.Referidos };
        return [.. diccionario.Variables
            .Where(v => v.Unidad == UnidadDeVariable.Entidad && v.Grupo == grupo && (visible.Respuestas.ContainsKey(v.Clave) || (!v.Retirada && Reglas.EsVisible(v, contexto))))
            .Select(v => Renglon(v, numero, visible.Respuestas, leida) with { Fila = null })];
    }

    /// <summary>Some single answers, of whatever pages; questions that today's answers close are left out.</summary>
    public IReadOnlyList<RenglonDeResumen> DeVariables(IEnumerable<string> claves, ExpedienteLeido leido)
    {
        var leida = new PaginaLeida([], leido.Secciones, leido.Vista, leido.Reales, leido.Visibles, leido.Contexto) { Versiones = leido.DeSuDia, Referidos = leido.Referidos };
        return [.. claves.Select(diccionario.Buscar).OfType<Variable>().Where(v => Reglas.EsVisible(v, leido.Contexto)).Select(v => Renglon(v, null, leido.Visibles.Unicas, leida))];
    }

    private PaginaLeida ConRetiradas(string pagina, PaginaLeida leida)
    {
        var retiradas = diccionario.TodasDePagina(pagina).Where(v => v.Retirada && leida.Contestada(v)).ToList();
        return retiradas.Count == 0 ? leida : leida with { Preguntas = [.. leida.Preguntas.Concat(retiradas).OrderBy(v => v.Orden)] };
    }

    private RenglonDeResumen Renglon(Variable variable, int? fila, IReadOnlyDictionary<string, Respuesta> respuestas, PaginaLeida pagina)
    {
        var respuesta = respuestas.GetValueOrDefault(variable.Clave);

        // Words that changed since are read as they were on the day of the answer.
        var deSuDia = respuesta is not null && pagina.DeSuDia(variable, fila) is { } aquel && aquel.Buscar(variable.Clave) is not null ? aquel : diccionario;
        var preguntada = deSuDia == diccionario ? variable : deSuDia[variable.Clave];
        if (respuesta is null or { Valor: ValorProtegido })
        {
            return new(variable, fila, null, Protegida: respuesta is not null, Revelada: false, null) { Preguntada = preguntada };
        }

        var fino = pagina.Vista.VeLugarFino(variable);
        var texto = Texto(fino);
        var revelada = (variable.Sellada && respuesta.Valor is not null) || (fino && respuesta.Valor is ValorDeLugar { Lugar: { } l } && (l.Localidad ?? l.ComoLoRefirio) is not null);

        return new(variable, fila, texto, Protegida: false, revelada, !revelada ? texto : variable.Sellada ? null : Texto(detalle: false))
        {
            Preguntada = preguntada,
            Enlace = respuesta.Valor is ValorDeReferencia { Id: var referido } ? Referencias().Enlace(variable, referido) : null,
        };

        ReferenciaEnPalabras Referencias() => new(pagina.Visibles, pagina.Referidos, diccionario, EnIdioma);

        string Texto(bool detalle) => respuesta.Valor is ValorDeReferencia { Id: var id }
            ? Referencias().De(variable, id)
            : EnPalabras.De(preguntada, respuesta, deSuDia, detalle, EnIdioma);
    }

    private static Idioma EnIdioma => QuienLee.EnIngles ? Idioma.Ingles : Idioma.Espanol;
}
