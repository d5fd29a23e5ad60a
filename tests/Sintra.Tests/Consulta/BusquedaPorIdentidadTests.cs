using System.Net;
using Sintra.Consulta;
using Sintra.Expedientes;

namespace Sintra.Tests.Consulta;

/// <summary>A person is found as people say her name, by whoever may reach her file, and what was typed is nowhere but in its sealed row.</summary>
public sealed class BusquedaPorIdentidadTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Se_halla_como_la_gente_dice_el_nombre_y_no_con_otro(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("UETP-07", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, "documentos_e_identidad", new()
        {
            ["nombres"] = "Guadalupe Itzayana", ["primer_apellido"] = "Jiménez", ["segundo_apellido"] = "Zeceña", ["alias"] = "La Chata",
        });

        foreach (var dicho in new[]
        {
            "Guadalupe Itzayana Jiménez Zeceña", "guadalupe itzayana jimenez zecena", "Jiménez Zeceña Guadalupe Itzayana", "Guadalupe Itzayana Jiménez",
            "Itzayana Gimenes Seseña", "Lupita Jiménez Zeceña", "Lupe Jimenez", "Ximénez Zezeña Guadalupe", "Chata",
        })
        {
            (await BuscarAsync(navegador, dicho)).Html.ShouldContain(id.ToString(), Case.Sensitive, dicho);
        }

        foreach (var dicho in new[] { "Guadalupe Hernández", "Rosa Zeceña", "Guadalupe Itzayana Robles Pantoja", "Guadalupe" })
        {
            (await BuscarAsync(navegador, dicho)).Html.ShouldNotContain(id.ToString(), Case.Sensitive, dicho);
        }
    }

    [Theory, AmbosMotores]
    public async Task La_direccion_los_titulos_y_el_registro_no_dicen_a_quien_se_busco_y_lo_hallado_queda_leido(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var navegador = await casa.ComoAsync("UETP-07", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, "documentos_e_identidad", new() { ["nombres"] = "Xochiquetzal", ["primer_apellido"] = "Tecuapacho" });

        var pagina = await BuscarAsync(navegador, "Xochiketzal Tecuapacho");

        pagina.Direccion.Query.ShouldMatch("^\\?identidad=[0-9a-f-]{36}$");
        pagina.Html.ShouldContain(id.ToString());
        pagina.Html.ShouldNotContain("Xochi", Case.Insensitive);
        pagina.Html.ShouldNotContain("Tecuapacho", Case.Insensitive);
        navegador.Historial.ShouldAllBe(u => !u.ToString().Contains("ecuapacho", StringComparison.OrdinalIgnoreCase));
        casa.Registro.Lineas.ShouldAllBe(l => !l.Texto.Contains("ecuapacho", StringComparison.OrdinalIgnoreCase));
        (await casa.EnDbAsync(db => db.Asientos.Where(a => a.Expediente == id && a.Suceso == nameof(ExpedienteConsultado)).Select(a => a.Datos).ToListAsync())).ShouldContain(d => d.Contains("\"consulta\""));
        (await casa.EnDbAsync(db => db.Asientos.Select(a => a.Datos).ToListAsync())).ShouldAllBe(d => !d.Contains("ecuapacho", StringComparison.OrdinalIgnoreCase));
        (await navegador.AbrirAsync($"/expedientes/{id}/consultas")).Texto.ShouldContain("Lo encontró al buscar por identidad");
    }

    [Theory, AmbosMotores]
    public async Task Lo_que_esta_fuera_del_alcance_no_aparece_ni_cambia_un_byte(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        using var ajena = await casa.ComoAsync("UETP-20", "ministerio_publico");
        var antes = await BuscarAsync(ajena, "Nahuatzen Quiahua");
        var id = await suya.RegistrarAsync();
        await suya.GuardarAsync(id, "documentos_e_identidad", new() { ["nombres"] = "Nahuatzen", ["primer_apellido"] = "Quiahua" });

        (await BuscarAsync(suya, "Nahuatzen Quiahua")).Html.ShouldContain(id.ToString());
        var despues = await BuscarAsync(ajena, "Nahuatzen Quiahua");

        Igual(despues).ShouldBe(Igual(antes));
        antes.Texto.ShouldContain("sólo mira los expedientes a su alcance");
    }

    [Theory, AmbosMotores]
    public async Task Caduca_a_la_media_hora_y_a_nadie_mas_le_sirve(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "coordinacion_institucional");
        using var navegador = await casa.YaDentroAsync(cuenta);
        using var otraSesion = await casa.YaDentroAsync(cuenta);
        using var colega = await casa.ComoAsync("UETP-07", "coordinacion_institucional");
        var direccion = (await BuscarAsync(navegador, "Tonantzin Cuamatzi")).Direccion.PathAndQuery;

        foreach (var ajeno in new[] { otraSesion, colega })
        {
            (await ajeno.AbrirAsync(direccion)).Texto.ShouldContain("ya terminó o se hizo en otra sesión");
        }

        (await navegador.AbrirAsync(direccion)).Texto.ShouldContain("Sin resultados");
        casa.Reloj.Adelantar(TimeSpan.FromMinutes(14));
        await navegador.AbrirAsync(direccion);
        casa.Reloj.Adelantar(TimeSpan.FromMinutes(14));
        (await navegador.AbrirAsync(direccion)).Texto.ShouldContain("Sin resultados");
        casa.Reloj.Adelantar(TimeSpan.FromMinutes(3));
        (await navegador.AbrirAsync(direccion)).Texto.ShouldContain("ya terminó o se hizo en otra sesión");
    }

    [Theory, AmbosMotores]
    public async Task Quien_busca_sin_parar_espera_y_queda_asentado(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor, ajustes: new Dictionary<string, string> { ["Consulta:PorIdentidadCadaHora"] = "3" });
        var cuenta = await casa.CuentaAsync("UETP-07", "ministerio_publico");
        using var navegador = await casa.YaDentroAsync(cuenta);
        for (var i = 0; i < 3; i++)
        {
            await BuscarAsync(navegador, "Tonantzin Cuamatzi");
        }

        (await BuscarAsync(navegador, "Tonantzin Cuamatzi", HttpStatusCode.TooManyRequests)).Texto.ShouldContain("Espere unos minutos");

        (await casa.EnDbAsync(db => db.Asientos.CountAsync(a => a.Suceso == nameof(CuotaDeBusquedaAgotada) && a.Cuenta == cuenta.Id))).ShouldBe(1);
        casa.Reloj.Adelantar(TimeSpan.FromMinutes(61));
        using var despues = await casa.YaDentroAsync(cuenta);
        await BuscarAsync(despues, "Tonantzin Cuamatzi");
        (await casa.EnDbAsync(db => db.BusquedasPorIdentidad.CountAsync())).ShouldBe(4);
        casa.Reloj.Adelantar(TimeSpan.FromMinutes(91));
        using var manana = await casa.YaDentroAsync(cuenta);
        await BuscarAsync(manana, "Tonantzin Cuamatzi");
        (await casa.EnDbAsync(db => db.BusquedasPorIdentidad.CountAsync())).ShouldBe(1, "what no longer counts is swept");
    }

    [Theory, AmbosMotores]
    public async Task Se_halla_por_curp_telefono_o_numero_de_documento_y_lo_mal_escrito_se_dice_en_su_campo(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("UETP-07", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, "contacto_seguro", new() { ["telefono"] = "9617654321" });
        await navegador.GuardarAsync(id, "documentos_e_identidad", new() { ["documento_tipo"] = "01", ["documento_numero"] = "QK-774411" });

        (await ConAsync(navegador, new() { ["Telefono"] = "+52 961 765 4321" })).Html.ShouldContain(id.ToString());
        (await ConAsync(navegador, new() { ["Numero"] = "qk774411" })).Html.ShouldContain(id.ToString());

        var mal = await ConAsync(navegador, new() { ["Telefono"] = "12", ["Curp"] = "ABC" }, HttpStatusCode.UnprocessableEntity);
        mal.Documento.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")).ShouldBe(["#Curp", "#Telefono"], ignoreOrder: true);
        mal.Documento.QuerySelector("#Telefono")!.GetAttribute("value").ShouldBe("12");
        (await ConAsync(navegador, new Dictionary<string, CampoDeFormulario>(), HttpStatusCode.UnprocessableEntity)).Texto.ShouldContain("Escriba al menos un criterio");
    }

    private static Task<PaginaHtml> BuscarAsync(NavegadorHttp navegador, string nombre, HttpStatusCode estado = HttpStatusCode.OK) =>
        ConAsync(navegador, new() { ["Nombre"] = nombre }, estado);

    private static async Task<PaginaHtml> ConAsync(NavegadorHttp navegador, Dictionary<string, CampoDeFormulario> campos, HttpStatusCode estado = HttpStatusCode.OK) =>
        await (await navegador.AbrirAsync("/consulta/por-identidad")).EnviarAsync(campos, "Buscar", estado: estado);

    // Ids of the searches and tokens of forms are other each time.
    internal static string Igual(PaginaHtml pagina) => System.Text.RegularExpressions.Regex.Replace(
        pagina.Html, "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|__RequestVerificationToken\" type=\"hidden\" value=\"[^\"]+\"", "");
}
