using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Web.Seguridad;

namespace Sintra.Web.Pages.PoliticaPublica;

[RequiereCuenta]
public sealed class IndexModel : PageModel;
