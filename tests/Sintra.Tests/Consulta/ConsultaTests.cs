using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Consulta;
using Sintra.Expedientes;
using Sintra.Tests.Cuentas;

namespace Sintra.Tests.Consulta;

/// <summary>Files are found by criteria whose address may be shared; what is out of reach is not there, and nobody's identity is in any page.</summary>
public sealed class ConsultaTests(Casas casas)
{
    private const int Muchos = 60;

    [Theory, AmbosMotores]
    public async Task Cada_criterio_halla_y_excluye(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var navegador = await casa.ComoAsync("UETP-07", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        var sector = (await casa.DiccionarioAsync()).Catalogos["sector_laboral"].Elegibles.First().Codigo;
        await navegador.GuardarAsync(id, "explotacion", new() { ["explotacion[1].forma"] = "LAB", ["explotacion[1].sector"] = sector, ["explotacion[1].exp_lugar.pais"] = "MX", ["explotacion[1].exp_lugar.entidad"] = "20" });
        await navegador.GuardarAsync(id, "datos_generales", new() { ["lugar_residencia.pais"] = "GT", ["estado_civil"] = "1" }, HttpStatusCode.OK);
        var folio = (await casa.EnDbAsync(db => db.Expedientes.Where(e => e.Id == id).Select(e => e.Folio).SingleAsync()))!;

        foreach (var (halla, excluye) in new[]
        {
            ($"folio={folio.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal)}", $"folio={Sintra.Expedientes.Folio.Nuevo(2026)}"),
            ("edad_desde=20&edad_hasta=24", "edad_desde=25"), ("edad_hasta=30", "edad_hasta=23"),
            ("sexo=M", "sexo=H"), ("nacionalidades=MX", "nacionalidades=GT"), ("nacionalidades=Mexico", "nacionalidades=Honduras"),
            ("formas=LAB", "formas=SEX"), ("det_lugar=09", "det_lugar=07"), ("exp_lugar=20", "exp_lugar=09"), ("exp_lugar=Oaxaca", "exp_lugar=Puebla"),
            ("lugar_residencia=GT", "lugar_residencia=MX"), ("deteccion_desde=2026-01&deteccion_hasta=12/2026", "deteccion_hasta=2025-12-31"), ("deteccion_desde=2/1/2026", "deteccion_desde=2027-01"),
            ("calidad=PROBABLE", "calidad=RECONOCIDA"), ("estado=REGISTRADO", "estado=CERRADO"), ("institucion=mia", "institucion=otras"),
            ($"sector={sector}", "tramo_rol=OR"), ("mayoria_registro=ADULTA", "mayoria_registro=NNA"), ("entidad_registra=07", "entidad_registra=20"), ("via_deteccion=02", "via_deteccion=04"),
        })
        {
            (await navegador.AbrirAsync("/consulta?" + halla)).Html.ShouldContain($"/expedientes/{id}\"", Case.Sensitive, halla);
            var sin = await navegador.AbrirAsync("/consulta?" + excluye);
            sin.Html.ShouldNotContain(id.ToString(), Case.Sensitive, excluye);
            sin.Texto.ShouldContain("Sin resultados con estos criterios", Case.Sensitive, excluye);
        }
    }

    [Theory, AmbosMotores]
    public async Task Lo_mal_escrito_se_dice_en_su_campo_y_se_conserva(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("UETP-07", "ministerio_publico");
        using var sinSensibles = await casa.ComoAsync("UETP-07", "linea_telefonica");
        var bueno = Folio.Nuevo(2026);
        var malo = bueno[..^1] + (bueno[^1] == '0' ? '1' : '0');

        foreach (var (consulta, campo, mensaje) in new[]
        {
            ($"folio={malo}", "folio", "El dígito final no coincide, revise el folio"), ("folio=2026-7", "folio", "Escriba el folio completo"), ("folio=&sexo=", "folio", "Escriba al menos un criterio"),
            ("edad_desde=diez", "edad_desde", "de 0 a 120"), ("edad_desde=30&edad_hasta=20", "edad_hasta", "La segunda edad es menor"), ("deteccion_desde=ayer", "deteccion_desde", "mes y año"),
            ("deteccion_desde=2026-05&deteccion_hasta=2026-01", "deteccion_hasta", "La segunda fecha es anterior"), ("sexo=XX", "sexo", "Elija una opción"), ("nacionalidades=Narnia", "nacionalidades", "Elija una opción"),
        })
        {
            var pagina = await navegador.AbrirAsync("/consulta?" + consulta, HttpStatusCode.UnprocessableEntity);
            pagina.Documento.QuerySelector(".govuk-error-summary a")!.TextContent.ShouldContain(mensaje, Case.Sensitive, consulta);
            pagina.Documento.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").ShouldBe($"#{campo}");
            pagina.Documento.GetElementById(campo)!.OuterHtml.ShouldContain(consulta.Split('&').Select(c => c.Split('=')).First(c => c[0] == campo)[1]);
        }

        await navegador.AbrirAsync("/consulta?situacion_migratoria=REGULAR", HttpStatusCode.UnprocessableEntity);
        (await sinSensibles.AbrirAsync("/consulta?discapacidad=1", HttpStatusCode.UnprocessableEntity)).Texto.ShouldContain("no se conoce o no está a su alcance");
        var conMas = await navegador.AbrirAsync("/consulta?mas=estado_civil&sexo=M");
        conMas.Documento.QuerySelectorAll("#estado_civil option").Length.ShouldBeGreaterThan(3);
        conMas.Documento.QuerySelector("#sexo option[selected]")!.GetAttribute("value").ShouldBe("M");
    }

    [Theory, AmbosMotores]
    public async Task Sesenta_parecidos_se_recorren_sin_perder_ni_repetir_en_cada_orden(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var navegador = await casa.ComoAsync("UETP-07", "ministerio_publico");
        using var ajena = await casa.ComoAsync("UETP-20", "ministerio_publico");
        var vacia = await ajena.AbrirAsync("/consulta?sexo=M");
        var ids = await MuchosAsync(casa);
        BusquedaPorIdentidadTests.Igual(await ajena.AbrirAsync("/consulta?sexo=M")).ShouldBe(BusquedaPorIdentidadTests.Igual(vacia), "what is out of reach changes nothing");

        foreach (var orden in new[] { "", "&orden=deteccion", "&orden=folio" })
        {
            var hallados = new List<string>();
            var pagina = await navegador.AbrirAsync("/consulta?sexo=M" + orden);
            for (var vuelta = 0; vuelta < 3; vuelta++)
            {
                var suyos = pagina.Documento.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href")!.Split('/')[^1]).ToList();
                suyos.Count.ShouldBe(vuelta < 2 ? 25 : 10);
                hallados.AddRange(suyos);
                Encoding.UTF8.GetByteCount(pagina.Html).ShouldBeLessThan(60 * 1024);
                pagina.Documento.QuerySelectorAll("main tbody .s-identidad").Length.ShouldBe(suyos.Count);
                pagina = vuelta < 2 ? await pagina.SeguirAsync("Ver los siguientes") : pagina;
            }

            pagina.Texto.ShouldNotContain("Ver los siguientes");
            hallados.Order(StringComparer.Ordinal).ShouldBe(ids.Select(i => i.ToString()).Order(StringComparer.Ordinal), orden);
        }

        var primera = await navegador.AbrirAsync("/consulta?sexo=M");
        primera.Documento.QuerySelector("[data-conteo]")!.GetAttribute("data-conteo").ShouldBe("/consulta/conteo?sexo=M");
        (await navegador.Cliente.GetStringAsync("/consulta/conteo?sexo=M")).ShouldBe("60 expedientes");
        (await primera.SeguirAsync("Contar cuántos son")).Texto.ShouldContain("60 expedientes");
        (await navegador.AbrirAsync("/consulta?sexo=M&edad_desde=70")).Texto.ShouldContain("Sin resultados");
    }

    [Theory, AmbosMotores]
    public async Task Las_columnas_elegidas_se_recuerdan_y_la_exportacion_las_lleva_sin_datos_de_nadie(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var navegador = await casa.ComoAsync("UETP-07", "ministerio_publico");
        using var ajena = await casa.ComoAsync("UETP-20", "ministerio_publico");
        await MuchosAsync(casa);
        var resultados = await navegador.AbrirAsync("/consulta?sexo=M");

        var elegidas = await resultados.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["columna"] = new[] { "sexo", "institucion" } }, "Mostrar estas columnas");

