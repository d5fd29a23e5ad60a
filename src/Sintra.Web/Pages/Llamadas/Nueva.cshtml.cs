using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Seguimiento;
using Sintra.Web.Pages.Borradores;
using Sintra.Web.Pages.Expedientes;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Pages.Llamadas;

/// <summary>A call, on one short page; it comes with its number, so that one sent twice is one call.</summary>
[Requiere(Permiso.LlamadaRegistrar)]
public sealed class NuevaModel(CapturarLlamadaHandler capturar, AbrirHechoDeLlamadaHandler abrir, FormularioDeExpediente formularios, CapturasEnPagina capturas, Sesion sesion) : PageModel
{
    [BindProperty(Name = "llamada")]
    public Guid Llamada { get; set; }

    /// <summary>«registro»: and on to the file of a person.</summary>
    [BindProperty(Name = "seguir")]
    public string? Seguir { get; set; }

    public FormularioDePagina Formulario { get; private set; } = null!;

    /// <summary>Its draft.</summary>
    public CapturaEnPagina Captura { get; private set; } = null!;

    public bool PuedeRegistrar => sesion.Puede(Permiso.HechoRegistrar) && sesion.Puede(Permiso.ExpedienteRegistrar);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Captura = await capturas.AlAbrirAsync(RutaDeBorrador.Llamada, ct) with { Presentes = [] }; // each answers a call of their own
        (Llamada, Formulario) = (Guid.CreateVersion7(), formularios.DeLlamada(capturar.Preguntas, null, []) with { Tecleados = Captura.Tecleado });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Llamada == Guid.Empty)
        {
            Llamada = Guid.CreateVersion7();
        }

        var campos = CamposEnviados.De(Request);
        var resultado = await capturar.EjecutarAsync(new(Llamada, campos), ct);
        if (!resultado.EsExito)
        {
            Captura = await capturas.AlVolverAsync(RutaDeBorrador.Llamada, version: null, campos, FormularioMostrado.Leer(Request.Form["mostrado"]), terminada: null, ct) with { Presentes = [] };
            Formulario = formularios.DeLlamada(capturar.Preguntas, campos, resultado.Fallas);
            return resultado.AAccion(this, alLograrlo: _ => Page());
        }

        await capturas.AlGuardarAsync(RutaDeBorrador.Llamada, ct);
        this.Avisar<Recursos.TextosDeHechos>("Llamadas.Guardada");
        if (Seguir != "registro" || !PuedeRegistrar)
        {
            return RedirectToPage("Lista");
        }

        var hecho = await abrir.EjecutarAsync(Llamada, ct);
        return hecho.NoExiste ? NotFound() : RedirectToPage("/Registro/Nuevo", new { hecho = hecho.Valor });
    }
}
