using System.Net;
using Sintra.Cuentas;

namespace Sintra.Tests.Cuentas;

/// <summary>An institution is an option of the dictionary's catalogue: adding the one adds the other.</summary>
public sealed class InstitucionNuevaTests
{
    [Theory, AmbosMotores]
    public async Task La_que_se_agrega_al_catalogo_recibe_cuentas_en_cuanto_se_publica(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        var lista = await administra.AbrirAsync("/instituciones");
        var nueva = await lista.SeguirAsync("Agregar una institución");
        Dictionary<string, CampoDeFormulario> campos = new() { ["codigo"] = "OSC-PRUEBA", ["nombre"] = "Organización inventada para pruebas" };

        var mal = await nueva.EnviarAsync(campos, "Preparar", estado: HttpStatusCode.UnprocessableEntity);
        mal.Documento.QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")).ShouldBe(["#tipo", "#nivel"], ignoreOrder: true);
        mal.Documento.QuerySelector("#nombre")!.GetAttribute("value").ShouldBe("Organización inventada para pruebas");
        await mal.EnviarAsync(new Dictionary<string, CampoDeFormulario>(campos) { ["tipo"] = "OSC", ["nivel"] = "NA", ["cve_ent"] = "07" }, "Preparar");
        await (await administra.AbrirAsync("/diccionario/cambios")).EnviarAsync(boton: "Publicar");

        var institucion = await casa.EnDbAsync(db => db.Instituciones.SingleAsync(i => i.Sigla == "OSC-PRUEBA"));
        (institucion.Nombre, institucion.Tipo, institucion.Nivel, institucion.Entidad).ShouldBe(("Organización inventada para pruebas", "OSC", "NA", "07"));
        (await administra.AbrirAsync("/instituciones/OSC-PRUEBA")).Titulo.ShouldContain("Organización inventada");
        (await administra.AbrirAsync("/cuentas/invitar")).Documento.QuerySelectorAll("option[value=OSC-PRUEBA]").Length.ShouldBe(1);
    }
}
