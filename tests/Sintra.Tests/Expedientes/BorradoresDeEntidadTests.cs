using System.Net;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes;

/// <summary>Events, calls, consents, conditions and steps keep what is typed into them as pages do.</summary>
public sealed class BorradoresDeEntidadTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Lo_tecleado_en_cada_formulario_vuelve_y_al_guardar_se_va(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        using var navegador = await casa.YaDentroAsync(cuenta);
        var id = await navegador.RegistrarAsync();
        (string Ruta, string Campo, string Valor)[] formularios =
        [
            ("/hechos/nuevo", "hecho_num_victimas", "7"),
            ($"/expedientes/{id}/consentimientos", "con_idioma_nota", "x"),
            ($"/expedientes/{id}/calidad", "calidad_fundamento", "Texto Kanari"),
            ($"/expedientes/{id}/pasos/{EstadoDeExpediente.Cerrado.Codigo}", "Motivo", "Motivo Kanari"),
        ];
        foreach (var (ruta, campo, valor) in formularios)
        {
            var abierta = await navegador.AbrirAsync(ruta);
            var suyo = abierta.Documento.QuerySelector($"form[data-autoguardado] [name='{campo}']") is null ? Primero(abierta) : campo;
            (await navegador.AutoguardarAsync(abierta, new() { [suyo] = [valor] })).StatusCode.ShouldBe(HttpStatusCode.NoContent, ruta);
            var vuelta = await navegador.AbrirAsync(ruta);
            vuelta.Valor(suyo).ShouldBe(valor, ruta);
            vuelta.Texto.ShouldContain("Recuperamos lo que escribió a las");
        }

        (await casa.BorradoresAsync(cuenta.Id)).Select(b => b.Ruta).ShouldBe(formularios.Select(f => f.Ruta), ignoreOrder: true);
        var inicio = await navegador.AbrirAsync("/");
        inicio.Documento.QuerySelectorAll("a[href]").Where(a => formularios.Any(f => f.Ruta == a.GetAttribute("href"))).ShouldAllBe(a => a.TextContent.Trim().Length > 3);

        // Refused, without script: kept. Taken in: gone.
        await (await navegador.AbrirAsync("/hechos/nuevo")).EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["hecho_num_victimas"] = "muchas" }, "Guardar", estado: HttpStatusCode.UnprocessableEntity);
        (await navegador.AbrirAsync("/hechos/nuevo")).Valor("hecho_num_victimas").ShouldBe("muchas");
        await (await navegador.AbrirAsync("/hechos/nuevo")).EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["hecho_num_victimas"] = "7" }, "Guardar");
        (await casa.BorradoresAsync(cuenta.Id)).Select(b => b.Ruta).ShouldBe(formularios[1..].Select(f => f.Ruta), ignoreOrder: true);
    }

    [Theory, AmbosMotores]
    public async Task Una_llamada_a_medias_se_recupera(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "linea_telefonica");
        using var navegador = await casa.YaDentroAsync(cuenta);
        var abierta = await navegador.AbrirAsync("/llamadas/nueva");
        var campo = Primero(abierta);

        (await navegador.AutoguardarAsync(abierta, new() { [campo] = ["Texto Kanari"] })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await navegador.AbrirAsync("/llamadas/nueva")).Valor(campo).ShouldBe("Texto Kanari");
        (await navegador.AbrirAsync("/")).Documento.QuerySelector("a[href='/llamadas/nueva']").ShouldNotBeNull();
    }

    private static string Primero(PaginaHtml pagina) =>
        pagina.Documento.QuerySelectorAll("form[data-autoguardado] textarea[name], form[data-autoguardado] input.s-caja[name]").Select(e => e.GetAttribute("name")!).First(n => !n.Contains('.', StringComparison.Ordinal));
}
