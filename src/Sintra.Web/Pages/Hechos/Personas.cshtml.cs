using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Web.Pages.Expedientes;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Pages.Hechos;

/// <summary>The persons of an operation: common values, a grid, a review, and the fate of each row. A POST always, so that no name is in an address.</summary>
[Requiere(Permiso.HechoRegistrar)]
public sealed class PersonasModel(
    ConsultarHechoHandler consultar,
    PropuestaDelHecho propuesta,
    PersonasDelHechoHandler personas,
    RegistrarPersonasHandler registrar,
    FormularioDeExpediente formularios,
    DiccionarioVigente diccionario,
    Sesion sesion) : PageModel
{
    [FromRoute]
    public HechoId Hecho { get; set; }

    /// <summary>«agregar», «registrar»; anything else reviews.</summary>
    [BindProperty(Name = "accion")]
    public string? Accion { get; set; }

    public FormularioDePagina Comunes { get; private set; } = null!;

    public RejillaEnPantalla Rejilla { get; private set; } = null!;

    /// <summary>What a review found of each row, by its number.</summary>
    public IReadOnlyList<DestinoDePersona> Revisadas { get; private set; } = [];

    /// <summary>The rows that are registered now, by this sending or an earlier one.</summary>
    public IReadOnlyList<DestinoDePersona> Registradas { get; private set; } = [];

    /// <summary>Rows that were sent and wait to be corrected.</summary>
    public int ConDudas { get; private set; }

    /// <summary>Order of the fields, which the summary of faults follows.</summary>
    public IReadOnlyList<string> Orden => [.. Comunes.Orden, .. Rejilla.Renglones.SelectMany(r => r.Celdas.Select(c => c.Ruta))];

    /// <summary>There is something to be typed: all is registered otherwise.</summary>
    public bool HayPorRegistrar => Registradas.Count == 0 || ConDudas > 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        !sesion.Puede(Permiso.ExpedienteRegistrar) ? Forbid() : await MostrarAsync(null, [], RejillaEnPantalla.Tanda, [], ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!sesion.Puede(Permiso.ExpedienteRegistrar))
        {
            return Forbid();
        }

        var campos = CamposEnviados.De(Request);
        var escritos = RejillaEnPantalla.Escritos(campos);
        if (Accion == "agregar")
        {
            return await MostrarAsync(campos, escritos, Math.Min(VaciosDe(campos, escritos) + RejillaEnPantalla.Tanda, ColumnasDeRejilla.MaximoDeRenglones - escritos.Count), [], ct);
        }

        var guarda = Accion == "registrar";
        var orden = new PersonasDeOperativo(Hecho, campos);
        var resultado = guarda ? await registrar.EjecutarAsync(orden, ct) : await registrar.RevisarAsync(orden, ct);
        if (resultado.NoExiste)
        {
            return NotFound();
        }

        if (!resultado.EsExito)
        {
            return await MostrarAsync(campos, escritos, VaciosDe(campos, escritos), resultado.Fallas, ct);
        }

        var resuelto = resultado.Valor!;
        Registradas = [.. resuelto.Personas.Where(p => p.Expediente is not null)];
        if (guarda)
        {
            // What is registered leaves the grid; what has doubts stays as it was typed.
            escritos = [.. escritos.Except(Registradas.Select(r => r.Numero))];
            ConDudas = escritos.Count;
        }
        else
        {
            (Revisadas, Registradas) = (resuelto.Personas, []);
        }

        return await MostrarAsync(campos, escritos, 0, [.. resuelto.Todas], ct);
    }

    private static int VaciosDe(IReadOnlyDictionary<string, IReadOnlyList<string>> campos, IReadOnlyList<int> escritos) =>
        campos.Keys.Select(RutaDeCampo.Analizar).Where(r => r?.Grupo == ColumnasDeRejilla.Grupo).Select(r => r!.Value.Fila).Distinct().Except(escritos).Count();

    private async Task<IActionResult> MostrarAsync(IReadOnlyDictionary<string, IReadOnlyList<string>>? campos, IReadOnlyList<int> escritos, int vacios, IReadOnlyList<Falla> fallas, CancellationToken ct)
    {
        if (await propuesta.EjecutarAsync(Hecho, HttpMethods.IsGet(Request.Method), ct) is not { } propuestas || await consultar.EjecutarAsync(Hecho, ct) is null)
        {
            return NotFound();
        }

        foreach (var falla in fallas)
        {
            // Beside its cell it needs no number; in the summary it does.
            ModelState.AddModelError(falla.Campo ?? "", RutaDeCampo.Analizar(falla.Campo ?? "") is { Grupo: ColumnasDeRejilla.Grupo, Fila: var fila }
                ? this.Texto<Recursos.TextosDeHechos>("Rejilla.Falla", fila, falla.Mensaje)
                : falla.Mensaje);
        }

        var comunes = campos?.Where(c => RutaDeCampo.Analizar(c.Key)?.Grupo != ColumnasDeRejilla.Grupo).ToDictionary();
        Comunes = formularios.Comunes(comunes, fallas, propuestas);
        var ultima = (await personas.EjecutarAsync(Hecho, ct)).Personas.Max(p => (int?)RejillaEnPantalla.NumeroDe(p.Clave)) ?? 0;
        Rejilla = new(diccionario, campos ?? new Dictionary<string, IReadOnlyList<string>>(), escritos, vacios, ultima, fallas);
        return fallas.Count == 0 ? Page() : this.ConFallas();
    }
}
