using System.Net;
using System.Text.RegularExpressions;

namespace Sintra.Tests.Cara;

public sealed partial class PaginasDeErrorTests(CasaDeCara casa) : IClassFixture<CasaDeCara>
{
    [Fact]
    public async Task Lo_que_no_existe_y_lo_que_esta_fuera_de_alcance_dicen_lo_mismo()
    {
        var cliente = casa.Cliente();

        var inexistente = await cliente.GetAsync("/prueba/no-hay");
        var ajeno = await cliente.GetAsync("/prueba/fuera-de-alcance");

        inexistente.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        ajeno.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        SinFichas(await ajeno.Content.ReadAsStringAsync()).ShouldBe(SinFichas(await inexistente.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_quien_le_falta_un_permiso_se_le_dice_cual_y_a_quien_pedirlo()
    {
        var respuesta = await casa.Cliente().GetAsync("/prueba/identidad");

        respuesta.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var texto = (await CasaDeCara.LeerAsync(respuesta)).QuerySelector("main")!.TextContent;
        texto.ShouldContain("Mostrar identidad por grupo");
        texto.ShouldContain("la persona que administra las cuentas");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Una_falla_nuestra_da_un_codigo_y_no_cuenta_nada_de_si(string verbo)
    {
        var respuesta = await casa.Cliente().SendAsync(new HttpRequestMessage(new HttpMethod(verbo), "/prueba/falla"));

        respuesta.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var pagina = await CasaDeCara.LeerAsync(respuesta);
        pagina.QuerySelector(".s-clave-de-ayuda")!.TextContent.ShouldNotBeEmpty();
        pagina.QuerySelector("main")!.TextContent.ShouldContain("Lo que ya estaba guardado sigue guardado");
        pagina.DocumentElement.OuterHtml.ShouldNotContain("canario");
        pagina.DocumentElement.OuterHtml.ShouldNotContain("Exception");
    }

    [Fact]
    public async Task Un_envio_sin_ficha_se_explica_en_palabras()
    {
        var respuesta = await casa.Cliente().PostAsync("/idioma", new FormUrlEncodedContent([new("idioma", "en")]));

        respuesta.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await CasaDeCara.LeerAsync(respuesta)).QuerySelector("h1")!.TextContent.ShouldBe("No se pudo leer lo enviado");
    }

    [Theory]
    [InlineData(400, "No se pudo leer lo enviado")]
    [InlineData(403, "Su cuenta no tiene este permiso")]
    [InlineData(404, "No encontramos esta página")]
    [InlineData(429, "Demasiados intentos seguidos")]
    [InlineData(503, "El servicio no está disponible por ahora")]
    [InlineData(415, "No se pudo leer lo enviado")]
    [InlineData(502, "Algo falló de nuestro lado")]
    public async Task Cada_estado_tiene_su_pagina(int codigo, string titulo)
    {
        var respuesta = await casa.Cliente().GetAsync($"/prueba/estado/{codigo}");

        ((int)respuesta.StatusCode).ShouldBe(codigo);
        var pagina = await CasaDeCara.LeerAsync(respuesta);
        pagina.QuerySelector("h1")!.TextContent.ShouldBe(titulo);
        pagina.Title.ShouldBe($"{titulo} · SINTRA");
    }

    private static string SinFichas(string html) => Ficha().Replace(html, "");

    [GeneratedRegex("""<input name="__RequestVerificationToken"[^>]*>""")]
    private static partial Regex Ficha();
}
