using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Sintra.Consulta;
using Sintra.Diccionario;
using Sintra.Web.Recursos;

namespace Sintra.Web.Pages.Consulta;

/// <summary>
/// Search of the files within reach. Its address holds codes, numbers and dates, so it may be shared; what was typed as a name is turned into its code
/// before anything is shown. What other institutions hold is never told.
/// </summary>
[RequiereCuenta]
public sealed class IndexModel(
    LectorDeCriterios lector,
    BuscarExpedientesHandler buscar,
    ContarExpedientesHandler contar,
    CriteriosEnPantalla pantalla,
    ColumnasDeConsulta columnas,
    DiccionarioVigente diccionario,
    IStringLocalizer<TextosDeConsulta> textos,
    Sesion sesion) : PageModel
{
    /// <summary>Null while nothing has been asked, or where something must be corrected.</summary>
    public CriteriosDeBusqueda? Criterios { get; private set; }

    public PaginaDeBusqueda? Pagina { get; private set; }

    /// <summary>The search by identity has ended.</summary>
    public bool Caduco { get; private set; }

    public OrdenDeBusqueda Orden { get; private set; }

    public bool EsPrimera { get; private set; }

    /// <summary>How many there are, in words; null until somebody counts them.</summary>
    public string? Cuenta { get; private set; }

    public IReadOnlyList<CampoDeCriterio> Campos { get; private set; } = [];

    public IReadOnlyList<(string Clave, string Etiqueta)> PorAgregar { get; private set; } = [];

    public IReadOnlyList<FichaDeCriterio> Fichas => Criterios is { } dichos ? pantalla.Fichas(dichos) : [];

    public IReadOnlyList<ColumnaDeConsulta> Columnas => columnas.Elegidas(HttpContext);

    public IReadOnlyList<ColumnaDeConsulta> TodasLasColumnas => columnas.Todas;

    public IEnumerable<Opcion> Estados => diccionario.Catalogos["estado_expediente"].Elegibles;

    /// <summary>Institutions to choose from, for whoever sees those of a state or of the nation; others see their own and those that gave access.</summary>
    public IEnumerable<Opcion> Instituciones => sesion.Alcance is Alcance.Entidad or Alcance.Nacional
        ? diccionario.Catalogos["instituciones"].Elegibles.Where(o => sesion.Alcance is Alcance.Nacional || o.Atributos.GetValueOrDefault("cve_ent") == sesion.Entidad)
        : [];

    public bool PuedeBuscar => sesion.Puede(Permiso.ConsultaBuscar);

    public bool PuedePorIdentidad => sesion.Puede(Permiso.ConsultaPorIdentidad);

    public bool PuedeRevisar => sesion.Puede(Permiso.VinculoRevisar);

    public bool PuedeSolicitar => PuedeRevisar || sesion.Puede(Permiso.VinculoSolicitar);

    public bool PuedeGuardar => sesion.Puede(Permiso.BusquedaCompartir);

    public bool PuedeExportar => sesion.Puede(Permiso.ConsultaExportar);

    public bool PuedeRegistrar => sesion.Puede(Permiso.ExpedienteRegistrar);

    /// <summary>As it was typed.</summary>
    public string Dicho(string clave) => Request.Query[clave].ToString();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var mas = Dicho(CamposDeBusqueda.Mas) is { Length: > 0 } pedido ? pedido : null;
        Campos = pantalla.Campos(Dicho, mas);
        PorAgregar = [.. pantalla.PorAgregar(Campos)];
        if (mas is not null || Request.Query.Keys.All(CamposDeBusqueda.DeLaPagina.Contains))
        {
            return Page();
        }

        var leidos = lector.Leer(Request.Query.Select(c => KeyValuePair.Create(c.Key, c.Value.ToString())));
        return leidos.EsExito ? await MostrarAsync(leidos.Valor!, ct) : leidos.AAccion(this, _ => Page());
    }

    /// <summary>Keeps the columns that somebody chose, and goes back to the same results.</summary>
    public IActionResult OnPost(string? criterios, string[]? columna)
    {
        columnas.Recordar(HttpContext, columna ?? []);
        var leidos = lector.Leer(BusquedasGuardadasHandler.Campos(criterios));
        return LocalRedirect(leidos.EsExito ? CriteriosEnPantalla.Ir(leidos.Valor!) : "/consulta");
    }

    private async Task<IActionResult> MostrarAsync(CriteriosDeBusqueda criterios, CancellationToken ct)
    {
        if (criterios.Identidad is null ? !PuedeBuscar : !PuedePorIdentidad)
        {
            return Forbid();
        }

        // The address that is kept and shared has codes in place of what was typed, and nothing that was left empty.
        Orden = Enum.TryParse<OrdenDeBusqueda>(Dicho(CamposDeBusqueda.Orden), ignoreCase: true, out var orden) && Enum.IsDefined(orden) ? orden : OrdenDeBusqueda.Registro;
        var despues = ExpedienteId.TryParse(Dicho(CamposDeBusqueda.Despues), null, out var tope) ? tope : (ExpedienteId?)null;
        var cuenta = Dicho(CamposDeBusqueda.Contar).Length > 0;
        var direccion = CriteriosEnPantalla.Ir(criterios, (CamposDeBusqueda.Orden, EnDireccion(Orden)), (CamposDeBusqueda.Despues, despues?.ToString()), (CamposDeBusqueda.Contar, cuenta ? "si" : null));
        if (direccion != Request.Path + Request.QueryString.Value)
        {
            return LocalRedirect(direccion);
        }

        (Criterios, EsPrimera) = (criterios, despues is null);
        var resultado = await buscar.EjecutarAsync(new(criterios, Orden, despues), ct);
        if (resultado.NoExiste)
        {
            Caduco = true;
            return Page();
        }

        Pagina = resultado.Valor!;
        Cuenta = (Pagina.Total ?? (cuenta ? await contar.EjecutarAsync(criterios, ct) : null)) is { } total ? EnPalabras(textos, total) : null;
        return Page();
    }

    /// <summary>Name of an order in the address; null for the usual one.</summary>
    public static string? EnDireccion(OrdenDeBusqueda orden) => orden is OrdenDeBusqueda.Registro ? null : orden.ToString().ToLowerInvariant();

    internal static string EnPalabras(IStringLocalizer textos, int total) => total switch
    {
        > ContarExpedientesHandler.Maximo => textos["Cuenta.Mas", ContarExpedientesHandler.Maximo.ToString("#,0", System.Globalization.CultureInfo.CurrentCulture)],
        1 => textos["Cuenta.Uno", 1],
        _ => textos["Cuenta", total.ToString("#,0", System.Globalization.CultureInfo.CurrentCulture)],
    };
}