        elegidas.Direccion.PathAndQuery.ShouldBe("/consulta?sexo=M");
        elegidas.Documento.QuerySelectorAll("main thead th").Select(t => t.TextContent).ShouldBe(["Folio", "Identidad", "Sexo", "Institución"]);
        using var respuesta = await navegador.PedirAsync(HttpMethod.Get, "/consulta/exportar?sexo=M");
        respuesta.Content.Headers.ContentDisposition!.FileName!.ShouldMatch("^\"?expedientes-[0-9]{8}\\.csv\"?$");
        var octetos = await respuesta.Content.ReadAsByteArrayAsync();
        octetos[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var lineas = Encoding.UTF8.GetString(octetos[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lineas.Length.ShouldBe(Muchos + 1);
        lineas[0].ShouldBe("\"Folio\",\"Sexo\",\"Institución\"");
        (await casa.EnDbAsync(db => db.Asientos.Where(a => a.Suceso == nameof(BusquedaExportada)).Select(a => a.Datos).SingleAsync())).ShouldNotContain("\"M\"");
        using var deOtra = await ajena.PedirAsync(HttpMethod.Get, "/consulta/exportar?sexo=M");
        (await deOtra.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
        using var sinCriterio = await navegador.PedirAsync(HttpMethod.Get, "/consulta/exportar");
        sinCriterio.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory, AmbosMotores]
    public async Task Lo_guardado_es_de_quien_lo_guarda_o_de_su_institucion_y_cada_semana_dice_cuantos_son(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "ministerio_publico");
        using var autora = await casa.YaDentroAsync(cuenta);
        using var colega = await casa.ComoAsync("UETP-07", "coordinacion_institucional");
        using var ajena = await casa.ComoAsync("UETP-20", "ministerio_publico");
        await MuchosAsync(casa);
        var resultados = await autora.AbrirAsync("/consulta?sexo=M&formas=LAB");
        await resultados.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Nombre"] = "Sólo mía" }, "Guardar esta búsqueda");
        var sinNombre = await resultados.EnviarAsync(boton: "Guardar esta búsqueda", estado: HttpStatusCode.UnprocessableEntity);
        await sinNombre.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Nombre"] = "De todas", ["DeLaInstitucion"] = "true", ["AvisoSemanal"] = "true" }, "Guardar esta búsqueda");

        (await autora.AbrirAsync("/consulta/guardadas")).Texto.ShouldContain("Sólo mía");
        var deLaColega = await colega.AbrirAsync("/consulta/guardadas");
        deLaColega.Texto.ShouldContain("De todas");
        deLaColega.Texto.ShouldNotContain("Sólo mía");
        deLaColega.Texto.ShouldNotContain("Borrar");
        (await deLaColega.SeguirAsync("De todas")).Direccion.PathAndQuery.ShouldBe("/consulta?sexo=M&formas=LAB");
        (await ajena.AbrirAsync("/consulta/guardadas")).Texto.ShouldContain("No hay búsquedas guardadas");
        var id = await casa.EnDbAsync(db => db.BusquedasGuardadas.Where(b => b.DeLaInstitucion).Select(b => b.Id).SingleAsync());
        using var ajeno = await colega.EnviarCrudoAsync("/consulta/guardadas?handler=Borrar", await colega.AbrirAsync("/"), [new("id", id.ToString())]);
        ajeno.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var deIdentidad = await autora.EnviarCrudoAsync("/consulta/guardadas", sinNombre, [new("Nombre", "x"), new("Criterios", $"identidad={Guid.NewGuid()}")]);
        (await deIdentidad.Content.ReadAsStringAsync()).ShouldContain("no se guarda");

        (await AvisarAsync(casa)).ShouldBe(new(0, 0));
        casa.Reloj.Adelantar(TimeSpan.FromDays(7));
        (await AvisarAsync(casa)).ShouldBe(new(1, 0));
        (await AvisarAsync(casa)).ShouldBe(new(0, 0), "once a week");
        var mensaje = await casa.UltimoMensajeAsync(cuenta.Correo);
        mensaje.TextBody!.ShouldContain("tiene hoy 60 expedientes");
        mensaje.TextBody!.ShouldNotContain("De todas");
        mensaje.TextBody!.ShouldNotContain("sexo");

        using var despues = await casa.YaDentroAsync(cuenta);
        await (await despues.AbrirAsync("/consulta/guardadas")).EnviarAsync(boton: "Borrar De todas");
        (await casa.EnDbAsync(db => db.BusquedasGuardadas.CountAsync())).ShouldBe(1);
    }

    private static Task<BusquedasAvisadas> AvisarAsync(Casa casa) =>
        casa.EnAlcanceAsync(Sesion.DelSistema(""), sp => sp.GetRequiredService<AvisarBusquedasHandler>().EjecutarAsync(CancellationToken.None));

    // Born in one instant and detected on few days, so that only the id tells them apart.
    private static Task<List<ExpedienteId>> MuchosAsync(Casa casa) => casa.EnDbAsync(async db =>
    {
        var (ahora, ids) = (casa.Reloj.Ahora, new List<ExpedienteId>());
        for (var i = 0; i < Muchos; i++)
        {
            var hecho = new Hecho { Institucion = "UETP-07", CreadoEn = ahora, CreadoPor = CuentaId.Sistema };
            DateOnly? dia = i % 3 == 0 ? null : new DateOnly(2026, 3, 1 + (i % 2));
            var expediente = new Expediente
            {
                Hecho = hecho.Id,
                Institucion = "UETP-07",
                CapturadoPor = CuentaId.Sistema,
                CreadoEn = ahora,
                Estado = EstadoDeExpediente.Registrado,
                Folio = i % 10 == 0 ? null : Folio.Con(2026, i),
                Filtros = new() { Sexo = "M", EdadMinima = 20, EdadMaxima = 20, DeteccionDesde = dia, DeteccionHasta = dia, DeteccionEntidad = "07", Calidad = "PROBABLE" },
            };
            expediente.Accesos.Add(new() { Institucion = "UETP-07", Desde = ahora.AddDays(-1), Origen = OrigenDeAcceso.Registro });
            expediente.FiltrosMultiples.Add(new() { Variable = "formas", Codigo = "LAB" });
            db.AddRange(hecho, expediente);
            ids.Add(expediente.Id);
        }

        await db.SaveChangesAsync();
        return ids;
    });
}
