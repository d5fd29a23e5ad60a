using System.Net;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes;

/// <summary>The ledger of consents: by purpose, dated, taken back with effect at once.</summary>
public sealed class ConsentimientosTests(Casas casas)
{
    private static readonly HttpStatusCode Negado = HttpStatusCode.UnprocessableEntity;

    [Theory, AmbosMotores]
    public async Task Se_asienta_por_finalidad_y_revocar_cierra_lo_que_abria(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var receptora = await casa.ComoAsync("CEAV", "atencion_a_victimas");
        var id = await navegador.RegistrarAsync();
        var ruta = $"/expedientes/{id}/consentimientos";
        (await navegador.AbrirAsync($"/expedientes/{id}")).Documento.QuerySelector($"a[href='{ruta}']").ShouldNotBeNull();

        await (await navegador.AbrirAsync($"{ruta}?tipo=CAN")).EnviarAsync(Respuesta("CAN", "OTO"), "Asentar respuesta");
        await casa.EnDbAsync(db =>
        {
            db.Add(new Acceso { Expediente = id, Institucion = "CEAV", Desde = casa.Reloj.Ahora, Origen = OrigenDeAcceso.Canalizacion });
            return db.SaveChangesAsync();
        });
        await receptora.AbrirAsync($"/expedientes/{id}");

        var revocar = await navegador.AbrirAsync($"{ruta}?tipo=CAN&estado=REV");
        revocar.Documento.QuerySelector("[name=con_estado][checked], [name=con_estado] option[selected]")!.GetAttribute("value").ShouldBe("REV");
        (await revocar.EnviarAsync(Respuesta("CAN", "REV"), "Asentar respuesta")).Texto.ShouldContain("Se asentó la revocación");

        await receptora.AbrirAsync($"/expedientes/{id}", HttpStatusCode.NotFound);
        await navegador.AbrirAsync($"/expedientes/{id}");
        (await casa.EnDbAsync(db => db.Consentimientos.Where(c => c.Expediente == id).OrderBy(c => c.Fila).Select(c => c.Estado).ToListAsync())).ShouldBe(["OTO", "REV"]);
        (await casa.EnDbAsync(db => db.Asientos.AsNoTracking().Where(a => a.Expediente == id).Select(a => a.Suceso).ToListAsync()))
            .ShouldContain(nameof(AccesoTerminado));

        var sinFin = new Dictionary<string, string>
        {
            ["con_tipo.estado"] = "ns", ["con_estado"] = "OTO", ["con_fecha.estado"] = "ns", ["con_aviso"] = "2026-1", ["con_idioma"] = "es", ["con_medio"] = "VERBAL",
        };
        (await navegador.EnviarCrudoAsync(ruta, revocar, sinFin)).StatusCode.ShouldBe(Negado);
        var otraVez = await (await navegador.AbrirAsync(ruta)).EnviarAsync(Respuesta("CAN", "REV"), "Asentar respuesta", estado: Negado);
        otraVez.Texto.ShouldContain("no hay un consentimiento otorgado que revocar");
        (await receptora.EnviarCrudoAsync(ruta, await receptora.AbrirAsync("/registro"), [])).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, AmbosMotores]
    public async Task Por_una_nina_o_un_nino_consiente_quien_le_representa(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var lee = await casa.ComoAsync("FEVIMTRA", "coordinacion_institucional");
        var id = await navegador.RegistrarAsync(ExpedientesDePruebas.Minimo("15"));
        var ruta = $"/expedientes/{id}/consentimientos";

        var negado = await (await navegador.AbrirAsync(ruta)).EnviarAsync(Respuesta("ATE", "OTO"), "Asentar respuesta", estado: Negado);
        negado.Texto.ShouldContain("se presume niña, niño o adolescente");
        (await negado.EnviarAsync(Respuesta("IMG", "REP"), "Asentar respuesta", estado: Negado)).Texto.ShouldContain("no se recaba");
        (await negado.EnviarAsync(Respuesta("CNS", "NEG"), "Asentar respuesta", estado: Negado)).Texto.ShouldContain("para personas extranjeras");
        var sinQuien = await negado.EnviarAsync(Respuesta("ATE", "REP"), "Asentar respuesta", estado: Negado);
        sinQuien.Texto.ShouldContain("Persona representante que consiente: falta la respuesta");
        await sinQuien.EnviarAsync(new Dictionary<string, CampoDeFormulario>(Respuesta("ATE", "REP")) { ["con_otorga"] = "Canario Representante", ["con_otorga_parentesco"] = "01" }, "Asentar respuesta");

        var ledger = await navegador.AbrirAsync(ruta);
        ledger.Texto.ShouldContain("Otorgado por representante");
        ledger.Html.ShouldNotContain("Canario Representante");
        var sinPermiso = await lee.AbrirAsync(ruta);
        sinPermiso.Documento.QuerySelectorAll("[name=con_estado]").ShouldBeEmpty();
        (await lee.EnviarCrudoAsync(ruta, sinPermiso, [])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, AmbosMotores]
    public async Task Lo_otorgado_solo_se_retira_revocando_y_lo_que_ya_no_ampara_no_se_cita(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var receptora = await casa.ComoAsync("CEAV", "atencion_a_victimas");
        var id = await navegador.RegistrarAsync(new(ExpedientesDePruebas.Minimo()) { ["nacionalidades"] = "GT" });
        var ruta = $"/expedientes/{id}/consentimientos";

        // The answers that the law demands of a ground or of a representative are no «No sabe».
        foreach (var (estado, clave) in new[] { ("EXC", "con_excepcion"), ("REP", "con_otorga") })
        {
            var vacio = await navegador.AbrirAsync(ruta);
            using var crudo = await navegador.EnviarCrudoAsync(ruta, vacio, Dichos(Respuesta("CAN", estado)).Append(new($"{clave}.estado", "NS")));
            crudo.StatusCode.ShouldBe(Negado, clave);
            (await crudo.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain($"href=\"#{clave}");
        }

        await AsentarAsync(navegador, ruta, Respuesta("CAN", "OTO"));
        using (var inventada = await navegador.EnviarCrudoAsync(ruta, await navegador.AbrirAsync(ruta), Dichos(Respuesta("EST", "OTO")).Where(c => c.Key != "con_aviso").Append(new("con_aviso", "2031-9"))))
        {
            inventada.StatusCode.ShouldBe(Negado, "nobody has read a notice that was never published");
        }

        await casa.EnDbAsync(db =>
        {
            db.Add(new Acceso { Expediente = id, Institucion = "CEAV", Desde = casa.Reloj.Ahora, Origen = OrigenDeAcceso.Canalizacion });
            return db.SaveChangesAsync();
        });
        foreach (var estado in new[] { "NEG", "PEN" })
        {
            var negado = await (await navegador.AbrirAsync(ruta)).EnviarAsync(Respuesta("CAN", estado), "Asentar respuesta", estado: Negado);
            negado.Documento.QuerySelector(".govuk-error-summary a[href^='#con_estado']")!.TextContent.ShouldContain("elija «Revocado»");
        }

        // By exception of law nothing was given that could be taken back: denied after it, nothing rests on it any more.
        await AsentarAsync(navegador, ruta, new(Respuesta("CAN", "EXC")) { ["con_excepcion"] = "Mandato fundado" });
        await receptora.AbrirAsync($"/expedientes/{id}");
        await AsentarAsync(navegador, ruta, Respuesta("CAN", "NEG"));
        await receptora.AbrirAsync($"/expedientes/{id}", HttpStatusCode.NotFound);

        // A return may cite what holds, and asks when what it cites no longer does.
        await AsentarAsync(navegador, ruta, Respuesta("RET", "OTO"));
        await AsentarAsync(navegador, ruta, Respuesta("RET", "REV"));
        var retorno = await navegador.PaginaAsync(id, "migracion_y_retorno");
        Citables(retorno).ShouldBeEmpty("what was revoked covers no return");
        var revocado = await casa.EnDbAsync(db => db.Consentimientos.Where(c => c.Expediente == id && c.Tipo == "RET").Select(c => c.Fila).MaxAsync());
        (await navegador.EnviarCrudoAsync($"/expedientes/{id}/paginas/migracion_y_retorno", retorno, [new("retorno[1].ret_consentimiento", $"{revocado}")])).StatusCode.ShouldBe(Negado);
        await AsentarAsync(navegador, ruta, Respuesta("RET", "OTO"));
        retorno = await navegador.PaginaAsync(id, "migracion_y_retorno");
        await retorno.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["retorno[1].ret_consentimiento"] = $"{revocado + 1}" }, "Guardar");
        (await navegador.AbrirAsync($"/expedientes/{id}")).Texto.ShouldNotContain("el consentimiento que se cita ya no ampara");
        await AsentarAsync(navegador, ruta, Respuesta("RET", "REV"));
        (await navegador.AbrirAsync($"/expedientes/{id}")).Texto.ShouldContain("el consentimiento que se cita ya no ampara");
        (await navegador.PaginaAsync(id, "migracion_y_retorno")).Documento.QuerySelectorAll("[name='retorno[1].ret_consentimiento'] option[selected]")
            .Select(o => o.GetAttribute("value")).ShouldBe([$"{revocado + 1}"], "what was said stays chosen");

        // The consulate is told only with her consent.
        await navegador.GuardarAsync(id, "migracion_y_retorno", new() { ["aviso_consular"] = "SI" });
        (await navegador.AbrirAsync($"/expedientes/{id}")).Texto.ShouldContain("no consta que ella lo aceptara");
        await AsentarAsync(navegador, ruta, Respuesta("CNS", "NEG"));
        (await navegador.AbrirAsync($"/expedientes/{id}")).Texto.ShouldContain("no consta que ella lo aceptara");
        await AsentarAsync(navegador, ruta, Respuesta("CNS", "OTO"));
        (await navegador.AbrirAsync($"/expedientes/{id}")).Texto.ShouldNotContain("no consta que ella lo aceptara");
    }

    private static async Task AsentarAsync(NavegadorHttp navegador, string ruta, Dictionary<string, CampoDeFormulario> campos) =>
        await (await navegador.AbrirAsync(ruta)).EnviarAsync(campos, "Asentar respuesta");

    private static List<string> Citables(PaginaHtml pagina) =>
        [.. pagina.Documento.QuerySelectorAll("[name='retorno[1].ret_consentimiento'] option[value]:not([value=''])").Select(o => o.GetAttribute("value")!)];

    private static IEnumerable<KeyValuePair<string, string>> Dichos(Dictionary<string, CampoDeFormulario> campos) =>
        campos.SelectMany(c => c.Value.Valores.Select(v => new KeyValuePair<string, string>(c.Key, v)))
            .Concat([new("con_fecha.dia", "3"), new("con_fecha.mes", "2"), new("con_fecha.anio", "2026")]);

    private static Dictionary<string, CampoDeFormulario> Respuesta(string tipo, string estado) => new()
    {
        ["con_tipo"] = tipo,
        ["con_estado"] = estado,
        ["con_idioma"] = "es",
        ["con_medio"] = "VERBAL",
        ["con_aviso"] = "2026-1", // a refused form comes back as it was typed
    };
}
