namespace Sintra.Diccionario;

/// <summary>One version of the dictionary, whole and immutable. Everything else asks it: forms, validation, masks, lists, prints.</summary>
public sealed class DiccionarioVigente(
    int version,
    IReadOnlyList<Variable> variables,
    IReadOnlyList<Pagina> paginas,
    IReadOnlyDictionary<string, Catalogo> catalogos,
    IReadOnlyList<GrupoDeIdentidad> gruposDeIdentidad,
    IReadOnlyDictionary<string, IReadOnlyList<Transicion>> transiciones)
{
    private readonly Dictionary<string, Variable> _porClave = variables.ToDictionary(v => v.Clave);
    private readonly Dictionary<string, int> _posicion = variables.Select((v, i) => (v.Clave, i)).ToDictionary();
    private readonly ILookup<string?, Variable> _porPagina = variables.OrderBy(v => v.Orden).ToLookup(v => v.Pagina);

    /// <summary>From 1; each file's section remembers the version it was written with.</summary>
    public int Version => version;

    /// <summary>Every variable there is and has been.</summary>
    public IReadOnlyList<Variable> Variables => variables;

    /// <summary>Those in use, by step and order.</summary>
    public IReadOnlyList<Pagina> Paginas { get; } = [.. paginas.Where(p => !p.Retirada)];

    /// <summary>Retired ones included.</summary>
    public IReadOnlyList<Pagina> TodasLasPaginas => paginas;

    public IReadOnlyList<GrupoDeIdentidad> GruposDeIdentidad => gruposDeIdentidad;

    public IReadOnlyDictionary<string, Catalogo> Catalogos => catalogos;

    public Variable this[string clave] => _porClave[clave];

    public Variable? Buscar(string clave) => _porClave.GetValueOrDefault(clave);

    public Pagina? Pagina(string clave) => paginas.SingleOrDefault(p => p.Clave == clave);

    /// <summary>The variables of a page in the order in which they are asked, rows of groups included, retired ones not.</summary>
    public IEnumerable<Variable> DePagina(string pagina) => _porPagina[pagina].Where(v => !v.Retirada);

    /// <summary>Also those no longer asked, which old files still answer.</summary>
    public IEnumerable<Variable> TodasDePagina(string pagina) => _porPagina[pagina];

    /// <summary>What an entity with a screen of its own says, in the order of the dictionary; retired variables are not asked.</summary>
    public IEnumerable<Variable> DeEntidad(string grupo) => variables.Where(v => v.Unidad == UnidadDeVariable.Entidad && v.Grupo == grupo && !v.Retirada);

    /// <summary>Place of a variable in the dictionary; what it does not know goes last.</summary>
    public int Posicion(string clave) => _posicion.GetValueOrDefault(clave, int.MaxValue);

    /// <summary>The steps of a state machine: <c>expediente</c>, <c>calidad</c>, <c>canalizacion</c>.</summary>
    /// <exception cref="KeyNotFoundException">No such machine.</exception>
    public IReadOnlyList<Transicion> Transiciones(string maquina) => transiciones[maquina];

    /// <summary>The step, or null when it is forbidden.</summary>
    /// <param name="de">Null: the birth.</param>
    public Transicion? Transicion(string maquina, string? de, string a) => transiciones[maquina].FirstOrDefault(t => t.De == de && t.A == a);

    public Catalogo? CatalogoDe(Variable variable) => variable.Catalogo is { } clave ? catalogos[clave] : null;
}
