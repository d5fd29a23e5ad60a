using Microsoft.Playwright;
using Sintra.Expedientes;

namespace Sintra.Tests.Navegador;

/// <summary>The tab dies in the middle of a word: the page opens again with the word in it and the cursor behind it.</summary>
public sealed class BorradoresTests(Chromium chromium, CasasServidas casas)
{
    private const string Alias = "Kanarialias";

    [Fact]
    public async Task Lo_tecleado_sobrevive_a_la_pestana_a_la_red_y_a_ocultar_la_pantalla()
    {
        var casa = await casas.NuevaAsync(Motor.Sqlite);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        await using var ventana = await chromium.AbrirAsync(casa);
        await ventana.EntrarAsync(cuenta.Correo, cuenta.Autenticador, cuenta.Password);
        var expediente = await ventana.BorradorAsync();
        var ruta = $"{expediente}/paginas/documentos_e_identidad";
        await ventana.IrAsync(ruta);
        var voz = ventana.Pagina.Locator(".s-autoguardado");
        await ventana.ResponderAsync("nombres", "Citlalli");
        await ventana.EscribirAsync(ventana.Pagina.Locator("[name='alias']"), Alias);
        await Assertions.Expect(voz).ToContainTextAsync("Guardado a las", new() { Timeout = 30_000 });
        await ventana.NadaInaccesibleAsync();
        await ventana.RetratarAsync("autoguardado");

        // Another tab, and the first one is gone without a word.
        await using (var otra = await ventana.OtraPestanaAsync())
        {
            await otra.IrAsync(ruta);
            (await otra.TextoAsync()).ShouldContain("Recuperamos lo que escribió a las");
            (await otra.Pagina.EvaluateAsync<string>("document.activeElement.name + '=' + document.activeElement.value")).ShouldBe($"alias={Alias}");
            (await otra.Pagina.Locator("[name='nombres']").InputValueAsync()).ShouldBe("Citlalli");
            await otra.RetratarAsync("recuperado");
        }

        await ventana.Pagina.RouteAsync("**/borradores", r => r.AbortAsync("aborted"));
        await ventana.EscribirAsync(ventana.Pagina.Locator("[name='alias']"), Alias + "dos");
        await Assertions.Expect(voz).ToHaveTextAsync("Sin conexión: no cierre esta página, se guardará al volver", new() { Timeout = 30_000 });
        await ventana.Pagina.UnrouteAsync("**/borradores");
        await Assertions.Expect(voz).ToContainTextAsync("Guardado a las", new() { Timeout = 60_000 });

        await ventana.EscribirAsync(ventana.Pagina.Locator("[name='alias']"), Alias + "tres");
        await ventana.Pagina.Locator("form[data-ocultar] button").ClickAsync();
        await ventana.Pagina.WaitForURLAsync("**/pausa");
        await ventana.SeguirAsync("Continuar");
        (await ventana.TextoAsync()).ShouldContain("Conservamos su captura de las");
        await ventana.RetratarAsync("conservamos");
        await ventana.ResponderAsync("Prueba", cuenta.Password);
        await ventana.OprimirAsync("Continuar");
        await ventana.Pagina.WaitForURLAsync("**" + ruta);
        (await ventana.Pagina.Locator("[name='alias']").InputValueAsync()).ShouldBe(Alias + "tres");
        await ventana.OprimirAsync("Guardar y volver a la lista");
        await ventana.Pagina.WaitForURLAsync($"**{expediente}/revisar");
        (await casa.EnDbAsync(db => db.Borradores.CountAsync())).ShouldBe(0);
    }
}
