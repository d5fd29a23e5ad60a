using Sintra.Expedientes;
using Sintra.Diccionario;

namespace Sintra.Consulta;

/// <summary>By which variables whoever asks may search: those that the dictionary flags and files are found by; sensitive ones with their permission.</summary>
public sealed class CriteriosDelDiccionario(DiccionarioVigente diccionario, Sesion sesion)
{
    // What is asked most stands in the form; whatever else is flagged is added to it on demand.
    private static readonly string[] DeSiempre = ["sexo", "nacionalidades", "formas", "calidad", "det_lugar", "lugar_residencia", "exp_lugar"];

    private static readonly string[] CatalogosDeLugar = ["estados", "paises"];

    /// <summary>In the order of the dictionary.</summary>
    public IReadOnlyList<Variable> Todos => [.. diccionario.Variables.Where(SeOfrece)];

    /// <summary>Those that the form always shows.</summary>
    public IReadOnlyList<Variable> Principales => [.. DeSiempre.Select(diccionario.Buscar).OfType<Variable>().Where(SeOfrece)];

    /// <summary>Null where there is none, or whoever asks may not search by it: nobody learns which.</summary>
    public Variable? Buscar(string clave) => diccionario.Buscar(clave) is { } variable && SeOfrece(variable) ? variable : null;

    /// <summary>The catalogues whose codes it is searched by: of a place, states and countries.</summary>
    public IEnumerable<Catalogo> Catalogos(Variable variable) => variable.Tipo == TipoDeVariable.Lugar
        ? CatalogosDeLugar.Select(c => diccionario.Catalogos[c])
        : [diccionario.Catalogos[variable.Catalogo ?? "si_no"]];

    /// <summary>The option of a code, or of the name that somebody typed; null where there is none.</summary>
    public Opcion? Opcion(Variable variable, string texto) =>
        Catalogos(variable).Select(c => c.Buscar(texto)).OfType<Opcion>().FirstOrDefault(o => o.Estado is null)
        ?? Catalogos(variable).Select(c => c.Nombres.Reconocer(texto)).OfType<Opcion>().FirstOrDefault(o => o.Estado is null);

    private bool SeOfrece(Variable variable) =>
        variable is { Filtrable: true, Retirada: false }
        && CodigosDeFiltro.SeBusca(variable, diccionario)
        && (variable.Privacidad != Privacidad.SE || sesion.Puede(Permiso.SensibleLeer));
}
