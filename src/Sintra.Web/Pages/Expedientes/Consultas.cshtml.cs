using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Consulta;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>«Quién ha consultado»: the readings of one file.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class ConsultasModel(ConsultarExpedienteHandler consultar, QuienHaConsultadoHandler consultas, DiccionarioVigente diccionario) : PageModel
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    public string? Folio { get; private set; }

    public IReadOnlyList<LecturaDeExpediente> Lecturas { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await consultar.EjecutarAsync(Expediente, "consultas", ct) is not { } leido)
        {
            return NotFound();
        }

        Folio = leido.Expediente.Folio;
        var resultado = await consultas.EjecutarAsync(Expediente, ct);

        return resultado.AAccion(this, alLograrlo: lecturas =>
        {
            Lecturas = lecturas;
            return Page();
        });
    }

    /// <summary>The group that was opened, in words; null when a screen was seen.</summary>
    public string? Mostro(LecturaDeExpediente lectura) => lectura.Grupo is { } grupo ? Titulo(grupo) : null;

    public static bool EnBusqueda(LecturaDeExpediente lectura) => lectura.Pantalla == BuscarAntesDeRegistrarHandler.Pantalla;

    public static bool PorIdentidad(LecturaDeExpediente lectura) => lectura.Pantalla == BuscarExpedientesHandler.Pantalla;

    /// <summary>What was open on the screen that was seen, in words; null when nothing was.</summary>
    public string? ALaVista(LecturaDeExpediente lectura) => lectura.Abiertos.Count == 0 ? null : string.Join(", ", lectura.Abiertos.Select(Titulo));

    public string? PorQue(LecturaDeExpediente lectura) => lectura.Motivo is { } motivo ? diccionario.Catalogos["motivo_consulta"].Buscar(motivo)?.Nombre : null;

    private string Titulo(string grupo) => diccionario.GruposDeIdentidad.Single(g => g.Clave == grupo).Titulo;
}
