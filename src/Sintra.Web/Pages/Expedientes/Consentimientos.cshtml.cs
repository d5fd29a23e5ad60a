using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Web.Pages.Borradores;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>The ledger of consents: what holds of each purpose, what was ever answered, and the next answer.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class ConsentimientosModel(
    ConsultarExpedienteHandler consultar,
    ConsentimientosDeExpediente consentimientos,
    AsentarConsentimientoHandler asentar,
    FormularioDeExpediente formularios,
    CapturasEnPagina capturas,
    ResumenDePagina resumen,
    DiccionarioVigente diccionario,
    IStringLocalizer<Recursos.TextosDeExpediente> textos,
    Sesion sesion,
    TimeProvider reloj) : PageModel
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    /// <summary>Purpose and answer that the form begins with (codes).</summary>
    [BindProperty(SupportsGet = true, Name = "tipo")]
    public string? Tipo { get; set; }

    [BindProperty(SupportsGet = true, Name = "estado")]
    public string? Estado { get; set; }

    public ExpedienteLeido Leido { get; private set; } = null!;

    public IReadOnlyList<ConsentimientoPorFin> PorFin { get; private set; } = [];

    public IReadOnlyList<(Consentimiento Asentado, IReadOnlyList<RenglonDeResumen> Renglones)> Asentados { get; private set; } = [];

    public FormularioDePagina? Formulario { get; private set; }

    /// <summary>Its draft; null for who only reads.</summary>
    public CapturaEnPagina? Captura { get; private set; }

    public bool PuedeAsentar => sesion.Puede(Permiso.ConsentimientoEscribir);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await CargarAsync(null, [], ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!PuedeAsentar)
        {
            return Forbid();
        }

        var campos = CamposEnviados.De(Request);
        var resultado = await asentar.EjecutarAsync(new(Expediente, campos), ct);
        if (resultado.EsExito)
        {
            await capturas.AlGuardarAsync(RutaDeBorrador.DeConsentimientos(Expediente), ct);
        }

        if (resultado.NoExiste || !await CargarAsync(campos, resultado.Fallas, ct))
        {
            return NotFound();
        }

        return resultado.AAccion(this, alLograrlo: asentado =>
        {
            this.Avisar<Recursos.TextosDeExpediente>(asentado.Estado == "REV" ? "Consentimientos.Revocado" : "Consentimientos.Asentado");
            return RedirectToPage(new { expediente = Expediente });
        });
    }

    private async Task<bool> CargarAsync(IReadOnlyDictionary<string, IReadOnlyList<string>>? campos, IReadOnlyList<Falla> fallas, CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Expediente, "aviso_y_consentimiento", ct) is not { } leido)
        {
            return false;
        }

        Leido = leido;
        var todos = await consentimientos.TodosAsync(Expediente, ct);
        PorFin = consentimientos.PorFin(todos);
        Asentados = [.. todos.Select(c => (c, (IReadOnlyList<RenglonDeResumen>)[.. resumen.DeFila(Consentimiento.Grupo, c.Fila, leido)
            .Where(r => (r.Texto is not null || r.Protegida) && r.Variable.Clave is not ("con_tipo" or "con_estado"))]))];
        if (PuedeAsentar)
        {
            Captura = await capturas.DeEntidadAsync(RutaDeBorrador.DeConsentimientos(Expediente), campos, fallas, Request, ct);
            Formulario = formularios.DeEntidad([.. diccionario.DeEntidad(Consentimiento.Grupo)], leido, campos, fallas, Iniciales()) with { Tecleados = Captura.Tecleado };
        }

        return true;
    }

    private Dictionary<string, Respuesta> Iniciales()
    {
        var iniciales = new Dictionary<string, Respuesta>
        {
            ["con_fecha"] = Respuesta.Con(new ValorDeFecha(reloj.Hoy)),
        };
        foreach (var (clave, catalogo, codigo) in new[] { ("con_tipo", "consentimiento_tipo", Tipo), ("con_estado", "consentimiento_estado", Estado), ("con_aviso", "aviso_version", textos["Aviso.Version"].Value), ("con_idioma", "idiomas", Leido.Expediente.Filtros.Idioma) })
        {
            if (codigo is not null && diccionario.Catalogos[catalogo].Buscar(codigo) is not null)
            {
                iniciales[clave] = Respuesta.Con(new ValorDeOpcion(codigo));
            }
        }

        return iniciales;
    }
}
