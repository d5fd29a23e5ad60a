using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>The file: identity bar, what is open now, the task list.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class VerModel(
    ConsultarExpedienteHandler consultar,
    TareasDeExpediente tareas,
    PasosDeExpediente pasos,
    DudasDeExpediente dudas,
    ConsentimientosDeExpediente consentimientos,
    HistoriaDeExpedienteHandler historia,
    ReparosDeCaptura reparos,
    ResumenDePagina resumen,
    QuienEscribeHandler quien,
    DescartarBorradorDeExpedienteHandler descartar,
    ListarExpedientesHandler listar,
    RelacionesDeExpedienteHandler relaciones,
    PropuestaDeEpisodio episodios,
    DiccionarioVigente diccionario,
    Sesion sesion,
    TimeProvider reloj) : PageModel
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    /// <summary>Answers that disagree, or that the law wants asked.</summary>
    public IReadOnlyList<Duda> Dudas { get; private set; } = [];

    public ExpedienteLeido Leido { get; private set; } = null!;

    public IReadOnlyList<Tarea> Tareas { get; private set; } = [];

    /// <summary>Code of <c>resultado_elementos</c> that follows from what was answered.</summary>
    public string? Elementos { get; private set; }

    /// <summary>Whether a moment, by the clock of Mexico, is over.</summary>
    public bool Termino(DateTime momento) => momento < reloj.GetLocalNow().DateTime;

    /// <summary>What this account has open now of what is sealed, in words.</summary>
    public IReadOnlyList<RenglonDeResumen> Revelados { get; private set; } = [];

    /// <summary>The person's name while its group is open.</summary>
    public string? NombreAbierto { get; private set; }

    /// <summary>Steps of its life that are open to this person now.</summary>
    public IReadOnlyList<Paso> Pasos { get; private set; } = [];

    /// <summary>Titles of the pages to be corrected, of a file returned with remarks.</summary>
    public IReadOnlyList<string> PorCorregir { get; private set; } = [];

    public bool PuedeEscribir => sesion.Puede(Permiso.ExpedienteEscribir) && reparos.Editable(Leido.Expediente);

    /// <summary>Who else is typing into a page of it, by address.</summary>
    public ILookup<string, PersonaQueEscribe> Presentes { get; private set; } = null!;

    public bool EsDescartado => Leido.EsDescartado;

    /// <summary>When it expired (UTC); null of any other.</summary>
    public DateTime? CaducoEn { get; private set; }

    /// <summary>Who else is on a page, whole or on one of its screens.</summary>
    public PersonaQueEscribe? PresenteEn(string pagina) => Rutas(pagina).SelectMany(r => Presentes[r]).FirstOrDefault();

    private IEnumerable<string> Rutas(string pagina) =>
        [RutaDeBorrador.DePagina(Expediente, pagina), .. Enumerable.Range(1, PantallasDePagina.Maximo).Select(n => RutaDeBorrador.DePagina(Expediente, pagina, n))];

    public bool PuedeDescartar => descartar.Puede(Leido.Expediente);

    public bool PuedeVerDocumentos => sesion.Puede(Permiso.AdjuntoLeer);

    /// <summary>How it stands to other files.</summary>
    public RelacionesDeExpediente Relaciones { get; private set; } = RelacionesDeExpediente.Ninguna;

    public bool PuedeOtroEpisodio => episodios.Puede(Leido.Expediente);

    /// <summary>Whether this reader may ask if the person is known elsewhere.</summary>
    public bool PuedeSolicitarVinculo => sesion.Puede(Permiso.VinculoSolicitar) && Leido.Expediente.RegistradoEn is not null;

    public bool PuedeRegistrar => sesion.Puede(Permiso.ExpedienteRegistrar) && Leido.Expediente.Estado == EstadoDeExpediente.Borrador;

    /// <summary>Another person of the same event; who holds it decides (the page that registers asks again).</summary>
    public bool PuedeRegistrarOtra => sesion.Puede(Permiso.ExpedienteRegistrar) && Leido.Expediente.Institucion == sesion.Institucion;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Expediente, "expediente", ct) is not { } leido)
        {
            return NotFound();
        }

        Leido = leido;
        Tareas = EsDescartado ? [] : tareas.De(leido, consentimientos.PorFin(await consentimientos.TodosAsync(Expediente, ct)));
        Relaciones = EsDescartado ? RelacionesDeExpediente.Ninguna : await relaciones.EjecutarAsync(leido, ct);
        Pasos = await pasos.DeAsync(leido, ct);
        Dudas = EsDescartado ? [] : await dudas.DeAsync(leido, ct);
        Elementos = EsDescartado ? null : await dudas.ElementosAsync(leido, ct);
        if (leido.Expediente.Estado == EstadoDeExpediente.ConObservaciones)
        {
            var devuelto = (await historia.EjecutarAsync(leido, ct)).Pasos.First(p => p is { A: EstadoDeExpediente.ConObservaciones, De: not EstadoDeExpediente.Anulado });
            PorCorregir = [.. devuelto.Paginas.Select(diccionario.Pagina).OfType<Pagina>().Select(PalabrasDeExpediente.Titulo)];
        }

        CaducoEn = EsDescartado ? (await listar.CaducadosAsync(ct)).FirstOrDefault(c => c.Expediente == Expediente)?.CaducoEn : null;
        Presentes = (await quien.EjecutarAsync([.. Tareas.SelectMany(t => Rutas(t.Pagina.Clave))], ct)).ToLookup(p => p.Ruta);
        Revelados = leido.Abiertos.Count == 0 ? [] : [.. diccionario.Paginas
            .SelectMany(p => resumen.De(p.Clave, leido))
            .Where(r => r.Revelada)];
        NombreAbierto = string.Join(' ', Revelados.Where(r => r.Variable.Clave is "nombres" or "primer_apellido" or "segundo_apellido").Select(r => r.Texto)) is { Length: > 0 } nombre ? nombre : null;

        return Page();
    }
}
