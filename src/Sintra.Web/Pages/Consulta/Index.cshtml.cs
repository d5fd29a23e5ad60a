using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Sintra.Web.Pages.Consulta;

[RequiereCuenta]
public sealed class IndexModel : PageModel;
