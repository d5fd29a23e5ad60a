using System.Net;

namespace Sintra.Tests.Cara;

public sealed class MensajesDeEnlaceTests(Casas casas)
{
    [Theory]
    [AmbosMotores("es", "No se pudo entender lo escrito aquí")]
    [AmbosMotores("en", "What is written here could not be understood")]
    public async Task Lo_que_no_se_puede_leer_se_dice_en_el_idioma_de_quien_lee_y_sin_repetirlo(Motor motor, string idioma, string mensaje)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        await (await navegador.AbrirAsync("/idioma")).EnviarAsync(boton: idioma == "es" ? "Español" : "English");

        var pagina = await (await navegador.AbrirAsync("/registro/buscar")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["Edad"] = "kanari" }, formulario: "main form", estado: HttpStatusCode.UnprocessableEntity);

        pagina.Documento.QuerySelector("[role=alert]")!.TextContent.ShouldContain(mensaje);
        pagina.Texto.ShouldNotContain("kanari");
        pagina.Texto.ShouldNotContain("is not valid");
    }

    [Theory, AmbosMotores]
    public async Task Una_direccion_que_no_se_puede_leer_muestra_su_pagina_sin_error(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");

        var pagina = await navegador.AbrirAsync("/registro?antes=abc");

        pagina.Titulo.ShouldStartWith("Registro de expedientes");
        pagina.Documento.QuerySelectorAll("[role=alert]").ShouldBeEmpty();
    }
}
