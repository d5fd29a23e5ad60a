using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Web.Pages.Borradores;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>The one page that captures any page of the dictionary, repeatable groups included.</summary>
[Requiere(Permiso.ExpedienteEscribir)]
public sealed class PaginaModel(
    ConsultarExpedienteHandler consultar,
    GuardarPaginaHandler guardar,
    RelacionesDeExpedienteHandler relaciones,
    FormularioDeExpediente formularios,
    ComparadorDePagina comparador,
    CapturasEnPagina capturas,
    DiccionarioVigente diccionario) : PageModel
{
    /// <summary>Field of the reason of a change, and its catalogue.</summary>
    public const string CampoDeMotivo = "motivo_de_cambio";

    // What a reference to a file offers; loaded where the page asks one.
    private IReadOnlyList<ExpedienteRelacionado> _otros = [];

    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    [FromRoute(Name = "pagina")]
    public string Clave { get; set; } = "";

    /// <summary>Screen of a long page, from 1; null asks the page whole.</summary>
    [FromRoute(Name = "pantalla")]
    public string? Cual { get; set; }

    /// <summary>Version of the page as it was when the form was made.</summary>
    [BindProperty(Name = "version")]
    public Guid? Version { get; set; }

    /// <summary>What the form showed (<see cref="FormularioMostrado"/>); what it did not show is not cleared by its blanks.</summary>
    [BindProperty(Name = "mostrado")]
    public string? Mostrado { get; set; }

    /// <summary>«¿Terminó esta sección?»: si | no.</summary>
    [BindProperty(Name = "terminada")]
    public string? Terminada { get; set; }

    /// <summary>Why what the page said changes, catalogue <c>motivo_de_cambio</c>; asked only of a file that is registered.</summary>
    [BindProperty(Name = CampoDeMotivo)]
    public string? Motivo { get; set; }

    /// <summary>Says, on a screen that is not the last, that one goes back to the list and not on.</summary>
    [BindProperty(Name = "seguir")]
    public string? Seguir { get; set; }

    /// <summary>Group for which one more row is asked; nothing is saved then.</summary>
    [BindProperty(Name = "agregar")]
    public string? Agregar { get; set; }

    /// <summary>Row that is asked to be opened, <c>grupo[n]</c>; nothing is saved then.</summary>
    [BindProperty(Name = "abrir", SupportsGet = true)]
    public string? Abrir { get; set; }

    /// <summary>Reasons that a person may give; the others are the system's own.</summary>
    public static IReadOnlyList<string> Motivos { get; } = ["COMPLETAR", "CORREGIR", "ACTUALIZAR"];

    /// <summary>Question of which the stored answer is kept instead of what was typed; nothing is saved then.</summary>
    [BindProperty(Name = "soltar")]
    public string? Soltar { get; set; }

    public ExpedienteLeido Leido { get; private set; } = null!;

    public Pagina Pagina { get; private set; } = null!;

    /// <summary>Null where the page is asked whole.</summary>
    public int? Pantalla { get; private set; }

    /// <summary>The screens of the page; one when it is short.</summary>
    public IReadOnlyList<IReadOnlyList<Variable>> Pantallas { get; private set; } = [];

    public bool EsLaUltima => Pantalla is null || Pantalla == Pantallas.Count;

    public FormularioDePagina Formulario { get; private set; } = null!;

    /// <summary>What somebody else has just stored and differs from what was typed here.</summary>
    public IReadOnlyList<Diferencia> Diferencias { get; private set; } = [];

    /// <summary>Its draft, and who else is on it.</summary>
    public CapturaEnPagina Captura { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await CargarAsync(ct))
        {
            return NotFound();
        }

        Version = Leido.Cabeza(Clave)?.Version;
        Terminada = Leido.Cabeza(Clave)?.Terminada is true ? "si" : "no";
        Captura = await capturas.AlAbrirAsync(Ruta, ct);
        Terminada = Captura.Propio("terminada") ?? Terminada;
        Motivo = Captura.Propio(CampoDeMotivo);
        if (capturas.Comparar(Captura, Version, Leida) is { } comparada)
        {
            Diferencias = comparada.Diferencias;
            Captura = await capturas.RenombrarAsync(Captura, comparada, ct);
            Formulario = EnPantalla(formularios.De(Pagina, Leido, comparada.Campos, comparada.Mostrado, comparada.Fallas, otros: _otros));
        }
        else
        {
            Formulario = EnPantalla(formularios.De(Pagina, Leido, otros: _otros)) with { Tecleados = Captura.Tecleado, Abrir = Abrir };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var campos = CamposEnviados.De(Request);
        if (Agregar is not null || Abrir is not null)
        {
            return await MostrarAsync(campos, [], ct);
        }

        if (Soltar is not null)
        {
            return await MostrarAsync(ComparadorDePagina.Soltar(campos, Soltar), [], ct);
        }

        var resultado = await guardar.EjecutarAsync(new(Expediente, Clave, campos, Version, Terminada == "si", FormularioMostrado.Leer(Mostrado)) 
        {
            Motivo = string.IsNullOrEmpty(Motivo) ? null : Motivo,
            Pantalla = int.TryParse(Cual, CultureInfo.InvariantCulture, out var pantalla) ? pantalla : null,
        }, ct);
        if (resultado.NoExiste)
        {
            return NotFound();
        }

        if (!resultado.EsExito)
        {
            return await MostrarAsync(campos, resultado.Fallas, ct);
        }

        this.Avisar<Recursos.Registro>("Pagina.Guardada", PalabrasDeExpediente.Titulo(diccionario.Pagina(Clave)!));
        if (resultado.Valor is { Cambios.Count: > 0, Version: { } version })
        {
            this.OfrecerDeshacer($"/expedientes/{Expediente}/paginas/{Clave}/versiones?handler=Deshacer", version);
        }

        if (Seguir is null && await CargarAsync(ct) && !EsLaUltima)
        {
            return LocalRedirect($"/expedientes/{Expediente}/paginas/{Clave}/pantallas/{Pantalla + 1}");
        }

        // A draft's way leads to its check-answers page; a registered file's, to its task list.
        return resultado.Valor!.EsBorrador
            ? this.SeguirBorrador(Expediente)
            : RedirectToPage("Ver", new { expediente = Expediente });
    }

    // The same form with what was typed, of the version it was made from: only when it has shown what somebody else stored meanwhile is the
    // next try made knowingly.
    private async Task<IActionResult> MostrarAsync(IReadOnlyDictionary<string, IReadOnlyList<string>> campos, IReadOnlyList<Falla> fallas, CancellationToken ct)
    {
        if (!await CargarAsync(ct))
        {
            return NotFound();
        }

        var mostrado = FormularioMostrado.Leer(Mostrado);
        ModelState.Remove("version");
        if (Soltar is not null || fallas.Contains(GuardarPaginaHandler.Ganada))
        {
            var comparada = comparador.Comparar(Leida, campos, mostrado);
            (campos, mostrado, Diferencias, fallas) = (comparada.Campos, comparada.Mostrado, comparada.Diferencias, [.. fallas, .. comparada.Fallas]);
            Version = Leido.Cabeza(Clave)?.Version;
        }

        foreach (var falla in fallas)
        {
            ModelState.AddModelError(falla.Campo ?? "", falla.Mensaje);
        }

        Captura = await capturas.AlVolverAsync(Ruta, Version, campos, mostrado, Terminada, ct);
        Formulario = EnPantalla(formularios.De(Pagina, Leido, campos, mostrado, fallas, Agregar, _otros)) with
        {
            Abrir = Abrir,
            Tocados = (Agregar ?? Abrir) is null ? null : Captura.Tocados,
        };

        return fallas.Count == 0 ? Page() : this.ConFallas();
    }

    private async Task<bool> CargarAsync(CancellationToken ct)
    {
        if (diccionario.Pagina(Clave) is not { Tipo: "generica", Retirada: false } pagina || await consultar.EjecutarAsync(Expediente, Clave, ct) is not { } leido)
        {
            return false;
        }

        (Pagina, Leido) = (pagina, leido);
        _otros = diccionario.DePagina(pagina.Clave).Any(v => v.ReferenciaA == ReferenciaEnPalabras.Expediente) ? await relaciones.DelHechoAsync(leido, ct) : [];
        Pantallas = PantallasDePagina.De(pagina, PreguntasDePagina.De(diccionario, pagina, leido.Expediente));
        Pantalla = int.TryParse(Cual, CultureInfo.InvariantCulture, out var cual) && cual >= 1 && cual <= Pantallas.Count ? cual : null;
        return Cual is null || Pantalla is not null;
    }

    private string Ruta => RutaDeBorrador.DePagina(Expediente, Clave, Pantalla);

    private IReadOnlyList<Variable>? Suyas => Pantalla is { } cual ? Pantallas[cual - 1] : null;

    // What this screen does not ask, it neither compares nor clears.
    private PaginaLeida Leida => PaginaLeida.De(diccionario, Pagina, Leido) is var leida && Suyas is { } suyas ? leida with { Preguntas = suyas } : PaginaLeida.De(diccionario, Pagina, Leido);

    private FormularioDePagina EnPantalla(FormularioDePagina formulario) => Suyas is { } suyas ? formulario with { Variables = suyas } : formulario;
}
