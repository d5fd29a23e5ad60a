using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Web.Pages.Borradores;
using Sintra.Seguimiento;
using Sintra.Web.Pages.Expedientes;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Pages.Registro;

/// <summary>
/// The minimum record on one page, generated from the dictionary; saving it begins a draft. Of an event that is there already it comes with what
/// its persons share.
/// </summary>
[Requiere(Permiso.ExpedienteRegistrar)]
public sealed class NuevoModel(
    AbrirExpedienteHandler abrir,
    AbrirEpisodioHandler abrirEpisodio,
    ConsultarExpedienteHandler consultar,
    PropuestaDeEpisodio episodios,
    FormularioDeExpediente formularios,
    RepresentadasHandler representadas,
    PropuestaDelHecho propuesta,
    ReportesDelHechoHandler reportes,
    CapturasEnPagina capturas,
    DiccionarioVigente diccionario) : PageModel
{
    private const string Deteccion = "fecha_deteccion";

    /// <summary>The event to which the person belongs; null begins one.</summary>
    [FromQuery(Name = "hecho")]
    public HechoId? Hecho { get; set; }

    /// <summary>An earlier file of the same person; its new one belongs to another event.</summary>
    [FromQuery(Name = "episodio")]
    public ExpedienteId? Episodio { get; set; }

    /// <summary>Carries over what is open of the earlier file's identity.</summary>
    [BindProperty(Name = "con_identidad")]
    public bool ConIdentidad { get; set; }

    /// <summary>The earlier file, as this reader may see it.</summary>
    public ExpedienteLeido? Anterior { get; private set; }

    public FormularioDePagina Formulario { get; private set; } = null!;

    /// <summary>Its draft; null of another person of an event, whose form begins filled in.</summary>
    public CapturaEnPagina? Captura { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await ArmarAsync(null, [], ct))
        {
            return NotFound();
        }

        if (EsDelTodoNuevo)
        {
            Captura = await capturas.AlAbrirAsync(RutaDeBorrador.Nuevo, ct) with { Presentes = [] }; // each begins a file of their own
            Formulario = Formulario with { Tecleados = Captura.Tecleado };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var campos = CamposEnviados.De(Request);
        if (!await ArmarAsync(campos, [], ct))
        {
            return NotFound();
        }

        var resultado = Episodio is { } anterior
            ? await abrirEpisodio.EjecutarAsync(new(anterior, campos, ConIdentidad), ct)
            : await abrir.EjecutarAsync(AbrirExpediente.Minimo(campos, Hecho), ct);
        await ArmarAsync(campos, resultado.Fallas, ct);
        if (EsDelTodoNuevo && !resultado.EsExito)
        {
            Captura = await capturas.AlVolverAsync(RutaDeBorrador.Nuevo, version: null, campos, FormularioMostrado.Leer(Request.Form["mostrado"]), terminada: null, ct) with { Presentes = [] };
        }

        return resultado.AAccion(this, alLograrlo: expediente => RedirectToPage("/Expedientes/Revisar", new { expediente }));
    }

    private bool EsDelTodoNuevo => Hecho is null && Episodio is null;

    // False: the address names an event or a file that is not there for this reader, or is another institution's.
    private async Task<bool> ArmarAsync(IReadOnlyDictionary<string, IReadOnlyList<string>>? campos, IReadOnlyList<Falla> fallas, CancellationToken ct)
    {
        IReadOnlyDictionary<string, Respuesta>? propuestas = null;
        if (Request.Query.ContainsKey("hecho") && (Hecho is not { } hecho || (propuestas = await PropuestasAsync(hecho, campos is null, ct)) is null))
        {
            return false;
        }

        if (Request.Query.ContainsKey("episodio"))
        {
            // The form shows what the earlier file says: that is a reading of it.
            Anterior ??= Hecho is null && Episodio is { } episodio ? await consultar.EjecutarAsync(episodio, "episodio", ct) : null;
            if (Anterior is null || !episodios.Puede(Anterior.Expediente))
            {
                return false;
            }

            propuestas = PropuestaDeEpisodio.Propuestas(Anterior);
        }

        Formulario = formularios.Nuevo(diccionario.Pagina(AbrirExpedienteHandler.Pagina)!, campos, fallas, await representadas.EjecutarAsync(ct), propuestas);
        return true;
    }

    // Of an event of the hotline the day is that of its call, and nobody is identified yet.
    private async Task<IReadOnlyDictionary<string, Respuesta>?> PropuestasAsync(HechoId hecho, bool seMuestra, CancellationToken ct)
    {
        var propuestas = await propuesta.EjecutarAsync(hecho, seMuestra, ct);
        if (propuestas is null || propuestas.ContainsKey(Deteccion) || await reportes.DiaDeLlamadaAsync(hecho, ct) is not { } dia)
        {
            return propuestas;
        }

        return new Dictionary<string, Respuesta>(propuestas)
        {
            [Deteccion] = Respuesta.Con(new ValorDeFechaParcial(FechaParcial.Del(dia))),
            ["nivel_identificacion"] = Respuesta.Con(new ValorDeOpcion("NI")),
        };
    }
}
