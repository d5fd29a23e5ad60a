namespace Sintra.Tests.Expedientes;

/// <summary>Before a file is registered, all that was written of it is looked over.</summary>
public sealed class RevisarTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Se_revisa_cada_pagina_escrita_con_como_cambiarla_y_se_dice_lo_pendiente(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.BorradorAsync();
        var antes = await navegador.AbrirAsync($"/expedientes/{id}/revisar");
        antes.Documento.QuerySelectorAll("h2").ShouldNotContain(h => h.TextContent.Contains("familia", StringComparison.OrdinalIgnoreCase));
        await navegador.GuardarAsync(id, "familia_y_dependientes", new() { ["num_hijos"] = "3", ["familiar[1].fam_parentesco"] = "01", ["familiar[1].fam_nombre"] = "Citlalmina" });
        await (await (await navegador.PaginaAsync(id, "familia_y_dependientes")).EnviarAsync(boton: "Agregar")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["familiar[2].fam_parentesco"] = "02" }, ExpedientesDePruebas.Guardar);

        var revisar = await navegador.AbrirAsync($"/expedientes/{id}/revisar");

        revisar.Html.ShouldNotContain("Citlalmina");
        Cambiar("Familiar 1: Parentesco").ShouldBe($"/expedientes/{id}/paginas/familia_y_dependientes?abrir=familiar%5B1%5D#familiar-1--fam_parentesco");
        Cambiar("Familiar 2: Parentesco").ShouldBe($"/expedientes/{id}/paginas/familia_y_dependientes?abrir=familiar%5B2%5D#familiar-2--fam_parentesco");
        (await navegador.AbrirAsync(Cambiar("Familiar 2: Parentesco").Split('#')[0])).Controles().ShouldContain("familiar[2].fam_parentesco");
        var pendiente = revisar.Documento.QuerySelectorAll(".s-tarjeta").Single(t => t.QuerySelector("h2")?.TextContent == "Pendiente");
        pendiente.QuerySelectorAll("li").ShouldNotBeEmpty();
        pendiente.QuerySelectorAll("li").ShouldAllBe(l => l.TextContent.Contains("alta", StringComparison.Ordinal));

        var registrado = await revisar.EnviarAsync(boton: "Registrar expediente");
        var constancia = await registrado.SeguirAsync("Imprimir constancia");
        constancia.Documento.QuerySelector(".s-folio")!.TextContent.ShouldBe(registrado.Documento.QuerySelector(".s-folio")!.TextContent);
        constancia.EnPapel.ShouldContain("Cuenta de pruebas ministerio_publico");

        string Cambiar(string etiqueta) => revisar.Documento.QuerySelectorAll(".govuk-summary-list__row")
            .Single(f => f.QuerySelector("dt")!.TextContent.StartsWith(etiqueta, StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
    }
}
