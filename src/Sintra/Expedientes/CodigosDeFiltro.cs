using System.Linq.Expressions;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// By which codes a file is found: of every closed question that the dictionary flags, and of places their country and state. The most asked stand
/// in columns of their own (<see cref="FiltrosDeExpediente"/>); the others are rows of <see cref="FiltroMultiple"/>.
/// </summary>
public static class CodigosDeFiltro
{
    private static readonly Dictionary<string, Expression<Func<Expediente, string?>>> Columnas = new()
    {
        ["nivel_identificacion"] = e => e.Filtros.NivelIdentificacion,
        ["sexo"] = e => e.Filtros.Sexo,
        ["grupo_edad"] = e => e.Filtros.GrupoDeEdad,
        ["mayoria_registro"] = e => e.Filtros.Mayoria,
        ["calidad"] = e => e.Filtros.Calidad,
        ["via_deteccion"] = e => e.Filtros.ViaDeteccion,
        ["tipo_victima"] = e => e.Filtros.TipoVictima,
        ["situacion_migratoria"] = e => e.Filtros.SituacionMigratoria,
        ["idioma"] = e => e.Filtros.Idioma,
        ["entidad_registra"] = e => e.EntidadQueRegistra,
    };

    /// <summary>Whether a file is found by this variable.</summary>
    public static bool SeBusca(Variable variable, DiccionarioVigente diccionario) => Columnas.ContainsKey(variable.Clave) || EnRenglones(variable, diccionario);

    /// <summary>The codes of an answer; of a place, its country and its state, which are no country's.</summary>
    public static IEnumerable<string> De(Valor? valor) => valor switch
    {
        ValorDeOpcion { Codigo: var codigo } => [codigo],
        ValorDeOpciones { Codigos: var codigos } => codigos,
        ValorDeLugar { Lugar: var lugar } => new[] { lugar.Pais, lugar.Entidad }.OfType<string>(),
        _ => [],
    };

    /// <summary>Whether its codes are rows of <see cref="FiltroMultiple"/>.</summary>
    internal static bool EnRenglones(Variable variable, DiccionarioVigente diccionario) =>
        variable is { Filtrable: true, Sellada: false, Tipo: TipoDeVariable.Opcion or TipoDeVariable.Opciones or TipoDeVariable.SiNo or TipoDeVariable.Lugar }
        && !Columnas.ContainsKey(variable.Clave)
        && EsDelExpediente(variable, diccionario);

    // What the event says, and what entities with screens of their own say, is of another row than the file's.
    private static bool EsDelExpediente(Variable variable, DiccionarioVigente diccionario) => variable.Unidad switch
    {
        UnidadDeVariable.Persona or UnidadDeVariable.Expediente => variable.Pagina is not null,
        UnidadDeVariable.Fila => variable.Pagina is { } pagina && diccionario.Pagina(pagina) is { Tipo: "generica" },
        UnidadDeVariable.Sistema => variable.Derivada is not null && (variable.Grupo is null || !diccionario.DeEntidad(variable.Grupo).Any()),
        _ => false,
    };

    extension(IQueryable<Expediente> expedientes)
    {
        /// <summary>Those that answer a variable with a code.</summary>
        public IQueryable<Expediente> QueDicen(string variable, string codigo)
        {
            if (!Columnas.TryGetValue(variable, out var columna))
            {
                return expedientes.Where(e => e.FiltrosMultiples.Any(f => f.Variable == variable && f.Codigo == codigo));
            }

            // Through a closure, as the compiler does it: a constant would be a new query for each code.
            Expression<Func<string?>> dicho = () => codigo;
            return expedientes.Where(Expression.Lambda<Func<Expediente, bool>>(Expression.Equal(columna.Body, dicho.Body), columna.Parameters));
        }
    }
}
