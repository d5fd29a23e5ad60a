using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Sintra.Web.Pages;

/// <summary>Language of menus and messages, kept in a cookie of this browser.</summary>
[AllowAnonymous]
public sealed class IdiomaModel : PageModel
{
    public IActionResult OnPost(string idioma, string? volver)
    {
        Cara.Idioma.Elegir(HttpContext, idioma);
        return LocalRedirect(Url.IsLocalUrl(volver) ? volver : "~/");
    }
}
