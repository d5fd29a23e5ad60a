using System.Net;
using CsCheck;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes;

/// <summary>The person's condition: dated, with its authority, never written over, and known of any past day.</summary>
public sealed class CalidadTests(Casas casas)
{
    private static readonly HttpStatusCode Negado = HttpStatusCode.UnprocessableEntity;

    [Theory, AmbosMotores]
    public async Task Cada_determinacion_se_agrega_y_se_sabe_cual_valia_en_una_fecha(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        var ruta = $"/expedientes/{id}/calidad";
        var pagina = await navegador.AbrirAsync(ruta);

        pagina.Html.ShouldNotContain("pista_de_");
        pagina.Documento.QuerySelectorAll("[name='calidad.estado']").ShouldBeEmpty();
        (await navegador.EnviarCrudoAsync(ruta, pagina, new Dictionary<string, string> { ["calidad.estado"] = "ns" })).StatusCode.ShouldBe(Negado);
        var incompleta = await pagina.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["calidad"] = "RECONOCIDA", ["renavi"] = "REN-Canario-7" }, "Asentar", estado: Negado);
        incompleta.Texto.ShouldContain("Quién determinó la calidad: falta la respuesta");
        incompleta.Texto.ShouldContain("Documento o motivo de la determinación: falta la respuesta");
        incompleta.Html.ShouldContain("REN-Canario-7");
        await incompleta.EnviarAsync(ConRenavi(Reconocida("2026", "1", "15")), "Asentar");

        (await navegador.AbrirAsync(ruta)).Html.ShouldNotContain("REN-Canario-7");
        (await navegador.AbrirAsync(ruta)).Texto.ShouldContain("Víctima con calidad reconocida");
        (await navegador.AbrirAsync($"{ruta}?fecha=2026-01-14")).Texto.ShouldContain(": —.");
        var ese = (await navegador.AbrirAsync($"{ruta}?fecha=2026-01-15")).Texto;
        ese.ShouldContain("Víctima con calidad reconocida");
        ese.ShouldContain("Lo que constaba ese día: —.");
        (await casa.EnDbAsync(db => db.Expedientes.Where(e => e.Id == id).SelectMany(e => e.Calidades).OrderBy(c => c.AsentadaEn).Select(c => c.Codigo).ToListAsync()))
            .ShouldBe(["PROBABLE", "RECONOCIDA"]);
    }

    [Theory, AmbosMotores]
    public async Task Lo_que_no_sigue_o_pide_otra_persona_no_se_asienta(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var colega = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var sinPermiso = await casa.ComoAsync("FEVIMTRA", "osc");
        using var ajena = await casa.ComoAsync("CEAV", "atencion_a_victimas");
        var id = await navegador.RegistrarAsync();
        var ruta = $"/expedientes/{id}/calidad";
        var pagina = await navegador.AbrirAsync(ruta);
        await ajena.AbrirAsync(ruta, HttpStatusCode.NotFound);

        // Who recorded the present one does not record that it was not confirmed: it is not offered, and not taken.
        pagina.Documento.QuerySelectorAll("[name=calidad]").Select(e => e.GetAttribute("value")).ShouldNotContain("NO_CONFIRMADA");
        (await navegador.EnviarCrudoAsync(ruta, pagina, NoConfirmada())).StatusCode.ShouldBe(Negado);
        var sin = await sinPermiso.AbrirAsync(ruta);
        sin.Documento.QuerySelectorAll("[name=calidad]").ShouldBeEmpty();
        (await sinPermiso.EnviarCrudoAsync(ruta, sin, NoConfirmada())).StatusCode.ShouldBe(Negado);
        (await navegador.AbrirAsync(ruta)).Texto.ShouldNotContain("No se confirmó la calidad de víctima Vigente");

        await (await colega.AbrirAsync(ruta)).EnviarAsync(NoConfirmada().ToDictionary(c => c.Key, c => (CampoDeFormulario)c.Value), "Asentar");
        (await casa.EnDbAsync(db => db.Expedientes.Where(e => e.Id == id).Select(e => e.Filtros.Calidad).SingleAsync())).ShouldBe("NO_CONFIRMADA");

        // A page saved later does not bring back what was said when the file was born.
        await navegador.GuardarAsync(id, "registro_minimo", new() { ["sexo"] = "H" });
        (await casa.EnDbAsync(db => db.Expedientes.Where(e => e.Id == id).Select(e => e.Filtros.Calidad).SingleAsync())).ShouldBe("NO_CONFIRMADA");

        var futura = await (await colega.AbrirAsync(ruta)).EnviarAsync(Reconocida("2031", "1", "1"), "Asentar", estado: Negado);
        futura.Texto.ShouldContain("la fecha es posterior a hoy");
        var anterior = await futura.EnviarAsync(Reconocida("2025", "1", "1"), "Asentar", estado: Negado);
        anterior.Texto.ShouldContain("es anterior a la última determinación asentada");
    }

    [Theory, AmbosMotores]
    public async Task Una_razon_no_hace_las_veces_de_autoridad_fecha_ni_fundamento(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        var ruta = $"/expedientes/{id}/calidad";
        var pagina = await navegador.AbrirAsync(ruta);
        string[] piden = ["calidad_institucion", "calidad_fecha", "calidad_fundamento"];

        pagina.Controles().ShouldNotContain(c => c.EndsWith(".estado") && !c.StartsWith("renavi"), "what is demanded offers no reason in its place");
        var sinNada = await navegador.SeguirAsync(Crudo(pagina, [new("calidad", "RECONOCIDA"), .. piden.Select(p => new KeyValuePair<string, string>($"{p}.estado", "NS"))]), Negado);
        foreach (var clave in piden)
        {
            sinNada.Documento.QuerySelectorAll($".govuk-error-summary a[href^='#{clave}']").Select(a => a.TextContent).ShouldHaveSingleItem().ShouldContain("falta la respuesta");
        }

        (await casa.EnDbAsync(db => db.Expedientes.Where(e => e.Id == id).SelectMany(e => e.Calidades).CountAsync())).ShouldBe(1);
    }

    [Theory, AmbosMotores]
    public async Task Un_expediente_no_nace_con_la_calidad_que_pide_autoridad_y_fecha(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        foreach (var calidad in new[] { "RECONOCIDA", "IDENTIFICADA" })
        {
            var negada = await (await navegador.AbrirAsync("/registro/nuevo")).EnviarAsync(new Dictionary<string, CampoDeFormulario>(ExpedientesDePruebas.Minimo()) { ["calidad"] = calidad }, "Continuar a revisar", estado: Negado);
            negada.Documento.QuerySelector(".govuk-error-summary a[href^='#calidad']")!.TextContent.ShouldContain("se asienta después, con su fecha y autoridad");
        }

        // One that was kept before this was refused is not registered with it.
        var id = await navegador.BorradorAsync();
        await casa.EnDbAsync(async db =>
        {
            var minimo = await db.Secciones.SingleAsync(s => s.Expediente == id && s.Clave == "registro_minimo" && s.Fila == 0);
            minimo.Abiertas = minimo.Abiertas.Replace("PROBABLE", "RECONOCIDA");
            return await db.SaveChangesAsync();
        });
        (await (await navegador.AbrirAsync($"/expedientes/{id}/revisar")).EnviarAsync(boton: "Registrar expediente", estado: Negado)).Texto.ShouldContain("con su fecha y autoridad");
        (await casa.EnDbAsync(db => db.Expedientes.Where(e => e.Id == id).Select(e => e.Folio).SingleAsync())).ShouldBeNull();
    }

    private static HttpRequestMessage Crudo(PaginaHtml pagina, IEnumerable<KeyValuePair<string, string>> campos) => new(HttpMethod.Post, pagina.Direccion)
    {
        Content = new FormUrlEncodedContent([.. campos, new("__RequestVerificationToken", pagina.FichaAntifalsificacion)]),
    };

    [Fact]
    public void Lo_que_valia_un_dia_es_la_ultima_que_valia_desde_entonces() => Gen.Select(
            Gen.Select(Gen.Int[0, 400].Nullable(), Gen.Int[0, 400], (fecha, asentada) => (Fecha: fecha, Asentada: asentada)).List[0, 8], Gen.Int[0, 400])
        .Sample((filas, dia) =>
        {
            var inicio = new DateOnly(2025, 1, 1);
            var calidades = filas.Select((f, i) => new Calidad
            {
                Codigo = $"C{i}",
                Fecha = f.Fecha is { } d ? inicio.AddDays(d) : null,
                AsentadaEn = inicio.AddDays(f.Asentada).ToDateTime(new(12, 0), DateTimeKind.Utc).AddSeconds(i),
                AsentadaPor = CuentaId.Sistema,
            }).ToList();
            var ese = inicio.AddDays(dia);

            var valia = calidades.El(ese, TimeZoneInfo.Utc);
            var constaba = calidades.SabidaEl(ese, TimeZoneInfo.Utc);

            // None that held by then was recorded after it, and what nobody had recorded is not what was on record.
            calidades.Where(c => c.Desde(TimeZoneInfo.Utc) <= ese).ShouldAllBe(c => c.AsentadaEn <= valia!.AsentadaEn);
            (valia is null).ShouldBe(calidades.All(c => c.Desde(TimeZoneInfo.Utc) > ese));
            (constaba is null || DateOnly.FromDateTime(constaba.AsentadaEn) <= ese).ShouldBeTrue();
            calidades.El(DateOnly.MaxValue, TimeZoneInfo.Utc).ShouldBe(calidades.Vigente());
        });

    private static Dictionary<string, CampoDeFormulario> Reconocida(string anio, string mes, string dia) => new()
    {
        ["calidad"] = "RECONOCIDA",
        ["calidad_institucion"] = "CEAV",
        ["calidad_fecha.anio"] = anio,
        ["calidad_fecha.mes"] = mes,
        ["calidad_fecha.dia"] = dia,
        ["calidad_fundamento"] = "Acuerdo de prueba",
    };

    private static Dictionary<string, CampoDeFormulario> ConRenavi(Dictionary<string, CampoDeFormulario> campos) =>
        new(campos) { ["renavi_fecha.anio"] = "2026", ["renavi_fecha.mes"] = "1", ["renavi_fecha.dia"] = "20" };

    private static Dictionary<string, string> NoConfirmada() => new()
    {
        ["calidad"] = "NO_CONFIRMADA",
        ["calidad_institucion"] = "FEVIMTRA",
        ["calidad_fecha.anio"] = "2026",
        ["calidad_fecha.mes"] = "2",
        ["calidad_fecha.dia"] = "1",
        ["calidad_fundamento"] = "Acuerdo de prueba",
    };
}
