using System.Net;
using Sintra.Cuentas;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes;

/// <summary>The same thing sent several times at once: one is stored, the others are told so in words.</summary>
public sealed class AlMismoTiempoTests(Casas casas)
{
    private const int Rondas = 6;

    [Theory, AmbosMotores]
    public async Task Registrar_con_el_boton_apretado_de_mas_da_un_solo_folio(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        for (var ronda = 0; ronda < Rondas; ronda++)
        {
            var id = await navegador.BorradorAsync();

            await CuatroAsync(await navegador.AbrirAsync($"/expedientes/{id}/revisar"), [], "Registrar expediente", r =>
                (r.StatusCode, r.Headers.Location?.ToString()).ShouldBe((HttpStatusCode.Found, $"/expedientes/{id}/registrado"), Causa(casa)));

            (await casa.EnDbAsync(db => db.Asientos.CountAsync(a => a.Expediente == id && a.Suceso == nameof(ExpedienteRegistrado)))).ShouldBe(1);
            (await casa.EnDbAsync(db => db.Expedientes.AsNoTracking().Include(e => e.Calidades).SingleAsync(e => e.Id == id))).Calidades.Count.ShouldBe(1);
        }
    }

    [Theory, AmbosMotores]
    public async Task La_primera_vez_que_se_guarda_una_pagina_gana_una_y_las_otras_lo_saben(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        for (var ronda = 0; ronda < Rondas; ronda++)
        {
            var id = await navegador.RegistrarAsync();

            // The one page whose key does not exist before it is first saved.
            await UnaGanaAsync(casa, await navegador.PaginaAsync(id, "contacto_seguro"), []);

            (await casa.EnDbAsync(db => db.Asientos.CountAsync(a => a.Expediente == id && a.Suceso == nameof(PaginaGuardada)))).ShouldBe(1);
        }
    }

    [Theory, AmbosMotores]
    public async Task La_pagina_del_hecho_igual(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        for (var ronda = 0; ronda < Rondas; ronda++)
        {
            var ruta = $"/hechos/{await casa.HechoDeAsync(await navegador.RegistrarAsync())}/editar";

            await UnaGanaAsync(casa, await navegador.AbrirAsync(ruta), new() { ["hecho_num_victimas"] = "3" });
            await UnaGanaAsync(casa, await navegador.AbrirAsync(ruta), new() { ["hecho_num_victimas"] = "4" });
        }
    }

    [Theory, AmbosMotores]
    public async Task Revelar_varias_veces_a_la_vez_revela(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();

        await CuatroAsync(await navegador.AbrirAsync($"/expedientes/{id}/mostrar"), new() { ["Grupos"] = new[] { "nombre" }, ["Motivo"] = "ATENCION" }, "Mostrar", r =>
            r.StatusCode.ShouldBe(HttpStatusCode.Found));
    }

    [Theory, AmbosMotores]
    public async Task Empezar_de_nuevo_el_segundo_factor_no_falla_aunque_se_pida_varias_veces(Motor motor)
    {
        var casa = await casas.De(motor);
        for (var ronda = 0; ronda < Rondas; ronda++)
        {
            var cuenta = await casa.CuentaAsync("FEVIMTRA", "osc");
            await casa.EnDbAsync(db => db.Set<Cuenta>().Where(c => c.Id == cuenta.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.SegundoFactor, false)));
            using var navegador = await casa.YaDentroAsync(cuenta);

            var pagina = await navegador.AbrirAsync("/cuenta/segundo-factor");
            var respuestas = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
                navegador.EnviarCrudoAsync("/cuenta/segundo-factor?handler=Reiniciar", pagina, [])));

            respuestas.ShouldAllBe(r => (int)r.StatusCode < 500, Causa(casa));
            (await casa.EnDbAsync(db => db.Asientos.CountAsync(a => a.Cuenta == cuenta.Id && a.Suceso == nameof(SegundoFactorReiniciado)))).ShouldBeGreaterThan(0);
        }
    }

    private static string? Causa(Casa casa) => casa.Registro.Lineas.LastOrDefault(l => l.Nivel >= Microsoft.Extensions.Logging.LogLevel.Error)?.Texto;

    private static async Task UnaGanaAsync(Casa casa, PaginaHtml pagina, Dictionary<string, CampoDeFormulario> campos)
    {
        var ganadas = 0;
        await CuatroAsync(pagina, campos, ExpedientesDePruebas.Guardar, r =>
        {
            new[] { HttpStatusCode.Found, HttpStatusCode.UnprocessableEntity }.ShouldContain(r.StatusCode, Causa(casa));
            ganadas += r.StatusCode == HttpStatusCode.Found ? 1 : 0;
        });
        ganadas.ShouldBe(1);
    }

    private static async Task CuatroAsync(PaginaHtml pagina, Dictionary<string, CampoDeFormulario> campos, string boton, Action<HttpResponseMessage> cada)
    {
        foreach (var respuesta in await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => pagina.EnviarSinSeguirAsync(campos, boton))))
        {
            using (respuesta)
            {
                cada(respuesta);
            }
        }
    }
}
