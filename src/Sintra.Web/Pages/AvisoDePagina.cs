using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Sintra.Web.Pages;

/// <summary>Sentences that a page's code says, out of the resources and in the reader's language.</summary>
internal static class AvisoDePagina
{
    /// <summary>Said once, on whatever page comes next.</summary>
    /// <typeparam name="TRecurso">Class of the resources that hold <paramref name="clave"/>.</typeparam>
    public static void Avisar<TRecurso>(this PageModel pagina, string clave, params object[] partes) =>
        pagina.TempData["Aviso"] = pagina.Texto<TRecurso>(clave, partes);

    /// <summary>Beside the notice, half a minute's way back from what was just saved.</summary>
    /// <param name="direccion">Where the way back is posted.</param>
    /// <param name="version">What was just saved: nothing later is undone.</param>
    public static void OfrecerDeshacer(this PageModel pagina, string direccion, Guid version)
    {
        pagina.TempData["Deshacer"] = direccion;
        pagina.TempData["DeshacerVersion"] = version.ToString();
    }

    public static string Texto<TRecurso>(this PageModel pagina, string clave, params object[] partes) =>
        pagina.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<TRecurso>>()[clave, partes];
}
