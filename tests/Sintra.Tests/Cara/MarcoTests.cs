using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Sintra.Tests.Cara;

public sealed partial class MarcoTests(CasaDeCara casa) : IClassFixture<CasaDeCara>
{
    public static TheoryData<string> Paginas =>
        ["/", "/seguimiento", "/politica", "/reportes", "/pausa", "/privacidad", "/accesibilidad", "/ayuda", "/idioma", "/error/404"];

    [Theory]
    [MemberData(nameof(Paginas))]
    public async Task Toda_pagina_tiene_titulo_un_h1_y_nada_en_linea(string ruta)
    {
        var respuesta = await casa.Cliente().GetAsync(ruta);
        var html = await respuesta.Content.ReadAsStringAsync();
        var pagina = await CasaDeCara.LeerAsync(respuesta);

        pagina.QuerySelectorAll("h1").Length.ShouldBe(1);
        pagina.Title.ShouldEndWith(" · SINTRA");
        pagina.Title.ShouldNotStartWith(" ·");
        pagina.DocumentElement.GetAttribute("lang").ShouldBe("es-MX");
        pagina.QuerySelectorAll("script:not([src]), style, [style]").ShouldBeEmpty();
        EnLinea().IsMatch(html).ShouldBeFalse();
        html.ShouldNotContain("&#x", customMessage: "accents are sent as they are");
    }

    [Fact]
    public async Task Sin_sesion_no_hay_navegacion_ni_pagina_de_inicio()
    {
        var cliente = casa.Cliente(conSesion: false);

        (await cliente.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var ayuda = await CasaDeCara.LeerAsync(await cliente.GetAsync("/ayuda"));
        ayuda.QuerySelectorAll("nav").ShouldBeEmpty();
        ayuda.QuerySelectorAll("form[action='/salir']").ShouldBeEmpty();
    }

    [Fact]
    public async Task La_barra_dice_donde_se_esta_y_deja_ocultar_y_salir_sin_programas()
    {
        var pagina = await CasaDeCara.LeerAsync(await casa.Cliente().GetAsync("/politica"));

        pagina.QuerySelector(".s-barra__completo a[aria-current=page]")!.TextContent.ShouldBe("Política pública");
        foreach (var accion in new[] { "/pausa", "/salir" })
        {
            var forma = pagina.QuerySelector($"form[action='{accion}']")!;
            forma.GetAttribute("method").ShouldBe("post");
            forma.QuerySelector("input[name=__RequestVerificationToken]").ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task La_barra_dice_la_institucion_por_su_nombre()
    {
        var pagina = await CasaDeCara.LeerAsync(await casa.Cliente().GetAsync("/politica"));
        var nombre = Piezas.Taller.Diccionario.Catalogos["instituciones"].Buscar("FEVIMTRA")!.Nombre;

        pagina.QuerySelector(".s-menu__largo abbr")!.GetAttribute("title").ShouldBe(nombre);
        pagina.QuerySelector(".s-menu__hoja > p")!.TextContent.ShouldBe(nombre);
        pagina.QuerySelector(".s-membrete span")!.TextContent.ShouldBe(nombre);
    }

    [Fact]
    public async Task Lo_estatico_con_huella_se_guarda_un_anio_y_sin_ella_se_pregunta()
    {
        var cliente = casa.Cliente();
        var pagina = await CasaDeCara.LeerAsync(await cliente.GetAsync("/pausa"));
        var hoja = pagina.QuerySelector("link[rel=stylesheet][href$='sintra.css']")!.GetAttribute("href")!;

        var conHuella = await cliente.GetAsync(hoja);
        var deOtraVersion = await cliente.GetAsync("/e/0000000000000000/css/sintra.css");
        var sinHuella = await cliente.GetAsync("/css/sintra.css");

        conHuella.StatusCode.ShouldBe(HttpStatusCode.OK);
        conHuella.Headers.CacheControl!.ToString().ShouldContain("max-age=31536000");
        deOtraVersion.Headers.CacheControl!.NoCache.ShouldBeTrue();
        sinHuella.Headers.CacheControl!.NoCache.ShouldBeTrue();
        (await cliente.GetAsync("/e/0000000000000000/ayuda")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task La_primera_visita_cabe_en_su_presupuesto()
    {
        var cliente = casa.Cliente();
        cliente.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        var html = await cliente.GetAsync("/seguimiento");
        html.Content.Headers.ContentEncoding.ShouldBe(["br"]);

        cliente.DefaultRequestHeaders.AcceptEncoding.Clear();
        var pagina = await CasaDeCara.LeerAsync(await cliente.GetAsync("/seguimiento"));
        cliente.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        var recursos = pagina.QuerySelectorAll("link[href]").Select(l => l.GetAttribute("href")!)
            .Append(pagina.QuerySelector("link[as=font]")!.GetAttribute("href")!.Replace("-400-", "-700-", StringComparison.Ordinal))
            .Concat(new[] { "main", "ocultar", "combo", "condicional", "cuenta-regresiva", "menu" }
                .Select(m => pagina.QuerySelector("script")!.GetAttribute("src")!.Replace("main", m, StringComparison.Ordinal)));

        var octetos = (await html.Content.ReadAsByteArrayAsync()).Length;
        foreach (var recurso in recursos)
        {
            var respuesta = await cliente.GetAsync(recurso);
            respuesta.StatusCode.ShouldBe(HttpStatusCode.OK, recurso);
            octetos += (await respuesta.Content.ReadAsByteArrayAsync()).Length;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{octetos} octetos");
        octetos.ShouldBeLessThan(80_000);
    }

    [Fact]
    public async Task El_idioma_se_elige_y_no_lo_decide_el_navegador()
    {
        var cliente = casa.Cliente();
        var delNavegador = new HttpRequestMessage(HttpMethod.Get, "/pausa");
        delNavegador.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        var elegido = new HttpRequestMessage(HttpMethod.Get, "/pausa");
        elegido.Headers.Add("Cookie", "idioma=en");

        (await CasaDeCara.LeerAsync(await cliente.SendAsync(delNavegador))).QuerySelector("h1")!.TextContent.ShouldBe("Pausa");
        var enIngles = await CasaDeCara.LeerAsync(await cliente.SendAsync(elegido));
        enIngles.QuerySelector("h1")!.TextContent.ShouldBe("Pause");
        enIngles.DocumentElement.GetAttribute("lang").ShouldBe("en");
    }

    [GeneratedRegex("""\son[a-z]+\s*=|javascript:""")]
    private static partial Regex EnLinea();
}
