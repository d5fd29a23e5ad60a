using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>Where a draft goes on: its check-answers page for whoever may register it, its task list for whoever only writes or reads.</summary>
public static class DestinoDeBorrador
{
    public static string De(Sesion sesion, ExpedienteId expediente) =>
        sesion.Puede(Permiso.ExpedienteRegistrar) ? $"/expedientes/{expediente}/revisar" : $"/expedientes/{expediente}";

    public static IActionResult SeguirBorrador(this PageModel pagina, ExpedienteId expediente) =>
        pagina.LocalRedirect(De(pagina.HttpContext.RequestServices.GetRequiredService<Sesion>(), expediente));
}
