using System.Net;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes;

public sealed class RegistrarTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Del_registro_minimo_se_pasa_a_revisar_y_de_ahi_al_folio(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var revisar = await (await navegador.AbrirAsync("/registro/nuevo")).EnviarAsync(ExpedientesDePruebas.Minimo(), "Continuar a revisar");
        revisar.Texto.ShouldContain("Revise antes de registrar");
        revisar.Texto.ShouldContain("24 años");

        var registrado = await revisar.EnviarAsync(boton: "Registrar expediente");

        registrado.Direccion.AbsolutePath.ShouldEndWith("/registrado");
        var folio = registrado.Documento.QuerySelector(".s-folio")!.TextContent;
        Folio.Leer(folio).ShouldBe(folio);
    }

    [Theory, AmbosMotores]
    public async Task Un_expediente_registrado_tiene_estado_acceso_calidad_y_filtros(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");

        var id = await navegador.RegistrarAsync();

        var expediente = await casa.EnDbAsync(db => db.Expedientes.AsNoTracking()
            .Include(e => e.Accesos).Include(e => e.Calidades).Include(e => e.FiltrosMultiples).SingleAsync(e => e.Id == id));
        expediente.Estado.ShouldBe(EstadoDeExpediente.Registrado);
        expediente.RegistradoEn.ShouldNotBeNull();
        Folio.Leer(expediente.Folio).ShouldBe(expediente.Folio);
        var acceso = expediente.Accesos.ShouldHaveSingleItem();
        (acceso.Institucion, acceso.Origen, acceso.Hasta).ShouldBe(("FEVIMTRA", OrigenDeAcceso.Registro, null));
        expediente.Calidades.ShouldHaveSingleItem().Codigo.ShouldBe("PROBABLE");
        var filtros = expediente.Filtros;
        (filtros.Sexo, filtros.EdadMinima, filtros.EdadMaxima, filtros.Mayoria).ShouldBe(("M", 24, 24, "ADULTA"));
        (filtros.DeteccionPais, filtros.DeteccionEntidad, filtros.DeteccionMunicipio).ShouldBe(("MX", "09", "09015"));
        expediente.FiltrosMultiples.Select(f => (f.Variable, f.Codigo)).ShouldBe(
            [
                ("formas", "LAB"), ("nacionalidades", "MX"), ("det_lugar", "MX"), ("det_lugar", "09"),
                ("institucion_registra", "FEVIMTRA"), ("nivel_gobierno", "FED"), ("tipo_institucion", "FIS"),
            ],
            ignoreOrder: true);
    }

    [Theory, AmbosMotores]
    public async Task La_bitacora_cuenta_que_se_abrio_y_se_registro_sin_una_sola_respuesta(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");

        var id = await navegador.RegistrarAsync();

        var asientos = await casa.EnDbAsync(db => db.Asientos.AsNoTracking().Where(a => a.Expediente == id).ToListAsync());
        asientos.Count(a => a.Suceso == nameof(ExpedienteAbierto)).ShouldBe(1);
        asientos.Count(a => a.Suceso == nameof(ExpedienteRegistrado)).ShouldBe(1);
        asientos.ShouldAllBe(a => !a.Datos.Contains("LAB") && !a.Datos.Contains("09015") && !a.Datos.Contains("\"24\"") && !a.Datos.Contains("edad"));
    }

    [Theory, AmbosMotores]
    public async Task Un_borrador_vacio_se_guarda_y_no_se_registra(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.BorradorAsync(new() { ["fecha_deteccion.dia"] = "", ["fecha_deteccion.mes"] = "", ["fecha_deteccion.anio"] = "", ["det_lugar.pais"] = "", ["det_lugar.entidad"] = "" });

        var negado = await (await navegador.AbrirAsync($"/expedientes/{id}/revisar")).EnviarAsync(boton: "Registrar expediente", estado: HttpStatusCode.UnprocessableEntity);

        var diccionario = await casa.DiccionarioAsync();
        foreach (var clave in new[] { "nivel_identificacion", "calidad", "sexo", "edad_registro", "nacionalidades", "fecha_deteccion", "det_lugar", "via_deteccion", "formas", "aviso_leido" })
        {
            negado.Texto.ShouldContain($"{diccionario[clave].Etiqueta}: falta responder");
        }

        (await casa.EnDbAsync(db => db.Expedientes.SingleAsync(e => e.Id == id))).ShouldSatisfyAllConditions(
            e => e.Estado.ShouldBe(EstadoDeExpediente.Borrador),
            e => e.Folio.ShouldBeNull());
    }

    [Theory, AmbosMotores]
    public async Task Un_borrador_es_de_quien_lo_captura_y_registrado_ya_lo_ve_su_institucion(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var colega = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.BorradorAsync();

        foreach (var ruta in new[] { "", "/revisar", "/datos", "/consultas", "/mostrar", "/paginas/registro_minimo" })
        {
            await colega.AbrirAsync($"/expedientes/{id}{ruta}", HttpStatusCode.NotFound);
        }

        await (await navegador.AbrirAsync($"/expedientes/{id}/revisar")).EnviarAsync(boton: "Registrar expediente");
        await colega.AbrirAsync($"/expedientes/{id}");
    }

    [Theory, AmbosMotores]
    public async Task Un_expediente_se_registra_una_sola_vez_y_quien_insiste_recibe_su_folio(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        var antes = await casa.HuellaAsync(id);

        using var otra = await navegador.EnviarCrudoAsync($"/expedientes/{id}/revisar", await navegador.AbrirAsync("/registro/nuevo"), []);

        (otra.StatusCode, otra.Headers.Location?.ToString()).ShouldBe((HttpStatusCode.Found, $"/expedientes/{id}/registrado"));
        (await casa.HuellaAsync(id)).ShouldBe(antes);
    }

    [Theory]
    [AmbosMotores("calidad")]
    [AmbosMotores("nivel_identificacion")]
    public async Task Con_no_sabe_en_lo_que_abre_la_historia_no_se_registra(Motor motor, string clave)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var minimo = ExpedientesDePruebas.Minimo();
        minimo[clave] = Array.Empty<string>();
        minimo[$"{clave}.estado"] = "NS";
        var id = await navegador.BorradorAsync(minimo);

        var negado = await (await navegador.AbrirAsync($"/expedientes/{id}/revisar")).EnviarAsync(boton: "Registrar expediente", estado: HttpStatusCode.UnprocessableEntity);

        negado.Texto.ShouldContain($"{(await casa.DiccionarioAsync())[clave].Etiqueta}: elija una de las opciones");
        (await casa.EnDbAsync(db => db.Expedientes.AsNoTracking().Include(e => e.Calidades).SingleAsync(e => e.Id == id))).ShouldSatisfyAllConditions(
            e => e.Folio.ShouldBeNull(),
            e => e.Calidades.ShouldBeEmpty());
    }

    [Theory, AmbosMotores]
    public async Task Ya_registrado_tampoco_vuelve_a_no_saberse_de_quien_se_trata(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();

        var negado = await navegador.GuardarAsync(
            id, "registro_minimo", new() { ["nivel_identificacion"] = Array.Empty<string>(), ["nivel_identificacion.estado"] = "NS" }, HttpStatusCode.UnprocessableEntity);

        negado.Texto.ShouldContain("elija una de las opciones");
    }

    [Theory]
    [AmbosMotores("institucion_registra", "UETP-07")]
    [AmbosMotores("institucion_registra.estado", "NS")]
    public async Task Un_expediente_es_de_quien_lo_abre_al_nacer_y_despues(Motor motor, string campo, string valor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        using var navegador = await casa.YaDentroAsync(cuenta);
        var conFicha = await navegador.AbrirAsync("/registro/nuevo");
        using var alNacer = await navegador.EnviarCrudoAsync("/registro/nuevo", conFicha, [new("sexo", "M"), new(campo, valor)]);
        alNacer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await casa.EnDbAsync(db => db.Expedientes.AnyAsync(e => e.CapturadoPor == cuenta.Id))).ShouldBeFalse();
        using var colega = await casa.ComoAsync("FEVIMTRA", "ministerio_publico"); // what was refused is still in the first one's form
        var id = await colega.RegistrarAsync();
        var (antes, version) = (await casa.HuellaAsync(id), (await casa.SeccionesAsync(id)).Single(s => s.Clave == "registro_minimo").Version);

        using var despues = await navegador.EnviarCrudoAsync($"/expedientes/{id}/paginas/registro_minimo", conFicha, [new("version", $"{version}"), new("sexo", "M"), new(campo, valor)]);

        despues.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        WebUtility.HtmlDecode(await despues.Content.ReadAsStringAsync()).ShouldContain("sólo puede registrar a nombre de su propia institución");
        (await casa.HuellaAsync(id)).ShouldBe(antes);
    }
}
