using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Sintra.Web;

internal static class ResultadoDePagina
{
    /// <summary>Success redirects, absence is 404, faults go back to the form beside their field with status 422.</summary>
    public static IActionResult AAccion<T>(this Resultado<T> resultado, PageModel pagina, Func<T, IActionResult> alLograrlo)
    {
        if (resultado.NoExiste)
        {
            return pagina.NotFound();
        }

        foreach (var falla in resultado.Fallas)
        {
            pagina.ModelState.AddModelError(falla.Campo ?? string.Empty, falla.Mensaje);
        }

        return resultado.EsExito ? alLograrlo(resultado.Valor!) : pagina.ConFallas();
    }

    /// <summary>The page again, with what was typed and its messages: 422, for nothing was done.</summary>
    public static IActionResult ConFallas(this PageModel pagina)
    {
        var vista = pagina.Page();
        vista.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return vista;
    }
}
