using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>«Quién ha consultado»: the readings of one file.</summary>
[Requiere(Permiso.ExpedienteLeer)]
public sealed class ConsultasModel(LectorDeExpediente lector, QuienHaConsultadoHandler consultas, DiccionarioVigente diccionario, Bitacora bitacora) : PageModel
{
    [FromRoute]
    public ExpedienteId Expediente { get; set; }

    public string? Folio { get; private set; }

    public IReadOnlyList<LecturaDeExpediente> Lecturas { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await lector.LeerAsync(Expediente, ct) is not { } leido)
        {
            return NotFound();
        }

        Folio = leido.Expediente.Folio;
        await bitacora.LeerAsync(new ExpedienteConsultado("consultas"), Expediente, ct);
        var resultado = await consultas.EjecutarAsync(Expediente, ct);

        return resultado.AAccion(this, alLograrlo: lecturas =>
        {
            Lecturas = lecturas;
            return Page();
        });
    }

    public string QueVio(LecturaDeExpediente lectura) => lectura.Grupo is { } grupo
        ? diccionario.GruposDeIdentidad.Single(g => g.Clave == grupo).Titulo
        : "El expediente, sin identidad";

    public string? PorQue(LecturaDeExpediente lectura) => lectura.Motivo is { } motivo ? diccionario.Catalogos["motivo_consulta"].Buscar(motivo)?.Nombre : null;
}
