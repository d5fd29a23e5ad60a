using System.Net;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes;

/// <summary>Answers that disagree are questions, never walls; what the law wants asked is said until it is.</summary>
public sealed class DudasTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Lo_que_no_coincide_se_pregunta_y_se_guarda_igual(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var lee = await casa.ComoAsync("FEVIMTRA", "datos_personales");
        var id = await navegador.RegistrarAsync();
        (await navegador.AbrirAsync($"/expedientes/{id}")).Texto.ShouldNotContain("Por revisar");

        await navegador.GuardarAsync(id, "documentos_e_identidad", new()
        {
            ["nombres"] = "Xochitl",
            ["primer_apellido"] = "Distinta",
            ["curp"] = "fiex960229moccjc08",
            ["fecha_nacimiento.anio"] = "1990",
        });
        await navegador.GuardarAsync(id, "captacion_y_traslado", new() { ["fecha_captacion.desde_anio"] = "1985", ["fecha_captacion.hasta_anio"] = "1986", ["edad_captacion.valor"] = "60" });

        var pagina = await navegador.AbrirAsync($"/expedientes/{id}");
        pagina.Texto.ShouldContain("La CURP no corresponde al nombre");
        pagina.Texto.ShouldContain("La CURP no corresponde a la fecha de nacimiento");
        pagina.Texto.ShouldContain("«¿Cuándo fue captada?» es anterior a «Fecha de nacimiento»");
        pagina.Texto.ShouldContain("«Edad al ser captada» es mayor que la edad");
        pagina.Texto.ShouldContain("no coinciden; vale la fecha");
        pagina.Html.ShouldNotContain("FIEX");
        pagina.Html.ShouldNotContain("1990");
        (await lee.AbrirAsync($"/expedientes/{id}")).Texto.ShouldNotContain("Por revisar");
    }

    [Theory, AmbosMotores]
    public async Task La_ley_pide_avisos_hasta_que_se_dan(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.BorradorAsync(new(ExpedientesDePruebas.Minimo("15")) { ["nacionalidades"] = "GT" });

        var revisar = (await navegador.AbrirAsync($"/expedientes/{id}/revisar")).Texto;
        revisar.ShouldContain("falta el aviso a la Procuraduría");
        revisar.ShouldContain("falta decir si se avisó a su consulado");
        await (await navegador.AbrirAsync($"/expedientes/{id}/revisar")).EnviarAsync(boton: "Registrar expediente");
        await navegador.GuardarAsync(id, "procuraduria_nna", new()
        {
            ["procuraduria_notificada"] = "SI",
            ["acompanante_riesgo"] = "SI",
        });

        var texto = (await navegador.AbrirAsync($"/expedientes/{id}")).Texto;
        texto.ShouldNotContain("falta el aviso a la Procuraduría");
        texto.ShouldContain("Quien acompaña podría ser parte del hecho");
    }

    [Theory, AmbosMotores]
    public async Task Marcar_una_forma_abre_su_renglon_y_los_renglones_marcan_sus_formas(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync(new(ExpedientesDePruebas.Minimo()) { ["formas"] = "PD" });
        (await FormasAsync(casa, id)).ShouldBe(["PD"]);

        await navegador.GuardarAsync(id, "explotacion", new() { ["explotacion[1].forma"] = "LAB" });
        (await FormasAsync(casa, id)).ShouldBe(["LAB"]);
        await navegador.GuardarAsync(id, "registro_minimo", new() { ["formas"] = (string[])["LAB", "MEN"] });

        var pagina = await navegador.PaginaAsync(id, "explotacion");
        pagina.Documento.QuerySelector("[name='explotacion[2].forma'] option[selected]")?.GetAttribute("value").ShouldBe("MEN");
        await pagina.EnviarAsync(boton: ExpedientesDePruebas.Guardar);
        (await FormasAsync(casa, id)).ShouldBe(["LAB", "MEN"], ignoreOrder: true);
        (await casa.SeccionesAsync(id)).Count(s => s is { Clave: "explotacion", Fila: > 0, Retirada: false }).ShouldBe(2);

        // Unmarking one whose row stands would be undone by the row: it is said, and what was ticked stays.
        var negada = await navegador.GuardarAsync(id, "registro_minimo", new() { ["formas"] = "LAB" }, HttpStatusCode.UnprocessableEntity);
        negada.Documento.QuerySelector(".govuk-error-summary a[href='#formas']")!.TextContent.ShouldContain("tiene su renglón en «");
        negada.Documento.QuerySelectorAll("[name=formas][checked]").Select(e => e.GetAttribute("value")).ShouldBe(["LAB"]);
        await navegador.GuardarAsync(id, "explotacion", new() { ["explotacion[2].quitar"] = "on" });
        await (await navegador.PaginaAsync(id, "registro_minimo")).EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["formas"] = "LAB" }, ExpedientesDePruebas.Guardar);
        (await FormasAsync(casa, id)).ShouldBe(["LAB"]);
    }

    private static Task<List<string>> FormasAsync(Casa casa, ExpedienteId id) => casa.EnDbAsync(db =>
        db.Expedientes.Where(e => e.Id == id).SelectMany(e => e.FiltrosMultiples).Where(f => f.Variable == "formas").Select(f => f.Codigo).ToListAsync());
}
