using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Web.Pages.Borradores;
using Sintra.Web.Pages.Expedientes;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Pages.Registro;

/// <summary>The minimum record on one page, generated from the dictionary; saving it begins a draft.</summary>
[Requiere(Permiso.ExpedienteRegistrar)]
public sealed class NuevoModel(AbrirExpedienteHandler abrir, FormularioDeExpediente formularios, RepresentadasHandler representadas, CapturasEnPagina capturas, DiccionarioVigente diccionario) : PageModel
{
    public FormularioDePagina Formulario { get; private set; } = null!;

    /// <summary>Its draft.</summary>
    public CapturaEnPagina Captura { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Captura = await capturas.AlAbrirAsync(RutaDeBorrador.Nuevo, ct) with { Presentes = [] }; // each begins a file of their own
        Formulario = formularios.Nuevo(Pagina, null, [], await representadas.EjecutarAsync(ct)) with { Tecleados = Captura.Tecleado };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var campos = CamposEnviados.De(Request);
        var resultado = await abrir.EjecutarAsync(AbrirExpediente.Minimo(campos), ct);
        Captura = await capturas.AlVolverAsync(RutaDeBorrador.Nuevo, campos, FormularioMostrado.Leer(Request.Form["mostrado"]), ct) with { Presentes = [] };
        Formulario = formularios.Nuevo(Pagina, campos, resultado.Fallas, await representadas.EjecutarAsync(ct));

        return resultado.AAccion(this, alLograrlo: expediente => RedirectToPage("/Expedientes/Revisar", new { expediente }));
    }

    private Pagina Pagina => diccionario.Pagina(AbrirExpedienteHandler.Pagina)!;
}
