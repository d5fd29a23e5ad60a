using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Sintra.Web.Pages.Ayuda;

/// <summary>Open to all: who cannot sign in needs it most.</summary>
[AllowAnonymous]
public sealed class IndexModel(Sesion sesion, IConfiguration configuracion) : PageModel
{
    public bool ConSesion => sesion.Cuenta != default;

    /// <summary>How to reach the help desk, as the setting <c>Ayuda:Contacto</c> says it; null while nobody has set it.</summary>
    public string? Contacto => configuracion["Ayuda:Contacto"] is { Length: > 0 } texto ? texto : null;
}
