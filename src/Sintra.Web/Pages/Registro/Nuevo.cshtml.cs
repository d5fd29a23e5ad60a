using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Web.Pages.Expedientes;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Pages.Registro;

/// <summary>The minimum record on one page, generated from the dictionary; saving it begins a draft.</summary>
[Requiere(Permiso.ExpedienteRegistrar)]
public sealed class NuevoModel(AbrirExpedienteHandler abrir, FormularioDeExpediente formularios, RepresentadasHandler representadas, DiccionarioVigente diccionario) : PageModel
{
    public FormularioDePagina Formulario { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Formulario = formularios.Nuevo(Pagina, null, [], await representadas.EjecutarAsync(ct));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var campos = CamposEnviados.De(Request);
        var resultado = await abrir.EjecutarAsync(AbrirExpediente.Minimo(campos), ct);
        Formulario = formularios.Nuevo(Pagina, campos, resultado.Fallas, await representadas.EjecutarAsync(ct));

        return resultado.AAccion(this, alLograrlo: expediente => RedirectToPage("/Expedientes/Revisar", new { expediente }));
    }

    private Pagina Pagina => diccionario.Pagina(AbrirExpedienteHandler.Pagina)!;
}
