namespace Sintra.Tests.Diccionario;

/// <summary>Whoever captures is told that the questions changed, once, and can read what.</summary>
public sealed class CambiosEnInicioTests
{
    [Theory, AmbosMotores]
    public async Task Una_version_nueva_se_avisa_a_quien_captura_hasta_que_la_ve_o_pasan_catorce_dias(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        var (una, otra) = (await casa.CuentaAsync("FEVIMTRA", "ministerio_publico"), await casa.CuentaAsync("UETP-07", "ministerio_publico"));
        using var captura = await casa.YaDentroAsync(una);
        (await captura.AbrirAsync("/")).Texto.ShouldNotContain("Cambió el diccionario", customMessage: "the first version is no change");
        await AdministrarTests.PrepararAsync(administra, "opcion", "?clave=sexo/M", new() { ["nombre"] = "Mujer, como la persona dice" });
        await AdministrarTests.PrepararAsync(administra, "pagina", "?clave=explotacion", new() { ["titulo"] = "Cómo fue la explotación" });
        await (await administra.AbrirAsync("/diccionario/cambios")).EnviarAsync(boton: "Publicar la versión");

        var inicio = await captura.AbrirAsync("/");
        inicio.Texto.ShouldContain("Cambió el diccionario: 2 elementos, rige desde el");
        var cambios = await inicio.SeguirAsync("Ver qué cambió");
        cambios.Texto.ShouldContain("Mujer, como la persona dice");
        cambios.Texto.ShouldContain("Cómo fue la explotación");
        cambios.Documento.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        (await administra.AbrirAsync("/")).Texto.ShouldNotContain("Cambió el diccionario", customMessage: "who publishes does not capture");
        (await inicio.EnviarAsync(boton: "Ya lo vi")).Texto.ShouldNotContain("Cambió el diccionario");
        (await captura.AbrirAsync("/")).Texto.ShouldNotContain("Cambió el diccionario");

        casa.Reloj.Adelantar(TimeSpan.FromDays(13));
        using var trece = await casa.YaDentroAsync(otra);
        (await trece.AbrirAsync("/")).Texto.ShouldContain("Cambió el diccionario");
        casa.Reloj.Adelantar(TimeSpan.FromDays(1));
        using var catorce = await casa.YaDentroAsync(otra);
        (await catorce.AbrirAsync("/")).Texto.ShouldNotContain("Cambió el diccionario");
        (await (await catorce.AbrirAsync("/diccionario/versiones")).SeguirAsync("Versión 1")).Texto.ShouldContain("Es la primera versión");
    }
}
