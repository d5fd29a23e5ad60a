
namespace Sintra.Tests.Expedientes;

/// <summary>What the law tells apart by when it happened, to whom and across which border.</summary>
public sealed class DudasDeLeyTests(Casas casas)
{
    private const string Trafico = "podría tratarse de tráfico";

    [Theory, AmbosMotores]
    public async Task El_trafico_se_pregunta_cuando_hubo_frontera_y_no_se_conoce_finalidad(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var cruzo = await navegador.RegistrarAsync(new(ExpedientesDePruebas.Minimo()) { ["formas"] = "PD" });
        (await navegador.AbrirAsync($"/expedientes/{cruzo}")).Texto.ShouldNotContain(Trafico, customMessage: "no border is known");
        foreach (var (numero, pais) in new[] { (1, "HN"), (2, "GT"), (3, "MX") })
        {
            var pagina = await navegador.PaginaAsync(cruzo, "captacion_y_traslado");
            pagina = pagina.Controles().Contains($"tramo[{numero}].tramo_lugar.pais") ? pagina : await pagina.EnviarAsync(boton: "Agregar");
            await pagina.EnviarAsync(new Dictionary<string, CampoDeFormulario> { [$"tramo[{numero}].tramo_lugar.pais"] = pais }, ExpedientesDePruebas.Guardar);
        }

        (await navegador.AbrirAsync($"/expedientes/{cruzo}")).Texto.ShouldContain(Trafico);
        await navegador.GuardarAsync(cruzo, "explotacion", new() { ["posible_trafico"] = "SI" });
        (await navegador.AbrirAsync($"/expedientes/{cruzo}")).Texto.ShouldNotContain(Trafico);

        // Origin abroad, exploited here; act and means have still to be typed: there is a purpose.
        var explotada = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(explotada, "captacion_y_traslado", new() { ["cap_lugar.pais"] = "HN" });
        await navegador.GuardarAsync(explotada, "explotacion", new() { ["explotacion[1].forma"] = "LAB", ["explotacion[1].exp_lugar.pais"] = "MX" });
        (await navegador.AbrirAsync($"/expedientes/{explotada}")).Texto.ShouldNotContain(Trafico);
    }

    [Theory, AmbosMotores]
    public async Task La_edad_que_cuenta_es_la_del_momento_de_los_hechos(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync(ExpedientesDePruebas.Minimo("26"));
        await navegador.GuardarAsync(id, "explotacion", new() { ["conductas"] = "CAP" });
        (await navegador.AbrirAsync($"/expedientes/{id}")).Texto.ShouldContain("Falta identificar el medio");

        await navegador.GuardarAsync(id, "explotacion", new() { ["explotacion[1].forma"] = "LAB", ["explotacion[1].edad_explotacion.valor"] = "12" });
        (await navegador.AbrirAsync($"/expedientes/{id}")).Texto.ShouldContain("medio no exigible");
        (await navegador.PaginaAsync(id, "explotacion")).Controles().ShouldContain("medios_comisivos", "it may still be answered");
        await navegador.GuardarAsync(id, "explotacion", new() { ["explotacion[1].edad_explotacion.valor"] = "20" });
        (await navegador.AbrirAsync($"/expedientes/{id}")).Texto.ShouldContain("Falta identificar el medio");
        await navegador.GuardarAsync(id, "captacion_y_traslado", new() { ["edad_captacion.valor"] = "17" });
        (await navegador.AbrirAsync($"/expedientes/{id}")).Texto.ShouldContain("medio no exigible");

        // The day of birth is sealed for whoever reads the file; what follows from it is the same.
        await navegador.GuardarAsync(id, "captacion_y_traslado", new() { ["edad_captacion.valor"] = "", ["fecha_captacion.desde_anio"] = "2010" });
        await navegador.GuardarAsync(id, "documentos_e_identidad", new() { ["fecha_nacimiento.anio"] = "2000" });
        (await navegador.AbrirAsync($"/expedientes/{id}")).Texto.ShouldContain("medio no exigible");
    }

