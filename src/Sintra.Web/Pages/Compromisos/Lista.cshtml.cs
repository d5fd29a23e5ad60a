using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;

namespace Sintra.Web.Pages.Compromisos;

/// <summary>Every version of what people accept, and how many did.</summary>
[Requiere(Permiso.InstitucionAdministrar)]
public sealed class ListaModel(PublicarCompromisoHandler publicar) : PageModel
{
    /// <summary>By text, newest version first.</summary>
    public IReadOnlyList<IGrouping<string, VersionDeCompromiso>> Textos { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Textos = [.. (await publicar.VerAsync(ct)).GroupBy(v => v.Compromiso.Clave)];
}
