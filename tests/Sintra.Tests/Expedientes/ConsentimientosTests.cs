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

    private static Dictionary<string, CampoDeFormulario> Respuesta(string tipo, string estado) => new()
    {
        ["con_tipo"] = tipo,
        ["con_estado"] = estado,
        ["con_idioma"] = "es",
        ["con_medio"] = "VERBAL",
    };
}
