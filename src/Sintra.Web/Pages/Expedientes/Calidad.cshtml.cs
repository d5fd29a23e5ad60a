using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Web.Pages.Borradores;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>One determination and the rest of what was recorded with it.</summary>
public sealed record CalidadLeida(Calidad Calidad, DateOnly Desde, bool EsVigente, IReadOnlyList<RenglonDeResumen> Renglones);

/// <summary>The person's condition: its history, what it was on a day, and the next determination.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class CalidadModel(
    ConsultarExpedienteHandler consultar,
    DeterminarCalidadHandler determinar,
    FormularioDeExpediente formularios,
    CapturasEnPagina capturas,
    ResumenDePagina resumen,
    DiccionarioVigente diccionario,
    TimeProvider reloj) : PageModel
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    /// <summary>A day of which it is asked what held then.</summary>
    [BindProperty(SupportsGet = true, Name = "fecha")]
    public DateOnly? Fecha { get; set; }

    public ExpedienteLeido Leido { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<CalidadLeida> Historia { get; private set; } = [];

    /// <summary>What held on that day, as is known today.</summary>
    public Calidad? Ese { get; private set; }

    /// <summary>What was known of it on that day.</summary>
    public Calidad? SabidaEse { get; private set; }

    /// <summary>Null when nothing may follow, or not by this person.</summary>
    public FormularioDePagina? Formulario { get; private set; }

    /// <summary>Its draft; null where there is no form.</summary>
    public CapturaEnPagina? Captura { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await CargarAsync(null, [], ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var campos = CamposEnviados.De(Request).Where(c => c.Key != "fecha").ToDictionary();
        var resultado = await determinar.EjecutarAsync(new(Expediente, campos), ct);
        if (resultado.EsExito)
        {
            await capturas.AlGuardarAsync(RutaDeBorrador.DeCalidad(Expediente), ct);
        }

        if (resultado.NoExiste || !await CargarAsync(campos, resultado.Fallas, ct))
        {
            return NotFound();
        }

        return resultado.AAccion(this, alLograrlo: _ =>
        {
            this.Avisar<Recursos.TextosDeExpediente>("Calidad.Asentada");
            return RedirectToPage(new { expediente = Expediente });
        });
    }

    private async Task<bool> CargarAsync(IReadOnlyDictionary<string, IReadOnlyList<string>>? campos, IReadOnlyList<Falla> fallas, CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Expediente, "calidad", ct) is not { } leido)
        {
            return false;
        }

        Leido = leido;
        var (calidades, huso) = (leido.Expediente.Calidades, reloj.LocalTimeZone);
        var vigente = calidades.Vigente();
        Historia = [.. calidades.EnOrden().Reverse().Select(c => new CalidadLeida(
            c, c.Desde(huso), c == vigente, c.Fila is { } fila ? [.. resumen.DeFila(DeterminarCalidadHandler.Grupo, fila, leido).Where(r => SeDice(r))] : []))];
        (Ese, SabidaEse) = Fecha is { } dia ? (calidades.El(dia, huso), calidades.SabidaEl(dia, huso)) : (null, null);
        var siguientes = determinar.Siguientes(leido);
        if (siguientes.Count == 0)
        {
            return true;
        }

        Captura = await capturas.DeEntidadAsync(RutaDeBorrador.DeCalidad(Expediente), campos, fallas, Request, ct);
        Formulario = formularios.DeEntidad(
            [.. diccionario.DeEntidad(DeterminarCalidadHandler.Grupo)], leido, campos, fallas, ofrecidas: new Dictionary<string, IReadOnlyList<string>> { [CalidadAlNacer.Clave] = [.. siguientes.Select(t => t.A)] }) with { Tecleados = Captura.Tecleado };
        return true;
    }

    // Who, when and which have columns of their own.
    private static bool SeDice(RenglonDeResumen renglon) =>
        (renglon.Texto is not null || renglon.Protegida) && renglon.Variable.Clave is not (CalidadAlNacer.Clave or "calidad_institucion" or "calidad_fecha");
}
