using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Web.Seguridad;

namespace Sintra.Web.Pages.Reportes;

[RequiereCuenta]
public sealed class IndexModel : PageModel;
