using System.Net;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes;

/// <summary>The life of a file by the table of steps: who may take which, with what reason, and by whose second hand.</summary>
public sealed class PasosTests(Casas casas)
{
    private const string QueValida = "UETP-32";
    private static readonly HttpStatusCode Negado = HttpStatusCode.UnprocessableEntity;

    [Theory, AmbosMotores]
    public async Task Donde_la_institucion_valida_otra_persona_da_el_folio(Motor motor)
    {
        var casa = await casas.De(motor);
        using var administra = await casa.ComoAsync(QueValida, "administracion_institucional");
        using var captura = await casa.ComoAsync(QueValida, "ministerio_publico");
        using var coordina = await casa.ComoAsync(QueValida, "coordinacion_institucional");
        await (await administra.AbrirAsync($"/instituciones/{QueValida}/validacion")).EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Valida"] = "true" }, "Guardar");
        await administra.AbrirAsync("/instituciones/FEVIMTRA/validacion", HttpStatusCode.NotFound);

        var id = await captura.RegistrarAsync();
        (await EstadoAsync(casa, id)).ShouldBe((EstadoDeExpediente.EnRevision, null));
        (await captura.AbrirAsync($"/expedientes/{id}/registrado")).Texto.ShouldContain("enviado a revisión");
        await captura.AbrirAsync($"/expedientes/{id}/pasos/REGISTRADO", HttpStatusCode.NotFound);
        await coordina.AbrirAsync($"/expedientes/{id}/pasos/BORRADOR", HttpStatusCode.NotFound);
        await captura.GuardarAsync(id, "datos_generales", new() { ["alfabetismo"] = "SI" }, Negado);

        (await coordina.AbrirAsync("/registro/por-validar")).Texto.ShouldContain("En revisión");
        var devolver = await coordina.AbrirAsync($"/expedientes/{id}/pasos/CON_OBSERVACIONES");
        (await devolver.EnviarAsync(boton: "Devolver con observaciones", estado: Negado)).Texto.ShouldContain("Observaciones de la validación: falta la respuesta");
        await devolver.EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["Paginas"] = "registro_minimo", ["obs_validacion"] = "Canario de observaciones Xochitlalpan" }, "Devolver con observaciones");

        var devuelto = await captura.AbrirAsync($"/expedientes/{id}");
        devuelto.Texto.ShouldContain("Por corregir: Registro mínimo");
        devuelto.Html.ShouldNotContain("Xochitlalpan");
        (await captura.AbrirAsync($"/expedientes/{id}/historia")).Html.ShouldNotContain("Xochitlalpan");
        await captura.GuardarAsync(id, "registro_minimo", new() { ["sexo"] = "H" });
        await (await captura.AbrirAsync($"/expedientes/{id}/pasos/EN_REVISION")).EnviarAsync(boton: "Enviar a revisión");
        await (await coordina.AbrirAsync($"/expedientes/{id}/pasos/REGISTRADO")).EnviarAsync(boton: "Validar y registrar");

        var (estado, folio) = await EstadoAsync(casa, id);
        estado.ShouldBe(EstadoDeExpediente.Registrado);
        Folio.Leer(folio).ShouldBe(folio);
        (await casa.EnDbAsync(db => db.Expedientes.Where(e => e.Id == id).SelectMany(e => e.Calidades).Select(c => c.Codigo).ToListAsync())).ShouldBe(["PROBABLE"]);
        (await casa.EnDbAsync(db => db.Movimientos.Where(m => m.Expediente == id).OrderBy(m => m.HechoEn).Select(m => m.A).ToListAsync()))
            .ShouldBe([EstadoDeExpediente.EnRevision, EstadoDeExpediente.ConObservaciones, EstadoDeExpediente.EnRevision, EstadoDeExpediente.Registrado]);
        var asientos = await casa.EnDbAsync(db => db.Asientos.AsNoTracking().Where(a => a.Expediente == id && a.Suceso == nameof(ExpedienteMovido)).ToListAsync());
        asientos.Count.ShouldBe(4);
        asientos.ShouldAllBe(a => !a.Datos.Contains("Xochitlalpan"));

        // Closing takes a second person too: who last wrote is not who closes.
        await captura.GuardarAsync(id, "datos_generales", new() { ["alfabetismo"] = "SI" });
        await captura.AbrirAsync($"/expedientes/{id}/pasos/CERRADO", HttpStatusCode.NotFound);
        await coordina.AbrirAsync($"/expedientes/{id}/pasos/CERRADO");
    }

    [Theory, AmbosMotores]
    public async Task Quien_lo_envio_lo_retira_y_nadie_mas(Motor motor)
    {
        var casa = await casas.De(motor);
        using var captura = await casa.ComoAsync(QueValida, "ministerio_publico");
        using var colega = await casa.ComoAsync(QueValida, "ministerio_publico");
        await casa.EnDbAsync(async db =>
        {
            (await db.Set<Sintra.Cuentas.Institucion>().SingleAsync(i => i.Sigla == QueValida)).ValidaOtraPersona = true;
            return await db.SaveChangesAsync();
        });
        var id = await captura.RegistrarAsync();

        await colega.AbrirAsync($"/expedientes/{id}/pasos/BORRADOR", HttpStatusCode.NotFound);
        await (await captura.AbrirAsync($"/expedientes/{id}/pasos/BORRADOR")).EnviarAsync(boton: "Retirar de la revisión");

        (await EstadoAsync(casa, id)).Estado.ShouldBe(EstadoDeExpediente.Borrador);
        await colega.AbrirAsync($"/expedientes/{id}", HttpStatusCode.NotFound);
    }

    [Theory, AmbosMotores]
    public async Task Se_cierra_con_motivo_se_reabre_y_se_anula_con_vuelta(Motor motor)
    {
        var casa = await casas.De(motor);
        using var captura = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var coordina = await casa.ComoAsync("FEVIMTRA", "coordinacion_institucional");
        using var otra = await casa.ComoAsync("FEVIMTRA", "coordinacion_institucional");
        var id = await captura.RegistrarAsync();

        var cerrar = await captura.AbrirAsync($"/expedientes/{id}/pasos/CERRADO");
        var incompleto = await cerrar.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["cie_situacion"] = "Lo escrito no se pierde" }, "Cerrar", estado: Negado);
        incompleto.Texto.ShouldContain("Motivo de cierre: falta la respuesta");
        incompleto.Html.ShouldContain("Lo escrito no se pierde");
        var dado = await incompleto.EnviarAsync(Cierre(), "Cerrar");
        dado.Texto.ShouldContain("El expediente quedó en «Cerrado».");
        await captura.GuardarAsync(id, "datos_generales", new() { ["alfabetismo"] = "SI" }, Negado);

        // The button pressed twice says where it is; a step that the table does not have is no page.
        await captura.EnviarCrudoAsync($"/expedientes/{id}/pasos/CERRADO", cerrar, []);
        await captura.AbrirAsync($"/expedientes/{id}/pasos/ANULADO", HttpStatusCode.NotFound);
        (await captura.EnviarCrudoAsync($"/expedientes/{id}/pasos/REGISTRADO", cerrar, [])).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await (await captura.AbrirAsync($"/expedientes/{id}/pasos/REABIERTO")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["cie_reapertura"] = "Pidió atención otra vez" }, "Reabrir");
        (await EstadoAsync(casa, id)).Estado.ShouldBe(EstadoDeExpediente.Reabierto);

        var anular = await coordina.AbrirAsync($"/expedientes/{id}/pasos/ANULADO");
        (await anular.EnviarAsync(boton: "Anular", estado: Negado)).Texto.ShouldContain("Escriba el motivo");
        await anular.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Motivo"] = "Se registró dos veces, Tlacuilotepec" }, "Anular");
        var (estado, folio) = await EstadoAsync(casa, id);
        (estado, folio is not null).ShouldBe((EstadoDeExpediente.Anulado, true));
        await coordina.AbrirAsync($"/expedientes/{id}/pasos/REGISTRADO", HttpStatusCode.NotFound);
        var consentir = await (await captura.AbrirAsync($"/expedientes/{id}/consentimientos?tipo=ATE&estado=OTO")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["con_idioma"] = "es", ["con_medio"] = "VERBAL" }, "Asentar respuesta", estado: Negado);
        consentir.Texto.ShouldContain("no admite cambios en su estado actual");
        await (await otra.AbrirAsync($"/expedientes/{id}/pasos/REGISTRADO")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["Motivo"] = "No era el mismo" }, "Restaurar");
        (await EstadoAsync(casa, id)).ShouldBe((EstadoDeExpediente.Registrado, folio));

        // Reasons are sealed, and seen under their group.
        (await captura.AbrirAsync($"/expedientes/{id}/historia")).Html.ShouldNotContain("Tlacuilotepec");
        await captura.RevelarAsync(id, "relato");
        (await captura.AbrirAsync($"/expedientes/{id}/historia")).Texto.ShouldContain("Tlacuilotepec");
        (await casa.EnDbAsync(db => db.Movimientos.Where(m => m.Expediente == id).Select(m => m.Motivo).ToListAsync()))
            .ShouldAllBe(m => m == null || !System.Text.Encoding.UTF8.GetString(m).Contains("Tlacuilotepec"));
    }

    [Theory, AmbosMotores]
    public async Task Lo_anulado_vuelve_a_donde_estaba_aunque_nunca_tuviera_folio(Motor motor)
    {
        var casa = await casas.De(motor);
        using var captura = await casa.ComoAsync(QueValida, "ministerio_publico");
        using var coordina = await casa.ComoAsync(QueValida, "coordinacion_institucional");
        using var otra = await casa.ComoAsync(QueValida, "coordinacion_institucional");
        await casa.EnDbAsync(async db =>
        {
            (await db.Set<Sintra.Cuentas.Institucion>().SingleAsync(i => i.Sigla == QueValida)).ValidaOtraPersona = true;
            return await db.SaveChangesAsync();
        });
        var id = await captura.RegistrarAsync();
        await (await coordina.AbrirAsync($"/expedientes/{id}/pasos/CON_OBSERVACIONES")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["Paginas"] = "registro_minimo", ["obs_validacion"] = "Falta la edad" }, "Devolver con observaciones");
        await (await otra.AbrirAsync($"/expedientes/{id}/pasos/ANULADO")).EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Motivo"] = "Por error" }, "Anular");

        (await EstadoAsync(casa, id)).ShouldBe((EstadoDeExpediente.Anulado, null));
        (await captura.AbrirAsync($"/expedientes/{id}")).Texto.ShouldNotContain("se descartó");
        (await coordina.AbrirAsync("/registro")).Documento.QuerySelectorAll($"a[href='/expedientes/{id}']").ShouldNotBeEmpty("something of it is left");
        await coordina.AbrirAsync($"/expedientes/{id}/pasos/REGISTRADO", HttpStatusCode.NotFound);
        var restaurar = await coordina.AbrirAsync($"/expedientes/{id}/pasos/CON_OBSERVACIONES");
        restaurar.Controles().ShouldNotContain("obs_validacion");
        await restaurar.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Motivo"] = "No era repetido" }, "Restaurar");

        (await EstadoAsync(casa, id)).ShouldBe((EstadoDeExpediente.ConObservaciones, null));
        (await captura.AbrirAsync($"/expedientes/{id}")).Texto.ShouldContain("Por corregir: Registro mínimo");
        await captura.GuardarAsync(id, "registro_minimo", new() { ["sexo"] = "H" });
        await captura.AbrirAsync($"/expedientes/{id}/pasos/EN_REVISION");
    }

    private static Dictionary<string, CampoDeFormulario> Cierre() => new()
    {
        ["cie_fecha.dia"] = "3",
        ["cie_fecha.mes"] = "2",
        ["cie_fecha.anio"] = "2026",
        ["cie_motivo"] = "01",
        ["cie_situacion"] = "Volvió con su familia",
    };

    private static Task<(EstadoDeExpediente Estado, string? Folio)> EstadoAsync(Casa casa, ExpedienteId id) => casa.EnDbAsync(async db =>
    {
        var leido = await db.Expedientes.AsNoTracking().SingleAsync(e => e.Id == id);
        return (leido.Estado, leido.Folio);
    });
}
