using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Sintra.Web.Pages;

/// <summary>Something begun and not finished.</summary>
/// <param name="Titulo">Folio or number of the draft; never a name.</param>
/// <param name="Detalle">Where it was left, and when.</param>
public sealed record PorContinuar(string Titulo, string Ir, string Detalle);

[RequiereCuenta]
public sealed class IndexModel(Sesion sesion, TimeProvider reloj) : PageModel
{
    /// <summary>Newest first; the card shows only when there is something in it.</summary>
    public IReadOnlyList<PorContinuar> Continuar { get; private set; } = [];

    public bool PuedeRegistrar => sesion.Puede(Permiso.ExpedienteRegistrar);

    /// <summary>Part of the day in Mexico, as the greeting has it.</summary>
    public string Momento => reloj.GetLocalNow().Hour switch
    {
        >= 5 and < 12 => "Manana",
        >= 12 and < 19 => "Tarde",
        _ => "Noche",
    };

    public void OnGet() => Continuar = [];
}
