using System.Net;
using Sintra.Expedientes;
using Sintra.Seguimiento;

namespace Sintra.Tests.Seguimiento;

/// <summary>From a call to a file in one step, and never twice.</summary>
public sealed class LlamadasTests(Casas casas)
{
    private const string Crear = "Crear registro de persona no identificada";

    [Theory, AmbosMotores]
    public async Task Lo_que_dice_la_llamada_llega_al_registro_y_nada_se_crea_dos_veces(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "linea_telefonica");
        using var linea = await casa.YaDentroAsync(cuenta);
        using var ajena = await casa.ComoAsync("UETP-20", "linea_telefonica");
        var formulario = await linea.AbrirAsync("/llamadas/nueva");
        var dicha = new Dictionary<string, CampoDeFormulario>
        {
            ["llam_fecha.dia"] = "3", ["llam_fecha.mes"] = "2", ["llam_fecha.anio"] = "2026", ["llam_sexo"] = "M", ["llam_clasificada"] = "POSIBLE_TRATA",
            ["llam_tipo_lugar"] = (string[])["03", "04"], ["hecho_formas"] = "MEN",
        };

        var mala = await formulario.EnviarAsync(new Dictionary<string, CampoDeFormulario>(dicha) { ["llam_fecha.anio"] = "2999", ["llam_clasificada"] = "" }, "Guardar la llamada", estado: HttpStatusCode.UnprocessableEntity);
        mala.Documento.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")).ShouldBe(["#llam_fecha", "#llam_clasificada"]);
        var lista = await mala.EnviarAsync(dicha, "Guardar la llamada");
        await formulario.EnviarAsync(dicha, "Guardar la llamada");
        var llamada = await casa.EnDbAsync(db => db.Llamadas.AsNoTracking().SingleAsync(l => l.CreadaPor == cuenta.Id));
        llamada.Hecho.ShouldNotBeNull("it says something of an event");

        var nuevo = await lista.EnviarAsync(boton: Crear);
        nuevo.Direccion.PathAndQuery.ShouldBe($"/registro/nuevo?hecho={llamada.Hecho}");
        foreach (var marcado in new[]
        {
            "[name='nivel_identificacion'][value='NI'][checked]", "[name='formas'][value='MEN'][checked]", "[name='via_deteccion'] [value='04'][selected]", "[name='fecha_deteccion.dia'][value='3']",
        })
        {
            nuevo.Documento.QuerySelector(marcado).ShouldNotBeNull(marcado);
        }

        (await lista.EnviarAsync(boton: Crear)).Direccion.ShouldBe(nuevo.Direccion);
        var hecho = await casa.EnDbAsync(db => db.Hechos.AsNoTracking().SingleAsync(h => h.CreadoPor == cuenta.Id));
        (hecho.Id, hecho.Canal).ShouldBe((llamada.Hecho.Value, "LINEA"));
        var pagina = await linea.AbrirAsync($"/hechos/{hecho.Id}");
        pagina.Texto.ShouldContain("Llamada del 3 feb 2026");
        pagina.Texto.ShouldContain("Calle o vía pública");

        using var respuesta = await ajena.EnviarCrudoAsync("/llamadas", await ajena.AbrirAsync("/llamadas/nueva"), [new("llamada", llamada.Id.ToString())]);
        respuesta.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ajena.AbrirAsync("/llamadas")).Html.ShouldNotContain(llamada.Id.ToString());
    }

    [Theory, AmbosMotores]
    public async Task Una_llamada_sin_hecho_lo_abre_una_sola_vez_aunque_se_oprima_dos_a_la_vez(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "linea_telefonica");
        using var linea = await casa.YaDentroAsync(cuenta);
        var sencilla = new Dictionary<string, CampoDeFormulario> { ["llam_sexo"] = "H", ["llam_clasificada"] = "ORIENTACION" };
        var lista = await (await linea.AbrirAsync("/llamadas/nueva")).EnviarAsync(sencilla, "Guardar la llamada");
        var llamada = await casa.EnDbAsync(db => db.Llamadas.AsNoTracking().SingleAsync(l => l.CreadaPor == cuenta.Id));
        llamada.Hecho.ShouldBeNull("it says nothing of an event");

        var destinos = await Task.WhenAll(lista.EnviarSinSeguirAsync(boton: Crear), lista.EnviarSinSeguirAsync(boton: Crear));

        destinos.Select(d => d.Headers.Location?.ToString()).Distinct().Count().ShouldBe(1);
        (await casa.EnDbAsync(db => db.Hechos.CountAsync(h => h.CreadoPor == cuenta.Id))).ShouldBe(1);
    }
}
