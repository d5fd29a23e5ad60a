using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Cuentas;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Tests.Cuentas;

/// <summary>«Capturado por X a nombre de Y»: whose file it is, who typed it, and that both see it.</summary>
public sealed class RepresentacionTests(Casas casas)
{
    private const string Captura = "FEVIMTRA";

    [Theory, AmbosMotores]
    public async Task Lo_capturado_a_nombre_de_otra_es_de_ella_y_las_dos_lo_ven(Motor motor)
    {
        var casa = await casas.De(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        using var captura = await casa.ComoAsync(Captura, "ministerio_publico");
        using var representada = await casa.ComoAsync("OSC11", "osc");
        using var ajena = await casa.ComoAsync("UETP-20", "ministerio_publico");
        await RepresentarAsync(administra, casa, "OSC11");

        var formulario = await captura.AbrirAsync("/registro/nuevo");
        formulario.Documento.QuerySelector("input[name=institucion_registra][checked]")!.GetAttribute("value").ShouldBe(Captura, "one's own by default");
        formulario.Texto.ShouldContain("elija a nombre de quién registra");
        var revisar = await formulario.EnviarAsync(new Dictionary<string, CampoDeFormulario>(ExpedientesDePruebas.Minimo()) { ["institucion_registra"] = "OSC11" }, "Continuar a revisar");
        var nombre = await casa.EnDbAsync(db => db.Instituciones.Where(i => i.Sigla == Captura).Select(i => i.Nombre).SingleAsync());
        var suya = await casa.EnDbAsync(db => db.Instituciones.Where(i => i.Sigla == "OSC11").Select(i => i.Nombre).SingleAsync());
        var leyenda = $"Capturado por {nombre} a nombre de {suya}";
        revisar.Texto.ShouldContain(leyenda);
        await revisar.EnviarAsync(boton: "Registrar expediente");

        var expediente = await casa.EnDbAsync(db => db.Expedientes.AsNoTracking().Include(e => e.Accesos).SingleAsync(e => e.Institucion == "OSC11" && e.InstitucionQueCaptura == Captura));
        expediente.Accesos.Select(a => (a.Institucion, a.Origen)).ShouldBe([("OSC11", OrigenDeAcceso.Registro), (Captura, OrigenDeAcceso.Representacion)], ignoreOrder: true);
        expediente.EntidadQueRegistra.ShouldBe(await casa.EnDbAsync(db => db.Instituciones.Where(i => i.Sigla == "OSC11").Select(i => i.Entidad).SingleAsync()));
        (await casa.EnDbAsync(db => db.Hechos.SingleAsync(h => h.Id == expediente.Hecho))).Institucion.ShouldBe("OSC11");
        (await casa.EnDbAsync(db => db.Asientos.SingleAsync(a => a.Suceso == nameof(ExpedienteAbierto) && a.Expediente == expediente.Id))).Datos
            .ShouldContain("\"Institucion\":\"OSC11\",\"NivelIdentificacion\":\"ID\",\"InstitucionQueCaptura\":\"FEVIMTRA\"");
        foreach (var navegador in new[] { captura, representada })
        {
            (await navegador.AbrirAsync("/registro")).Texto.ShouldContain(leyenda);
            (await navegador.AbrirAsync($"/expedientes/{expediente.Id}")).Texto.ShouldContain(leyenda);
            (await navegador.AbrirAsync($"/expedientes/{expediente.Id}/datos")).EnPapel.ShouldContain(leyenda);
            await navegador.AbrirAsync($"/hechos/{expediente.Hecho}");
        }

        await ajena.AbrirAsync($"/expedientes/{expediente.Id}", HttpStatusCode.NotFound);
        (await (await captura.PaginaAsync(expediente.Id, "registro_minimo")).EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["edad_registro.valor"] = "25" }, ExpedientesDePruebas.Guardar))
            .Texto.ShouldContain("25 años");
        (await (await captura.AbrirAsync($"/hechos/{expediente.Hecho}/editar")).EnviarAsync(boton: "Guardar")).Texto.ShouldContain("Se guardó el hecho");
    }

    [Theory, AmbosMotores]
    public async Task Sin_representacion_vigente_no_se_pregunta_y_lo_forjado_se_dice_en_su_campo(Motor motor)
    {
        var casa = await casas.De(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        using var captura = await casa.ComoAsync("UETP-07", "ministerio_publico");
        using var otra = await casa.ComoAsync("UETP-20", "ministerio_publico");
        (await captura.AbrirAsync("/registro/nuevo")).Texto.ShouldNotContain("elija a nombre de quién registra");
        await RepresentarAsync(administra, casa, "OSC12", "UETP-07");
        var minimo = new Dictionary<string, CampoDeFormulario>(ExpedientesDePruebas.Minimo()) { ["institucion_registra"] = "OSC12" };
        var abierto = await captura.AbrirAsync("/registro/nuevo");
        var borrador = await captura.BorradorAsync(minimo);
        var formulario = await captura.PaginaAsync(borrador, "explotacion");
        using var ajena = await otra.EnviarCrudoAsync("/registro/nuevo", await otra.AbrirAsync("/registro/nuevo"), [new("sexo", "M"), new("institucion_registra", "OSC12")]);
        ajena.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "another's representation is not one's own");

        var terminar = await (await administra.AbrirAsync("/instituciones/UETP-07")).SeguirAsync("Terminar");
        (await terminar.EnviarAsync(boton: "Terminar", estado: HttpStatusCode.UnprocessableEntity)).Texto.ShouldContain("Escriba por qué termina la representación");
        (await terminar.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Motivo"] = "Ya captura por sí misma" }, "Terminar")).Texto.ShouldContain("Ya captura por sí misma");

        var negado = await abierto.EnviarAsync(minimo, "Continuar a revisar", estado: HttpStatusCode.UnprocessableEntity);
        negado.Documento.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")).ShouldContain("#institucion_registra");
        negado.Texto.ShouldContain("mientras esté vigente su representación");
        negado.Documento.QuerySelector("[name='edad_registro.valor']")!.GetAttribute("value").ShouldBe("24", "what was typed stays");
        (await casa.EnDbAsync(db => db.Expedientes.CountAsync(e => e.Institucion == "OSC12"))).ShouldBe(1);
        var antes = await casa.HuellaAsync(borrador);
        (await formulario.EnviarAsync(boton: ExpedientesDePruebas.Guardar, estado: HttpStatusCode.UnprocessableEntity)).Texto.ShouldContain("ya no está vigente");
        (await (await captura.AbrirAsync($"/expedientes/{borrador}/revisar")).EnviarAsync(boton: "Registrar expediente", estado: HttpStatusCode.UnprocessableEntity))
            .Texto.ShouldContain("ya no está vigente");
        (await casa.HuellaAsync(borrador)).ShouldBe(antes);
        var sucesos = await casa.EnDbAsync(db => db.Asientos.Where(a => a.Datos.Contains("\"OSC12\"") && a.Suceso.StartsWith("Representacion")).Select(a => a.Datos).ToListAsync());
        sucesos.Count.ShouldBe(2);
        sucesos.ShouldAllBe(s => s.Contains("\"InstitucionQueCaptura\":\"UETP-07\"") && !s.Contains("misma"));
    }

    [Theory, AmbosMotores]
    public async Task Un_refugio_se_nombra_por_su_clave_y_sin_convenio_quien_captura_no_registra(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        await AlbergueAsync(casa);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        using var captura = await casa.ComoAsync("OSC13", "osc");
        await RepresentarAsync(administra, casa, "REF-014", "OSC13");
        (await captura.AbrirAsync("/registro/nuevo", HttpStatusCode.Forbidden)).Texto.ShouldContain("no tiene un convenio vigente");

        await casa.ConvenioAsync("OSC13");

        (await captura.AbrirAsync("/registro/nuevo")).Html.ShouldNotContain("Casa Esperanza");
        var id = await captura.RegistrarAsync(new(ExpedientesDePruebas.Minimo()) { ["institucion_registra"] = "REF-014" });
        var ver = await captura.AbrirAsync($"/expedientes/{id}");
        ver.Texto.ShouldContain("a nombre de REF-014");
        ver.Texto.ShouldNotContain("Casa Esperanza");
    }

    [Theory, AmbosMotores]
    public async Task Lo_mal_hecho_se_dice_en_su_campo_y_no_se_repite_en_los_mismos_dias(Motor motor)
    {
        var casa = await casas.De(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        using var institucional = await casa.ComoAsync("UETP-14", "administracion_institucional");
        var formulario = await administra.AbrirAsync("/instituciones/UETP-14/representacion");

        var vacia = await formulario.EnviarAsync(boton: "Registrar representación", estado: HttpStatusCode.UnprocessableEntity);
        vacia.Documento.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")).ShouldBe(["#Representada", "#Desde", "#Fundamento"]);
        await RepresentarAsync(administra, casa, "OSC14", "UETP-14");
        var otraVez = await formulario.EnviarAsync(Datos(casa, "OSC14"), "Registrar representación", estado: HttpStatusCode.UnprocessableEntity);

        otraVez.Texto.ShouldContain("Ya hay una representación");
        (await administra.AbrirAsync("/instituciones/OSC14")).Texto.ShouldContain("A su nombre captura");
        await institucional.AbrirAsync("/instituciones/UETP-14/representacion", HttpStatusCode.Forbidden);
    }

    // The seed names none: they come with their convenio.
    private static async Task AlbergueAsync(Casa casa)
    {
        await casa.EnDbAsync(async db =>
        {
            db.Add(new Institucion { Sigla = "REF-014", Nombre = "Casa Esperanza", Tipo = "ALB", Nivel = "NA", Entidad = "07" });
            db.Add(new VersionDeDiccionario { Numero = 2, PublicadaEn = casa.Reloj.Ahora, Desde = casa.Reloj.Hoy });
            db.Add(new ElementoDeDiccionario
            {
                Clase = ClaseDeElemento.Opcion,
                Clave = "instituciones/REF-014",
                Version = 2,
                Orden = 9_000,
                Definicion = """{"codigo":"REF-014","cve_ent":"07","nombre":"Casa Esperanza","tipo":"ALB"}""",
            });
            await db.SaveChangesAsync();
        });
        await casa.Services.GetRequiredService<FuenteDelDiccionario>().RefrescarAsync(TestContext.Current.CancellationToken);
    }

    private static async Task RepresentarAsync(NavegadorHttp administra, Casa casa, string representada, string captura = Captura) =>
        (await (await (await administra.AbrirAsync($"/instituciones/{captura}")).SeguirAsync("Registrar representación")).EnviarAsync(Datos(casa, representada), "Registrar representación"))
            .Texto.ShouldContain("La representación quedó registrada");

    private static Dictionary<string, CampoDeFormulario> Datos(Casa casa, string representada) => new()
    {
        ["Representada"] = representada,
        ["Desde"] = $"{casa.Reloj.Hoy:yyyy-MM-dd}",
        ["Hasta"] = $"{casa.Reloj.Hoy.AddYears(1):yyyy-MM-dd}",
        ["Fundamento"] = "Acuerdo de colaboración, archivo de la Comisión, caja 7",
    };
}
