using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
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
    ListarBorradoresHandler borradores,
    ListarInstitucionesHandler instituciones,
    ConfirmarCuentasHandler confirmar,
    AvisoDeDiccionarioHandler avisoDeDiccionario,
    PalabrasDeExpediente palabras,
    IStringLocalizer<Recursos.Borradores> textos,
    SesionActual actual,
    Sesion sesion,
    TimeProvider reloj) : PageModel
{
    private const int Renglones = 5;

    /// <summary>Newest first, what was typed and not saved before the draft files; the card shows only when there is something in it.</summary>
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
        Continuar = [.. (await borradores.EjecutarAsync(ct)).Take(Renglones).Select(Sigue)];
        if (PuedeRegistrar)
        {
            Continuar = [.. Continuar, .. (await listar.BorradoresAsync(null, ct)).Renglones.Take(Renglones).Select(Sigue)];
        }
    }

    private PorContinuar Sigue(RenglonDeBorrador borrador) => new(
        Unidos(borrador.Pagina is { } pagina ? PalabrasDeExpediente.Titulo(pagina) : textos[$"Continuar.{Forma(borrador)}"], borrador.Expediente is null ? null : palabras.Folio(borrador.Folio)),
        borrador.Ruta,
        Unidos(textos["Continuar.Detalle", palabras.Desde(borrador.EscritoEn)], Caduca(borrador.CaducaPronto(reloj.Ahora), borrador.Caduca)));

    // Of a form that asks no page of the dictionary, what stands in its address after the file, or first of all.
    private static string Forma(RenglonDeBorrador borrador) => borrador.Ruta.Split('/')[borrador.Expediente is null ? 1 : 3];

    private PorContinuar Sigue(RenglonDeExpediente borrador) => new(
        palabras.Opcion("nivel_identificacion", borrador.NivelIdentificacion),
        $"/expedientes/{borrador.Expediente}/revisar",
        Unidos(
            palabras.Opcion("sexo", borrador.Sexo),
            palabras.Edad(borrador.EdadMinima, borrador.EdadMaxima),
            palabras.Momento(borrador.CreadoEn),
            palabras.CapturadoPor(borrador.InstitucionQueCaptura, borrador.Institucion),
            Caduca(borrador.CaducaPronto(reloj.Ahora), borrador.Caduca)));

    // Only when it is near: a date four weeks away asks for nothing.
    private string? Caduca(bool pronto, DateTime? cuando) => pronto && cuando is { } dia ? textos["Caduca", palabras.Dia(dia)].Value : null;

    private static string Unidos(params string?[] partes) => string.Join(" · ", partes.OfType<string>());

    /// <summary>«Ya lo vi»: the notice does not come back for this account.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await avisoDeDiccionario.VistoAsync(ct);
        return RedirectToPage();
    }
}
