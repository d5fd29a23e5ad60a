using System.Net;
using Sintra.Diccionario;

namespace Sintra.Tests.Diccionario;

/// <summary>The register of the meetings that evaluate the dictionary: who proposes, what was resolved, and in which version it is.</summary>
public sealed class PropuestasTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Se_propone_se_aplaza_y_se_adopta_en_una_version(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var enlace = await casa.ComoAsync("FEVIMTRA", "enlace_institucional");
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        var nueva = await (await (await enlace.AbrirAsync("/diccionario")).SeguirAsync("Propuestas de cambio")).SeguirAsync("Proponer un cambio");
        nueva.Texto.ShouldContain("nunca de una persona");

        var vacia = await nueva.EnviarAsync(boton: "Proponer un cambio", estado: HttpStatusCode.UnprocessableEntity);
        var sinElemento = await nueva.EnviarAsync(Propuesta("Retiro", "no_hay"), "Proponer un cambio", estado: HttpStatusCode.UnprocessableEntity);
        var propuesta = await nueva.EnviarAsync(Propuesta("Redaccion", "sexo/M"), "Proponer un cambio");

        vacia.Documento.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")).ShouldBe(["#Clase", "#Texto", "#Razon"]);
        sinElemento.Documento.QuerySelector("#Elemento-error")!.TextContent.ShouldContain("no está en el diccionario");
        sinElemento.Documento.QuerySelector("#Texto")!.TextContent.ShouldBe("Decir «mujer» completo");
        propuesta.Titulo.ShouldContain("Propuesta 1");
        propuesta.Texto.ShouldNotContain("Anotar la resolución", customMessage: "who proposes does not resolve");
        await enlace.AbrirAsync("/diccionario/propuestas/1/decision", HttpStatusCode.Forbidden);

        var decision = await (await administra.AbrirAsync("/diccionario/propuestas/1")).SeguirAsync("Anotar la resolución");
        var sinRazon = await decision.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Decision"] = "Aplazada" }, "Guardar la resolución", estado: HttpStatusCode.UnprocessableEntity);
        sinRazon.Documento.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")).ShouldBe(["#Opinion", "#Razon"]);
        (await decision.EnviarAsync(Resolucion("Aplazada"), "Guardar la resolución")).Texto.ShouldContain("Aplazada");
        (await enlace.AbrirAsync("/diccionario/propuestas?pendientes=true")).Texto.ShouldContain("Decir «mujer» completo");
        var adoptada = await decision.EnviarAsync(new Dictionary<string, CampoDeFormulario>(Resolucion("Adoptada")) { ["VersionQueAdopta"] = "1" }, "Guardar la resolución");

        adoptada.Texto.ShouldContain("Versión 1");
        await administra.AbrirAsync("/diccionario/propuestas/1/decision", HttpStatusCode.NotFound);
        (await decision.EnviarAsync(Resolucion("Rechazada"), "Guardar la resolución", estado: HttpStatusCode.UnprocessableEntity)).Texto.ShouldContain("ya se resolvió");
        (await enlace.AbrirAsync("/diccionario/propuestas?pendientes=true")).Texto.ShouldContain("No hay propuestas");
        (await enlace.AbrirAsync("/diccionario/propuestas?clase=Retiro")).Texto.ShouldContain("No hay propuestas");
        var lista = await enlace.AbrirAsync("/diccionario/propuestas?decision=Adoptada&elemento=sexo");
        lista.EnPapel.ShouldContain("Decir «mujer» completo");
        var sucesos = await casa.EnDbAsync(db => db.Asientos.Where(a => a.Suceso.StartsWith("PropuestaDeDiccionario")).Select(a => a.Datos).ToListAsync());
        sucesos.Count.ShouldBe(3);
        sucesos.ShouldAllBe(s => !s.Contains("mujer") && !s.Contains("reunión"));
    }

    [Theory, AmbosMotores]
    public async Task Las_propuestas_se_numeran_y_se_leen_por_paginas(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var enlace = await casa.ComoAsync("FEVIMTRA", "enlace_institucional");
        await casa.EnDbAsync(async db =>
        {
            db.AddRange(Enumerable.Range(1, 26).Select(n => new PropuestaDeDiccionario
            {
                Numero = n, Clase = ClaseDePropuesta.Variable, Elemento = null, Texto = $"Pregunta {n:00}", Razon = "Hace falta", Institucion = "FEVIMTRA", PropuestaPor = CuentaId.Sistema, PropuestaEn = casa.Reloj.Ahora,
            }));
            await db.SaveChangesAsync();
        });

        var primera = await enlace.AbrirAsync("/diccionario/propuestas");

        primera.Documento.QuerySelectorAll("tbody tr").Length.ShouldBe(25);
        primera.Texto.ShouldNotContain("Pregunta 01");
        (await primera.SeguirAsync("Ver anteriores")).Texto.ShouldContain("Pregunta 01");
        var otra = await (await enlace.AbrirAsync("/diccionario/propuestas/nueva")).EnviarAsync(Propuesta("Variable", ""), "Proponer un cambio");
        otra.Titulo.ShouldContain("Propuesta 27");
    }

    [Theory, AmbosMotores]
    public async Task Quien_captura_no_propone(Motor motor)
    {
        var casa = await casas.De(motor);
        using var captura = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");

        (await captura.AbrirAsync("/diccionario")).Texto.ShouldNotContain("Propuestas de cambio");
        await captura.AbrirAsync("/diccionario/propuestas", HttpStatusCode.Forbidden);
    }

    private static Dictionary<string, CampoDeFormulario> Propuesta(string clase, string elemento) => new()
    {
        ["Clase"] = clase,
        ["Elemento"] = elemento,
        ["Texto"] = "Decir «mujer» completo",
        ["Razon"] = "Se confunde en papel",
    };

    private static Dictionary<string, CampoDeFormulario> Resolucion(string decision) => new()
    {
        ["Decision"] = decision,
        ["Opinion"] = "La reunión la vio bien",
        ["Razon"] = "Aclara la pregunta",
    };
}
