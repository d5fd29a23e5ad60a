using System.Net;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes;

/// <summary>What was saved changes with a reason, in a registered file and in an event; and the event has its way back.</summary>
public sealed class MotivoDeCambioTests(Casas casas)
{
    private const string Familia = "familia_y_dependientes";
    private const string Motivo = "motivo_de_cambio";
    private static readonly HttpStatusCode Negado = HttpStatusCode.UnprocessableEntity;

    [Theory, AmbosMotores]
    public async Task Lo_guardado_de_un_expediente_registrado_cambia_con_motivo_y_lo_nuevo_y_el_borrador_sin_el(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var borrador = await navegador.BorradorAsync();
        await navegador.GuardarAsync(borrador, Familia, new() { ["num_hijos"] = "3" });
        (await navegador.PaginaAsync(borrador, Familia)).Controles().ShouldNotContain(Motivo);
        await navegador.GuardarAsync(borrador, Familia, new() { ["num_hijos"] = "4" });

        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, Familia, new() { ["familiar[1].fam_nombre"] = "Citlalmina", [Motivo] = "" });
        await navegador.GuardarAsync(id, Familia, new() { ["num_hijos"] = "3", [Motivo] = "" });
        var antes = await casa.HuellaAsync(id);

        foreach (var cambio in new[] { ("num_hijos", "5"), ("num_hijos", ""), ("familiar[1].fam_nombre", "Otra"), ("familiar[1].quitar", "on") })
        {
            var negada = await navegador.GuardarAsync(id, Familia, new() { [cambio.Item1] = cambio.Item2, [Motivo] = "" }, Negado);
            negada.Documento.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").ShouldBe($"#{Motivo}");
            negada.Documento.QuerySelector($"#{Motivo}")!.GetAttribute("aria-invalid").ShouldBe("true");
            if (cambio.Item1 == "num_hijos")
            {
                negada.Documento.QuerySelector("[name=num_hijos]")!.GetAttribute("value").ShouldBe(cambio.Item2);
            }

            (await casa.HuellaAsync(id)).ShouldBe(antes, cambio.ToString());
            if (cambio == ("num_hijos", "5"))
            {
                await negada.EnviarAsync(new Dictionary<string, CampoDeFormulario> { [Motivo] = "ACTUALIZAR" }, ExpedientesDePruebas.Guardar);
                antes = await casa.HuellaAsync(id);
            }
        }

        (await casa.SeccionesAsync(id)).Single(s => s is { Clave: Familia, Fila: 0 }).Motivo.ShouldBe("ACTUALIZAR");
    }

    [Theory, AmbosMotores]
    public async Task El_hecho_cambia_con_motivo_se_deshace_medio_minuto_y_vuelve_a_una_version(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var colega = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var ajena = await casa.ComoAsync("INM", "migracion");
        var hecho = await casa.HechoDeAsync(await navegador.RegistrarAsync());
        await GuardarAsync(new() { ["hecho_canal"] = "OPERATIVO", ["hecho_num_victimas"] = "3" });

        (await GuardarAsync(new() { ["hecho_num_victimas"] = "5", [Motivo] = "" }, Negado)).Documento.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").ShouldBe($"#{Motivo}");
        var guardada = await GuardarAsync(new() { ["hecho_num_victimas"] = "5", ["hecho_canal"] = "LINEA", [Motivo] = "CORREGIR" });
        (await AhoraAsync()).ShouldBe(("LINEA", "5"));
        (await guardada.EnviarAsync(boton: "Deshacer")).Texto.ShouldContain("Se deshizo el último cambio del hecho");
        (await AhoraAsync()).ShouldBe(("OPERATIVO", "3"));

        var tarde = await GuardarAsync(new() { ["hecho_num_victimas"] = "6" });
        casa.Reloj.Adelantar(TimeSpan.FromSeconds(31));
        (await tarde.EnviarAsync(boton: "Deshacer", estado: Negado)).Texto.ShouldContain("Ya pasó el tiempo para deshacer");

        var lista = await colega.AbrirAsync($"/hechos/{hecho}/versiones");
        lista.Texto.ShouldContain("Se corrige un error");
        var primera = await colega.AbrirAsync($"/hechos/{hecho}/versiones" + lista.Documento.QuerySelectorAll("td a")[^1].GetAttribute("href")!.Replace("#version", "", StringComparison.Ordinal));
        (await primera.EnviarAsync(boton: "Volver a esta versión")).Texto.ShouldContain("El hecho volvió a la versión elegida");
        (await primera.EnviarAsync(boton: "Volver a esta versión", estado: Negado)).Texto.ShouldContain("Otra persona guardó cambios");
        var campos = new Dictionary<string, string> { ["vista"] = Guid.CreateVersion7().ToString() };
        (await ajena.EnviarCrudoAsync($"/hechos/{hecho}/versiones?handler=Deshacer", await ajena.AbrirAsync("/registro"), campos)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        async Task<PaginaHtml> GuardarAsync(Dictionary<string, CampoDeFormulario> c, HttpStatusCode estado = HttpStatusCode.OK) =>
            await (await navegador.AbrirAsync($"/hechos/{hecho}/editar")).EnviarAsync(c, "Guardar el hecho", estado: estado);

        async Task<(string?, string?)> AhoraAsync() =>
            (await casa.EnDbAsync(db => db.Hechos.Where(h => h.Id == hecho).Select(h => h.Canal).SingleAsync()),
                (await navegador.AbrirAsync($"/hechos/{hecho}/editar")).Documento.QuerySelector("[name=hecho_num_victimas]")!.GetAttribute("value"));
    }
}
