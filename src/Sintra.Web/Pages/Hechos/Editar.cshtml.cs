using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Web.Pages.Borradores;
using Sintra.Web.Pages.Expedientes;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Pages.Hechos;

/// <summary>The event's own answers, asked by the same generated form.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class EditarModel(
    ConsultarHechoHandler consultar,
    GuardarHechoHandler guardar,
    FormularioDeExpediente formularios,
    ComparadorDePagina comparador,
    CapturasEnPagina capturas,
    DiccionarioVigente diccionario,
    Sesion sesion) : PageModel
{
    [FromRoute]
    public HechoId Hecho { get; set; }

    [BindProperty(Name = "version")]
    public Guid? Version { get; set; }

    /// <summary>What the form showed (<see cref="FormularioMostrado"/>); what it did not show is not cleared by its blanks.</summary>
    [BindProperty(Name = "mostrado")]
    public string? Mostrado { get; set; }

    [BindProperty(Name = "terminada")]
    public string? Terminada { get; set; }

    [BindProperty(Name = "agregar")]
    public string? Agregar { get; set; }

    /// <summary>Why what the event said changes, catalogue <c>motivo_de_cambio</c>.</summary>
    [BindProperty(Name = PaginaModel.CampoDeMotivo)]
    public string? Motivo { get; set; }

    /// <summary>Row that is asked to be opened, <c>grupo[n]</c>; nothing is saved then.</summary>
    [BindProperty(Name = "abrir", SupportsGet = true)]
    public string? Abrir { get; set; }

    /// <summary>Question of which the stored answer is kept instead of what was typed; nothing is saved then.</summary>
    [BindProperty(Name = "soltar")]
    public string? Soltar { get; set; }

    public HechoLeido Leido { get; private set; } = null!;

    public FormularioDePagina Formulario { get; private set; } = null!;

    /// <summary>What somebody else has just stored and differs from what was typed here.</summary>
    public IReadOnlyList<Diferencia> Diferencias { get; private set; } = [];

    /// <summary>Its draft, and who else is on it; null for who only reads it.</summary>
    public CapturaEnPagina? Captura { get; private set; }

    public bool PuedeEscribir { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Hecho, ct) is not { } leido)
        {
            return NotFound();
        }

        await TomarAsync(leido, ct);
        Version = leido.Cabeza?.Version;
        Terminada = leido.Cabeza?.Terminada is true ? "si" : "no";
        Captura = PuedeEscribir ? await capturas.AlAbrirAsync(RutaDeBorrador.DeHecho(Hecho), ct) : null;
        Motivo = Captura?.Propio(PaginaModel.CampoDeMotivo);
        if (Captura is not null && capturas.Comparar(Captura, Version, PaginaLeida.De(diccionario, leido)) is { } comparada)
        {
            Diferencias = comparada.Diferencias;
            Captura = await capturas.RenombrarAsync(Captura, comparada, ct);
            Formulario = formularios.De(leido, comparada.Campos, comparada.Mostrado, comparada.Fallas);
        }
        else
        {
            Formulario = formularios.De(leido) with { Tecleados = Captura?.Tecleado, Abrir = Abrir, FilasEnResumen = PuedeEscribir };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!sesion.Puede(Permiso.HechoRegistrar))
        {
            return Forbid();
        }

        var campos = CamposEnviados.De(Request);
        if (Agregar is not null || Abrir is not null)
        {
            return await MostrarAsync(campos, [], ct);
        }

        if (Soltar is not null)
        {
            return await MostrarAsync(ComparadorDePagina.Soltar(campos, Soltar), [], ct);
        }

        var resultado = await guardar.EjecutarAsync(new(Hecho, campos, Version, Terminada == "si", FormularioMostrado.Leer(Mostrado))
        {
            Motivo = string.IsNullOrEmpty(Motivo) ? null : Motivo,
        }, ct);
        if (resultado.NoExiste)
        {
            return NotFound();
        }

        if (!resultado.EsExito)
        {
            return await MostrarAsync(campos, resultado.Fallas, ct);
        }

        this.Avisar<Recursos.Registro>("Hecho.Guardado");
        if (resultado.Valor is { Cambios.Count: > 0, Version: { } version })
        {
            this.OfrecerDeshacer($"/hechos/{Hecho}/versiones?handler=Deshacer", version);
        }

        return RedirectToPage("Ver", new { hecho = Hecho });
    }

    private async Task<IActionResult> MostrarAsync(IReadOnlyDictionary<string, IReadOnlyList<string>> campos, IReadOnlyList<Falla> fallas, CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Hecho, ct) is not { } leido)
        {
            return NotFound();
        }

        await TomarAsync(leido, ct);
        var mostrado = FormularioMostrado.Leer(Mostrado);
        ModelState.Remove("version");
        if (Soltar is not null || fallas.Contains(GuardarPaginaHandler.Ganada))
        {
            var comparada = comparador.Comparar(PaginaLeida.De(diccionario, leido), campos, mostrado);
            (campos, mostrado, Diferencias, fallas) = (comparada.Campos, comparada.Mostrado, comparada.Diferencias, [.. fallas, .. comparada.Fallas]);
            Version = leido.Cabeza?.Version;
        }

        foreach (var falla in fallas)
        {
            ModelState.AddModelError(falla.Campo ?? "", falla.Mensaje);
        }

        Captura = PuedeEscribir ? await capturas.AlVolverAsync(RutaDeBorrador.DeHecho(Hecho), Version, campos, mostrado, Terminada, ct) : null;
        Formulario = formularios.De(leido, campos, mostrado, fallas, Agregar) with { Abrir = Abrir, Tocados = (Agregar ?? Abrir) is null ? null : Captura?.Tocados };

        return fallas.Count == 0 ? Page() : this.ConFallas();
    }

    private async Task TomarAsync(HechoLeido leido, CancellationToken ct) =>
        (Leido, PuedeEscribir) = (leido, sesion.Puede(Permiso.HechoRegistrar) && await guardar.EscribeAsync(leido.Hecho, ct));
}
