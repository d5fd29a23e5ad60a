using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Intercambio;

namespace Sintra.Tests.Cara;

/// <summary>Everything that waits can be found, one's own apart from what a load began, and no link of these screens is refused.</summary>
public sealed class ListasDeRegistroTests(Casas casas)
{
    private const string DeLaLinea = "CCSP-CDMX";

    [Theory, AmbosMotores]
    public async Task Los_192_de_la_carga_se_hallan_con_lo_que_se_sabe_y_no_desplazan_los_borradores_propios(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        await casa.ConvenioAsync(DeLaLinea);
        using var navegador = await casa.ComoAsync(DeLaLinea, "linea_telefonica");
        var propio = await navegador.BorradorAsync();
        await CargarAsync(casa);

        var registro = await navegador.AbrirAsync("/registro");
        var hallados = new HashSet<string>();
        var pagina = await registro.SeguirAsync("Expedientes de la carga por completar");
        for (var vuelta = 0; ; vuelta++)
        {
            vuelta.ShouldBeLessThan(20);
            hallados.UnionWith(Enlaces(pagina, "main tbody th a"));
            pagina.Documento.QuerySelectorAll("main tbody th a").ShouldAllBe(a => !a.TextContent.Contains("Continuar"), "each has its number of origin");
            pagina.Documento.QuerySelectorAll("main tbody td:nth-of-type(1)").ShouldAllBe(td => td.TextContent.Contains("20"), "and the day on which it was reported");
            if (!pagina.Texto.Contains("Ver los siguientes"))
            {
                break;
            }

            pagina = await pagina.SeguirAsync("Ver los siguientes");
        }

        hallados.Count.ShouldBe(192);
        Enlaces(registro, "main table tbody th a").ShouldBe([$"/expedientes/{propio}/revisar"]);
        await navegador.AbrirAsync(hallados.First());
        (await navegador.AbrirAsync(Enlaces(pagina, "main tbody td a").First())).Titulo.ShouldStartWith("El hecho y el reporte");
    }

    [Theory, AmbosMotores]
    public async Task Lo_propio_que_no_cabe_en_una_pagina_esta_en_la_siguiente(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var ids = new List<string>();
        for (var i = 0; i < 26; i++)
        {
            ids.Add($"/expedientes/{await navegador.BorradorAsync()}/revisar");
        }

        var primera = await navegador.AbrirAsync("/registro");
        var segunda = await primera.SeguirAsync("Ver más de lo que dejó a medias");

        Enlaces(primera, "main tbody th a[href$='/revisar']").Concat(Enlaces(segunda, "main tbody th a")).ShouldBe(Enumerable.Reverse(ids));
    }

    /// <summary>Coordination writes and does not register.</summary>
    [Theory, AmbosMotores]
    public async Task Quien_escribe_y_no_registra_no_halla_enlaces_que_se_le_nieguen_ni_al_guardar(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        await casa.ConvenioAsync(DeLaLinea);
        await CargarAsync(casa);
        using var navegador = await casa.ComoAsync(DeLaLinea, "coordinacion_institucional");
        var lista = await navegador.AbrirAsync("/registro/de-la-carga");
        var expediente = Enlaces(lista, "main tbody th a").First();

        foreach (var ruta in new[] { "/", "/registro", "/registro/de-la-carga", expediente })
        {
            var pagina = await navegador.AbrirAsync(ruta);
            foreach (var enlace in Enlaces(pagina, "main a[href^='/']").Distinct().Take(40))
            {
                using var respuesta = await navegador.PedirAsync(HttpMethod.Get, enlace);
                respuesta.StatusCode.ShouldBe(HttpStatusCode.OK, $"{ruta} → {enlace}");
            }
        }

        var guardado = await (await navegador.AbrirAsync($"{expediente}/paginas/necesidades")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["lee_espanol"] = "SI" }, ExpedientesDePruebas.Guardar);
        guardado.Direccion.AbsolutePath.ShouldBe(expediente);
    }

    private static List<string> Enlaces(PaginaHtml pagina, string selector) => [.. pagina.Documento.QuerySelectorAll(selector).Select(a => a.GetAttribute("href")!)];

    private static Task CargarAsync(Casa casa) => casa.EnAlcanceAsync(Sesion.DelSistema(DeLaLinea), async sp =>
    {
        var carga = await sp.GetRequiredService<CargarCarpetaHandler>().EjecutarAsync(new(Path.Combine(AppContext.BaseDirectory, "Datos", "patci-2018")), TestContext.Current.CancellationToken);
        carga.EsExito.ShouldBeTrue();
    });
}
