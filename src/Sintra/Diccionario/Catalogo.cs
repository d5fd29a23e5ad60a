namespace Sintra.Diccionario;

/// <summary>One answer of a closed question.</summary>
/// <param name="Estado">Set when the option is really an answer state (NS, NC, NA): it leaves the control, imports of its code become the state.</param>
/// <param name="Excluyente">Clears the other options of an <c>opciones</c> answer.</param>
/// <param name="Atributos">The catalogue's further columns (<c>cve_ent</c>, <c>medida</c>, <c>htcds</c> …), by column name.</param>
public sealed record Opcion(
    string Codigo,
    string Nombre,
    string NombreEn,
    EstadoDeRespuesta? Estado,
    bool Excluyente,
    IReadOnlyDictionary<string, string> Atributos)
{
    /// <summary>No longer offered; files that chose it keep it.</summary>
    public bool Retirada { get; init; }
}

/// <summary>A closed list of answers, in the order in which they are offered.</summary>
public sealed class Catalogo(string clave, IReadOnlyList<Opcion> opciones)
{
    private readonly Dictionary<string, Opcion> _porCodigo = opciones.ToDictionary(o => o.Codigo);
    private readonly Dictionary<string, int> _posicion = opciones.Select((o, i) => (o.Codigo, i)).ToDictionary();
    private readonly Lazy<BuscadorDeNombres> _nombres = new(() => new(opciones));

    public string Clave => clave;

    /// <summary>Every option, answer states and retired ones included.</summary>
    public IReadOnlyList<Opcion> Opciones => opciones;

    /// <summary>What a control offers: the answer states are asked once, apart.</summary>
    public IEnumerable<Opcion> Elegibles => opciones.Where(o => o is { Estado: null, Retirada: false });

    /// <summary>What a control offers where these are already chosen: a retired option stays with who has it, and with nobody else.</summary>
    public IEnumerable<Opcion> ElegiblesCon(IEnumerable<string> elegidas) => opciones.Where(o => o.Estado is null && (!o.Retirada || elegidas.Contains(o.Codigo)));

    /// <summary>Too long to be shown whole: the control offers a search, and the name typed by a person is an answer too.</summary>
    public bool EsLargo => opciones.Count > 30;

    internal BuscadorDeNombres Nombres => _nombres.Value;

    /// <summary>Place of a code among the options; what is not of the catalogue goes last.</summary>
    public int Posicion(string codigo) => _posicion.GetValueOrDefault(codigo, int.MaxValue);

    public Opcion? Buscar(string codigo) => _porCodigo.GetValueOrDefault(codigo);
}

/// <summary>A capture task of the file.</summary>
/// <param name="Paso">0 the event, 1 the indispensable, 2 the person, 3 the facts, 4 what follows.</param>
/// <param name="Tipo"><c>generica</c>, <c>hecho</c>, or the entity whose own screen is the task.</param>
/// <param name="Condicion">The task reads «No aplica» while it does not hold.</param>
/// <param name="AltoRiesgo">Its sealed answers have a data key of their own.</param>
public sealed record Pagina(string Clave, int Paso, int Orden, string Titulo, string TituloEn, string Tipo, Condicion? Condicion, bool AltoRiesgo)
{
    /// <summary>No longer a task; files that answered it show it among their data.</summary>
    public bool Retirada { get; init; }
}

/// <summary>A group of sealed fields revealed together.</summary>
/// <param name="Permiso">What the reader needs to reveal it.</param>
public sealed record GrupoDeIdentidad(string Clave, string Titulo, string TituloEn, Permiso Permiso);
