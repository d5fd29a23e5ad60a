using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Sintra.Web.Pages.Reportes;

[RequiereCuenta]
public sealed class IndexModel : PageModel;
