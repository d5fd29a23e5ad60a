using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Borradores;

/// <summary>What a form tells of its own draft, and of who else is on it.</summary>
/// <param name="Ruta">Address of the form, under which its draft is kept.</param>
/// <param name="Tocados">Names of the fields that hold something typed and not saved.</param>
/// <param name="PorGuardar">It comes back from being sent, and what it holds could not be kept yet.</param>
/// <param name="Presentes">Who else is typing into it.</param>
public sealed record CapturaEnPagina(string Ruta, IReadOnlyCollection<string> Tocados, bool PorGuardar, IReadOnlyList<PersonaQueEscribe> Presentes)
{
    /// <summary>The draft that was found when the page was opened.</summary>
    public BorradorLeido? Borrador { get; init; }

    /// <summary>Name of the field where its author was.</summary>
    public string? Enfocado => Borrador?.Captura.Enfocado;

    /// <summary>What was typed over what is stored; nothing without a draft.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Tecleado => Borrador?.Captura.Campos;

    /// <summary>An answer of the page that is no variable, as the draft has it.</summary>
    public string? Propio(string nombre) => Tecleado?.GetValueOrDefault(nombre) is [var dicho, ..] ? dicho : null;
}

/// <summary>Puts a form together with its draft: the same for every form that has them.</summary>
public sealed class CapturasEnPagina(RutasConBorrador rutas, LeerBorradorHandler leer, GuardarBorradorHandler guardar, DescartarBorradorHandler descartar, QuienEscribeHandler quien, LoTocado tocado, ComparadorDePagina comparador)
{
    // What a page asks besides variables, and is typed all the same.
    private const string Terminada = "terminada";
    private static readonly string[] Propios = [Terminada];

    /// <summary>A form that is opened. Nothing is written.</summary>
    public async Task<CapturaEnPagina> AlAbrirAsync(string ruta, CancellationToken ct)
    {
        var borrador = await leer.EjecutarAsync(ruta, ct);
        return new(ruta, [.. borrador?.Captura.Campos.Keys ?? []], PorGuardar: false, await quien.EjecutarAsync([ruta], ct)) { Borrador = borrador };
    }

    /// <summary>A form that was sent and comes back: what was typed into it is kept at once, for a browser without script keeps nothing.</summary>
    /// <param name="version">Version of the page that the form now stands on.</param>
    /// <param name="enviados">As the page shows it again.</param>
    /// <param name="terminada">«¿Terminó esta sección?» as it was sent; null where it is not asked.</param>
    public async Task<CapturaEnPagina> AlVolverAsync(
        string ruta, Guid? version, IReadOnlyDictionary<string, IReadOnlyList<string>> enviados, FormularioMostrado mostrado, string? terminada, CancellationToken ct)
    {
        var tocados = await tocado.DeAsync(rutas.Reconocer(ruta)!, enviados, mostrado, ct);
        var campos = terminada is null ? tocados : new Dictionary<string, IReadOnlyList<string>>(tocados) { [Terminada] = [terminada] };
        var guardado = tocados.Count > 0 && (await guardar.EjecutarAsync(new(ruta, version, new(campos, mostrado.ToString(), null)), ct)).EsExito;

        return new(ruta, [.. tocados.Keys, .. Propios], PorGuardar: !guardado, await quien.EjecutarAsync([ruta], ct));
    }

    /// <summary>A form that is opened, or was refused and comes back; nothing of it has versions.</summary>
    /// <param name="enviados">What was sent; null when it is opened.</param>
    public Task<CapturaEnPagina> DeEntidadAsync(
        string ruta, IReadOnlyDictionary<string, IReadOnlyList<string>>? enviados, IReadOnlyList<Falla> fallas, HttpRequest peticion, CancellationToken ct) => enviados is null || fallas.Count == 0
            ? AlAbrirAsync(ruta, ct)
            : AlVolverAsync(ruta, version: null, enviados, FormularioMostrado.Leer(peticion.Form["mostrado"]), terminada: null, ct);

    /// <summary>A form of what has no versions of its own was taken in: nothing of it is pending any more.</summary>
    public Task AlGuardarAsync(string ruta, CancellationToken ct) => descartar.EjecutarAsync(ruta, ct);

    /// <summary>The draft was typed into another version of the page: both are put beside one another.</summary>
    /// <returns>Null when nobody has stored anything since.</returns>
    public PaginaComparada? Comparar(CapturaEnPagina captura, Guid? version, PaginaLeida pagina)
    {
        if (captura.Borrador is not { } borrador || borrador.Version == version)
        {
            return null;
        }

        // Groups that were open then and are not now were not shown in the form that is being made.
        var mostrado = FormularioMostrado.Leer(borrador.Captura.Mostrado);
        return comparador.Comparar(pagina, borrador.Captura.Campos, mostrado with { Grupos = mostrado.Grupos.Where(pagina.Vista.GruposAbiertos.Contains).ToHashSet() });
    }

    /// <summary>The same captura of a form whose rows have new numbers, since somebody else's took theirs.</summary>
    public async Task<CapturaEnPagina> RenombrarAsync(CapturaEnPagina captura, PaginaComparada comparada, CancellationToken ct) => captura with
    {
        Tocados = [.. (await tocado.DeAsync(rutas.Reconocer(captura.Ruta)!, comparada.Campos, comparada.Mostrado, ct)).Keys, .. Propios],
    };
}
