using System.Net;
using Sintra.Expedientes;

namespace Sintra.Tests.Diccionario;

/// <summary>Use and quality of a variable: figures of answers, for those who decide on the dictionary and nobody else.</summary>
public sealed class UsoTests
{
    [Theory, AmbosMotores]
    public async Task Cuenta_por_estado_y_por_version_sin_borradores_y_guarda_lo_poco(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        using var enlace = await casa.ComoAsync("UETP-07", "enlace_institucional");
        await enlace.AbrirAsync("/diccionario/uso?clave=via_deteccion", HttpStatusCode.Forbidden);
        using var captura = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        (await Uso(administra, "via_deteccion")).Texto.ShouldContain("Nadie la ha contestado");
        for (var i = 0; i < 12; i++)
        {
            await captura.RegistrarAsync();
        }

        await captura.RegistrarAsync(new(ExpedientesDePruebas.Minimo()) { ["via_deteccion"] = "", ["via_deteccion.estado"] = "NS" });
        await captura.BorradorAsync();

        var uso = await Uso(administra, "via_deteccion");

        Celdas(uso, "#estado-R").ShouldBe(["12", "92.3 %"]);
        Celdas(uso, "#estado-NS").ShouldBe(["menos de 11", "—"]);
        Celdas(uso, "#estado-NA").ShouldBe(["0", "0.0 %"]);
        Celdas(uso, "#sin-llegar").ShouldBe(["0", "0.0 %"]);
        uso.Texto.ShouldContain("Se contestó por última vez el");
        uso.Texto.ShouldContain("Versión 1");
        Celdas(await Uso(administra, "alias"), "#sin-llegar").ShouldBe(["13", "100.0 %"]);
        await captura.AbrirAsync("/diccionario/uso?clave=via_deteccion", HttpStatusCode.Forbidden);
        await administra.AbrirAsync("/diccionario/uso?clave=no_hay", HttpStatusCode.NotFound);
        (await captura.AbrirAsync("/diccionario?buscar=via_deteccion")).Texto.ShouldNotContain("Uso y calidad");
        (await (await administra.AbrirAsync("/diccionario?buscar=via_deteccion")).SeguirAsync("Uso y calidad")).Texto.ShouldContain("92.3 %");
    }

    [Theory, AmbosMotores]
    public async Task Lo_sellado_y_los_renglones_se_cuentan_sin_abrirlos(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        using var captura = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        for (var i = 0; i < 12; i++)
        {
            var id = await captura.RegistrarAsync();
            await captura.GuardarAsync(id, "documentos_e_identidad", new() { ["nombres"] = "Xanat" });
            await (await captura.AbrirAsync($"/hechos/{await casa.HechoDeAsync(id)}/editar")).EnviarAsync(boton: "Guardar");
        }

        var uso = await Uso(administra, "nombres");

        Celdas(uso, "#estado-R").ShouldBe(["12", "100.0 %"]);
        uso.Html.ShouldNotContain("Xanat");
        foreach (var variable in (await casa.DiccionarioAsync()).Variables.Where(v => v.Pagina is not null).DistinctBy(v => (v.Unidad, v.Grupo, v.Pagina == EscrituraDeHecho.Pagina)))
        {
            (await Uso(administra, variable.Clave)).Texto.ShouldContain("Podrían responderla");
        }
    }

    private static Task<PaginaHtml> Uso(NavegadorHttp navegador, string clave) => navegador.AbrirAsync($"/diccionario/uso?clave={clave}");

    private static List<string> Celdas(PaginaHtml pagina, string renglon) => [.. pagina.Documento.QuerySelectorAll($"{renglon} td").Select(td => td.TextContent.Trim())];
}