    [Theory, AmbosMotores]
    public async Task Edades_y_periodos_que_no_caben_juntos_se_preguntan(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync(new(ExpedientesDePruebas.Minimo("26")) { ["fecha_deteccion.anio"] = "2025" });
        await navegador.GuardarAsync(id, "documentos_e_identidad", new() { ["fecha_nacimiento.anio"] = "2000" });
        await navegador.GuardarAsync(id, "captacion_y_traslado", new() { ["fecha_captacion.desde_anio"] = "2010", ["edad_captacion.valor"] = "10" });
        await navegador.GuardarAsync(id, "explotacion", new() { ["explotacion[1].exp_periodo.desde_anio"] = "2012", ["explotacion[1].exp_periodo.hasta_anio"] = "2025", ["explotacion[1].edad_explotacion.valor"] = "12" });
        (await navegador.AbrirAsync($"/expedientes/{id}")).Texto.ShouldNotContain("Por revisar");

        await navegador.GuardarAsync(id, "captacion_y_traslado", new() { ["edad_captacion.valor"] = "25" });
        await navegador.GuardarAsync(id, "explotacion", new() { ["explotacion[1].exp_periodo.hasta_anio"] = "2026" });
        var texto = (await navegador.AbrirAsync($"/expedientes/{id}")).Texto;
        texto.ShouldContain("«Periodo de la explotación» termina después de «¿Cuándo se detectó?»");
        texto.ShouldContain("«Edad al inicio de la explotación» es menor que «Edad al ser captada»");
        texto.ShouldContain("«Edad al ser captada» no corresponde a «Fecha de nacimiento» y «¿Cuándo fue captada?»");
        texto.ShouldNotContain("«Edad al inicio de la explotación» no corresponde");
        await navegador.GuardarAsync(id, "explotacion", new() { ["explotacion[1].edad_explotacion.valor"] = "20" });
        (await navegador.AbrirAsync($"/expedientes/{id}")).Texto.ShouldContain("«Edad al inicio de la explotación» no corresponde a «Fecha de nacimiento» y «Periodo de la explotación»");
    }

    [Theory, AmbosMotores]
    public async Task El_aviso_a_la_Procuraduria_tiene_su_plazo(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var hoy = TimeZoneInfo.ConvertTimeFromUtc(casa.Reloj.Ahora, casa.Reloj.LocalTimeZone);
        var cultura = System.Globalization.CultureInfo.GetCultureInfo("es-MX");

        // Without a day of detection the hours run from the moment in which it was begun.
        var reciente = await navegador.RegistrarAsync(ExpedientesDePruebas.Minimo("15"));
        Nota(await navegador.AbrirAsync($"/expedientes/{reciente}")).ShouldContain($"Avisar antes del {hoy.AddDays(1).ToString("d MMM yyyy", cultura)}");

        var tarde = await navegador.RegistrarAsync(new(ExpedientesDePruebas.Minimo("15")) { ["fecha_deteccion.dia"] = "4", ["fecha_deteccion.mes"] = "1", ["fecha_deteccion.anio"] = "2026" });
        var abierto = await navegador.AbrirAsync($"/expedientes/{tarde}");
        Nota(abierto).ShouldContain("El plazo venció el 5 ene 2026, 23:59");
        abierto.Texto.ShouldContain("falta el aviso a la Procuraduría de Protección y su plazo de 24 horas ya venció");
        await navegador.GuardarAsync(tarde, "procuraduria_nna", new() { ["procuraduria_notificada.estado"] = "NP" });
        Nota(await navegador.AbrirAsync($"/expedientes/{tarde}")).ShouldContain("El plazo venció");

        await AvisarAsync(navegador, tarde, 8, 1);
        abierto = await navegador.AbrirAsync($"/expedientes/{tarde}");
        Nota(abierto).ShouldNotContain("plazo");
        abierto.Texto.ShouldContain("«Fecha del aviso» es posterior a las 24 horas");
        await AvisarAsync(navegador, tarde, 2, 1);
        (await navegador.AbrirAsync($"/expedientes/{tarde}")).Texto.ShouldContain("«Fecha del aviso» es anterior a «¿Cuándo se detectó?»");
        await AvisarAsync(navegador, tarde, 5, 1);
        (await navegador.AbrirAsync($"/expedientes/{tarde}")).Texto.ShouldNotContain("«Fecha del aviso»");
    }

    private static Task<PaginaHtml> AvisarAsync(NavegadorHttp navegador, ExpedienteId id, int dia, int mes) => navegador.GuardarAsync(id, "procuraduria_nna", new()
    {
        ["procuraduria_notificada"] = "SI",
        ["procuraduria_notificada.estado"] = (string[])[],
        ["procuraduria_fecha.dia"] = $"{dia}",
        ["procuraduria_fecha.mes"] = $"{mes}",
        ["procuraduria_fecha.anio"] = "2026",
    });

    private static string Nota(PaginaHtml pagina) =>
        pagina.Documento.QuerySelectorAll("main li").Single(l => l.TextContent.Contains("Avisar a la Procuraduría de Protección", StringComparison.Ordinal) && l.QuerySelector("li") is null).TextContent;
}
