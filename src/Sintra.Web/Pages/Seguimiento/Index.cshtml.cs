using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Sintra.Web.Pages.Seguimiento;

[RequiereCuenta]
public sealed class IndexModel : PageModel;
