using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Sintra.Web.Pages.Legal;

[AllowAnonymous]
public sealed class PrivacidadModel : PageModel;
