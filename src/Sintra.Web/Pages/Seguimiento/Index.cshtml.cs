using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Web.Seguridad;

namespace Sintra.Web.Pages.Seguimiento;

[RequiereCuenta]
public sealed class IndexModel : PageModel;
