using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Sintra.Web.Pages.PoliticaPublica;

[RequiereCuenta]
public sealed class IndexModel : PageModel;
