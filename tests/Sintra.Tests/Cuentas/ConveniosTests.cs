using System.Globalization;
using System.Net;
using Sintra.Cuentas;

namespace Sintra.Tests.Cuentas;

/// <summary>Only an institution with a convenio in force, or exempt by law, loads; and that holds at the next request, not at the next sign-in.</summary>
public sealed class ConveniosTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Un_convenio_vencido_quita_el_registro_en_la_siguiente_peticion_y_renovarlo_lo_devuelve(Motor motor)
    {
        var casa = await casas.De(motor);
        var convenio = await casa.ConvenioAsync("OSC01");
        using var suyo = await casa.ComoAsync("OSC01", "osc");
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        var borrador = await suyo.BorradorAsync();
        var formulario = await suyo.AbrirAsync("/registro/nuevo");
        var expedientes = await ExpedientesAsync(casa, "OSC01");

        await casa.VencerAsync(convenio);

        using var rechazo = await formulario.EnviarSinSeguirAsync(ExpedientesDePruebas.Minimo(), "Continuar a revisar");
        rechazo.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await suyo.AbrirAsync($"/expedientes/{borrador}/paginas/persona", HttpStatusCode.Forbidden);
        (await ExpedientesAsync(casa, "OSC01")).ShouldBe(expedientes);
        await suyo.AbrirAsync($"/expedientes/{borrador}");
        var inicio = await suyo.AbrirAsync("/");
        inicio.Texto.ShouldContain($"El convenio de su institución venció el {Dia(casa.Reloj.Hoy.AddDays(-1))}: puede consultar, no registrar.");
        inicio.Texto.ShouldNotContain("Registrar expediente");

        var ficha = await (await (await administra.AbrirAsync("/instituciones/OSC01")).SeguirAsync("Registrar convenio")).EnviarAsync(
            Datos("Colaboracion", casa.Reloj.Hoy, casa.Reloj.Hoy.AddYears(1)), "Registrar convenio");

        ficha.Texto.ShouldContain("El convenio quedó registrado.");
        ficha.Texto.ShouldContain("Cuentas de pruebas y más");
        (await suyo.AbrirAsync("/")).Texto.ShouldNotContain("puede consultar, no registrar");
        await suyo.BorradorAsync();
        (await casa.EnDbAsync(db => db.Asientos.CountAsync(a => a.Suceso == nameof(ConvenioRegistrado) && a.Datos.Contains("\"OSC01\"")))).ShouldBe(2);
    }

    [Theory, AmbosMotores]
    public async Task Terminarlo_antes_de_su_fecha_pide_motivo_y_vale_desde_ese_momento(Motor motor)
    {
        var casa = await casas.De(motor);
        var convenio = await casa.ConvenioAsync("OSC02");
        using var suyo = await casa.ComoAsync("OSC02", "osc");
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        await suyo.AbrirAsync("/registro/nuevo");
        var pregunta = await (await administra.AbrirAsync("/instituciones/OSC02")).SeguirAsync("Terminar");

        var sinMotivo = await pregunta.EnviarAsync(boton: "Terminar", estado: HttpStatusCode.UnprocessableEntity);
        await suyo.AbrirAsync("/registro/nuevo");
        var ficha = await sinMotivo.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Motivo"] = "Lo pidió la organización" }, "Terminar");

        sinMotivo.Texto.ShouldContain("Escriba por qué termina el convenio");
        ficha.Texto.ShouldContain("Lo pidió la organización");
        ficha.Texto.ShouldContain("Cuenta de pruebas administracion_nacional", customMessage: "who ended it");
        await suyo.AbrirAsync("/registro/nuevo", HttpStatusCode.Forbidden);
        await administra.AbrirAsync($"/instituciones/OSC02/convenios/{convenio}/terminar", HttpStatusCode.NotFound);
        var terminado = await casa.EnDbAsync(db => db.Convenios.SingleAsync(c => c.Id == convenio));
        (terminado.Fin, terminado.Hasta).ShouldBe((casa.Reloj.Hoy.AddDays(-1), casa.Reloj.Hoy.AddDays(365)));
        var suceso = await casa.EnDbAsync(db => db.Asientos.SingleAsync(a => a.Suceso == nameof(ConvenioTerminado) && a.Datos.Contains(convenio.ToString())));
        suceso.Datos.ShouldNotContain("organización");
    }

    [Theory, AmbosMotores]
    public async Task Quien_no_tiene_convenio_consulta_y_no_registra_y_una_autoridad_no_lo_necesita(Motor motor)
    {
        var casa = await casas.De(motor);
        using var osc = await casa.ComoAsync("OSC03", "osc");
        using var fiscalia = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var enlace = await casa.ComoAsync("OSC03", "enlace_institucional");

        (await osc.AbrirAsync("/registro/nuevo", HttpStatusCode.Forbidden)).Texto.ShouldContain("Su institución no tiene un convenio vigente");
        (await osc.AbrirAsync("/")).Texto.ShouldContain("Su institución no tiene un convenio vigente: puede consultar, no registrar.");
        await osc.AbrirAsync("/registro");
        await fiscalia.AbrirAsync("/registro/nuevo");
        (await fiscalia.AbrirAsync("/")).Texto.ShouldNotContain("puede consultar, no registrar");
        (await enlace.AbrirAsync("/")).Texto.ShouldNotContain("puede consultar, no registrar", customMessage: "who never registers is told nothing");
        (await osc.AbrirAsync("/instituciones?buscar=OSC03")).Texto.ShouldContain("Sin convenio");
        (await osc.AbrirAsync("/instituciones/FEVIMTRA")).Texto.ShouldContain("participa por mandato de la ley");
    }

    [Theory, AmbosMotores]
    public async Task Una_exencion_declarada_no_tiene_fin_y_un_convenio_si(Motor motor)
    {
        var casa = await casas.De(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        using var suyo = await casa.ComoAsync("OIM", "osc");
        var formulario = await administra.AbrirAsync("/instituciones/OIM/convenio");

        var sinFin = await formulario.EnviarAsync(Datos("Colaboracion", casa.Reloj.Hoy, null), "Registrar convenio", estado: HttpStatusCode.UnprocessableEntity);
        var alReves = await formulario.EnviarAsync(Datos("Colaboracion", casa.Reloj.Hoy, casa.Reloj.Hoy.AddDays(-1)), "Registrar convenio", estado: HttpStatusCode.UnprocessableEntity);
        var ilegible = await formulario.EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["Clase"] = "Adhesion", ["Objeto"] = "x", ["Desde"] = "mañana" }, "Registrar convenio", estado: HttpStatusCode.UnprocessableEntity);
        await suyo.AbrirAsync("/registro/nuevo", HttpStatusCode.Forbidden);
        var ficha = await formulario.EnviarAsync(Datos("ExentaPorLey", casa.Reloj.Hoy, null), "Registrar convenio");

        sinFin.Documento.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").ShouldBe("#Hasta");
        sinFin.Documento.QuerySelector("#Objeto")!.TextContent.ShouldContain("Cuentas de pruebas", customMessage: "what was typed stays");
        alReves.Texto.ShouldContain("El último día es anterior al primero");
        ilegible.Documento.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").ShouldBe("#Desde");
        ficha.Texto.ShouldContain("sin fecha de término");
        (await administra.AbrirAsync("/instituciones?buscar=oim")).Texto.ShouldContain("Exenta por ley");
        await suyo.AbrirAsync("/registro/nuevo");
    }

    [Theory, AmbosMotores]
    public async Task El_fin_se_avisa_sesenta_dias_antes_y_la_renovacion_calla_el_aviso(Motor motor)
    {
        var casa = await casas.De(motor);
        await casa.ConvenioAsync("OSC04", dias: 12);
        await casa.ConvenioAsync("OSC05", dias: 61);
        await casa.ConvenioAsync("OSC06", dias: 60);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        using var propia = await casa.ComoAsync("OSC04", "administracion_institucional");
        using var ajena = await casa.ComoAsync("OSC05", "administracion_institucional");

        var inicio = await administra.AbrirAsync("/");
        var lista = await administra.AbrirAsync("/instituciones?vencen=true");

        inicio.Documento.QuerySelectorAll(".s-aviso a").Select(a => a.GetAttribute("href")).ShouldBe(["/instituciones/OSC04", "/instituciones/OSC06"], "soonest first");
        inicio.Texto.ShouldContain("Vence en 12 días");
        Renglones(lista).ShouldContain("OSC04");
        Renglones(lista).ShouldNotContain("OSC05");
        (await propia.AbrirAsync("/")).Texto.ShouldContain("Vence en 12 días");
        (await ajena.AbrirAsync("/")).Texto.ShouldNotContain("Vence en");

        await casa.ConvenioAsync("OSC04", dias: 400, empieza: 13);
        await casa.ConvenioAsync("OSC06", dias: 400, empieza: 62); // a day without convenio between both

        (await administra.AbrirAsync("/")).Documento.QuerySelectorAll(".s-aviso a").Select(a => a.GetAttribute("href")).ShouldBe(["/instituciones/OSC06"]);
    }

    [Theory, AmbosMotores]
    public async Task La_sucesion_se_ve_en_las_dos_instituciones_y_no_da_vueltas(Motor motor)
    {
        var casa = await casas.De(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        using var cualquiera = await casa.ComoAsync("UETP-07", "osc");
        var formulario = await administra.AbrirAsync("/instituciones/PGR/sucesion");

        await formulario.EnviarAsync(Sucede("FGR"), "Declarar sucesión");
        var otraVez = await formulario.EnviarAsync(Sucede("FGR"), "Declarar sucesión", estado: HttpStatusCode.UnprocessableEntity);
        var alReves = await (await administra.AbrirAsync("/instituciones/FGR/sucesion")).EnviarAsync(Sucede("PGR"), "Declarar sucesión", estado: HttpStatusCode.UnprocessableEntity);

        otraVez.Texto.ShouldContain("Esa sucesión ya está declarada");
        alReves.Texto.ShouldContain("vinieron antes de esta");
        (await cualquiera.AbrirAsync("/instituciones/PGR")).Texto.ShouldContain("Tomó su lugar Fiscalía General de la República (FGR), desde el 14 dic 2018");
        (await cualquiera.AbrirAsync("/instituciones/FGR")).Texto.ShouldContain("Tomó el lugar de Procuraduría General de la República (PGR), desde el 14 dic 2018");
        (await cualquiera.AbrirAsync("/instituciones?buscar=procuraduria+general+de+la+republica")).Texto.ShouldContain("Hoy la sucede FGR");
        (await casa.EnDbAsync(db => db.Asientos.SingleAsync(a => a.Suceso == nameof(SucesionDeclarada)))).Datos.ShouldBe("""{"De":"PGR","A":"FGR","Desde":"2018-12-14"}""");
    }

    [Theory, AmbosMotores]
    public async Task Quien_toma_el_lugar_de_otra_ve_lo_suyo_en_la_siguiente_peticion_y_nadie_mas(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var antes = await casa.ComoAsync("PGR", "ministerio_publico");
        using var sucede = await casa.ComoAsync("FGR", "ministerio_publico");
        using var ajena = await casa.ComoAsync("UETP-07", "ministerio_publico");
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        var (registrado, borrador) = (await antes.RegistrarAsync(), await antes.BorradorAsync());
        await sucede.AbrirAsync($"/expedientes/{registrado}", HttpStatusCode.NotFound);

        await (await administra.AbrirAsync("/instituciones/PGR/sucesion")).EnviarAsync(Sucede("FGR"), "Declarar sucesión");

        await sucede.AbrirAsync($"/expedientes/{registrado}");
        (await sucede.AbrirAsync("/registro")).Documento.QuerySelectorAll($"a[href='/expedientes/{registrado}']").ShouldNotBeEmpty();
        await sucede.AbrirAsync($"/expedientes/{borrador}", HttpStatusCode.NotFound);
        await ajena.AbrirAsync($"/expedientes/{registrado}", HttpStatusCode.NotFound);
        await antes.AbrirAsync($"/expedientes/{registrado}");
    }

    [Theory, AmbosMotores]
    public async Task Se_halla_por_nivel_estado_tipo_y_palabra_sin_acentos(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("UETP-07", "osc");

        Renglones(await navegador.AbrirAsync("/instituciones?nivel=EST&entidad=07&tipo=FIS")).ShouldContain("UETP-07");
        Renglones(await navegador.AbrirAsync("/instituciones?nivel=EST&entidad=07&tipo=FIS")).ShouldNotContain("UETP-20");
        Renglones(await navegador.AbrirAsync("/instituciones?buscar=MIGRACION&nivel=INT")).ShouldContain("OIM");
        (await navegador.AbrirAsync("/instituciones?buscar=no+hay+tal")).Texto.ShouldContain("Ninguna institución coincide");
        (await navegador.AbrirAsync("/instituciones")).Texto.ShouldContain("Se muestran 100 de 259");
        await navegador.AbrirAsync("/instituciones/NO-HAY", HttpStatusCode.NotFound);
    }

    [Theory, AmbosMotores]
    public async Task Nadie_mas_escribe_y_a_nadie_mas_se_le_ofrece(Motor motor)
    {
        var casa = await casas.De(motor);
        var convenio = await casa.ConvenioAsync("OSC07");
        using var institucional = await casa.ComoAsync("OSC07", "administracion_institucional");
        var ficha = await institucional.AbrirAsync("/instituciones/OSC07");
        string[] rutas = ["/instituciones/OSC07/convenio", "/instituciones/OSC07/sucesion", $"/instituciones/OSC07/convenios/{convenio}/terminar"];

        foreach (var ruta in rutas)
        {
            await institucional.AbrirAsync(ruta, HttpStatusCode.Forbidden);
            using var directo = await institucional.EnviarCrudoAsync(ruta, await institucional.AbrirAsync("/cuentas/invitar"), [new("Motivo", "porque sí")]);
            directo.StatusCode.ShouldBe(HttpStatusCode.Forbidden, ruta);
        }

        ficha.Documento.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldNotContain(h => rutas.Contains(h));
        (await casa.EnDbAsync(db => db.Convenios.SingleAsync(c => c.Institucion == "OSC07"))).TerminadoEn.ShouldBeNull();
    }

    private static Dictionary<string, CampoDeFormulario> Datos(string clase, DateOnly desde, DateOnly? hasta) => new()
    {
        ["Clase"] = clase,
        ["Objeto"] = "Cuentas de pruebas y más",
        ["Desde"] = $"{desde:yyyy-MM-dd}",
        ["Hasta"] = $"{hasta:yyyy-MM-dd}",
        ["Anexo"] = "Archivo de la Comisión, caja 4",
    };

    private static Dictionary<string, CampoDeFormulario> Sucede(string sigla) => new() { ["Sucesora"] = sigla, ["Desde"] = "2018-12-14" };

    private static List<string> Renglones(PaginaHtml lista) => [.. lista.Documento.QuerySelectorAll("main tbody th").Select(th => th.TextContent.Trim())];

    private static Task<int> ExpedientesAsync(Casa casa, string institucion) => casa.EnDbAsync(db => db.Set<Sintra.Expedientes.Expediente>().CountAsync(e => e.Institucion == institucion));

    private static string Dia(DateOnly dia) => dia.ToString("d MMM yyyy", CultureInfo.GetCultureInfo("es-MX"));
}
