using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Sintra.Web.Pages.Pausa;

/// <summary>A screen that tells nothing. POST to the same address, which locks the session, belongs to the accounts.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel : PageModel
{
    public void OnGet() => TempData.Clear();
}
