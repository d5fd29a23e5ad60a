using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Web.Seguridad;

namespace Sintra.Web.Pages.Consulta;

[RequiereCuenta]
public sealed class IndexModel : PageModel;
