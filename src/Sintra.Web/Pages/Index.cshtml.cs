using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Cuentas;
using Sintra.Expedientes;
using Sintra.Web.Pages.Expedientes;

namespace Sintra.Web.Pages;

/// <summary>Something begun and not finished.</summary>
/// <param name="Titulo">Folio or number of the draft; never a name.</param>
/// <param name="Detalle">Where it was left, and when.</param>
public sealed record PorContinuar(string Titulo, string Ir, string Detalle);

[RequiereCuenta]
public sealed class IndexModel(
    ListarExpedientesHandler listar,
    ListarInstitucionesHandler instituciones,
    ConfirmarCuentasHandler confirmar,
    AvisoDeDiccionarioHandler avisoDeDiccionario,
    PalabrasDeExpediente palabras,
    SesionActual actual,
    Sesion sesion,
    TimeProvider reloj) : PageModel
{
    /// <summary>Newest first; the card shows only when there is something in it.</summary>
    public IReadOnlyList<PorContinuar> Continuar { get; private set; } = [];

    /// <summary>Set while the profile would register and the institution may not.</summary>
    public FaltaDeConvenio? FaltaConvenio => actual.Vigente?.FaltaConvenio;

    /// <summary>Convenios that end soon, for whoever can see to it; soonest first.</summary>
    public IReadOnlyList<InstitucionEnLista> PorVencer { get; private set; } = [];

    /// <summary>Accounts whose six months end, for whoever confirms them.</summary>
    public int CuentasPorConfirmar { get; private set; }

    /// <summary>The version that is new to whoever captures; null when there is none to tell of.</summary>
    public CambioPorVer? CambioDeDiccionario { get; private set; }

    public bool PuedeRegistrar => sesion.Puede(Permiso.ExpedienteRegistrar);

    public bool PuedeRegistrarHechos => sesion.Puede(Permiso.HechoRegistrar);

    /// <summary>Part of the day in Mexico, as the greeting has it.</summary>
    public string Momento => reloj.GetLocalNow().Hour switch
    {
        >= 5 and < 12 => "Manana",
        >= 12 and < 19 => "Tarde",
        _ => "Noche",
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        CuentasPorConfirmar = sesion.Puede(Permiso.CuentaAdministrar) || sesion.Puede(Permiso.CuentaAdministrarNacional) ? await confirmar.CuantasAsync(ct) : 0;
        CambioDeDiccionario = await avisoDeDiccionario.EjecutarAsync(ct);
        PorVencer = await instituciones.PorVencerAsync(ct);
        if (PuedeRegistrar)
        {
            Continuar = [.. (await listar.BorradoresAsync(null, ct)).Renglones.Take(5).Select(b => new PorContinuar(
                palabras.Opcion("nivel_identificacion", b.NivelIdentificacion),
                $"/expedientes/{b.Expediente}/revisar",
                $"{palabras.Opcion("sexo", b.Sexo)} · {palabras.Edad(b.EdadMinima, b.EdadMaxima)} · {palabras.Momento(b.CreadoEn)}{(palabras.CapturadoPor(b.InstitucionQueCaptura, b.Institucion) is { } captura ? $" · {captura}" : "")}"))];
        }
    }

    /// <summary>«Ya lo vi»: the notice does not come back for this account.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await avisoDeDiccionario.VistoAsync(ct);
        return RedirectToPage();
    }
}
