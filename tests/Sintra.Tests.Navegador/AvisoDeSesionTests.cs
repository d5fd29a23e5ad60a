using Microsoft.Playwright;
using Sintra.Cuentas;

namespace Sintra.Tests.Navegador;

/// <summary>Before a session without use is paused it is said, in time to go on, by keyboard alone and in every tab.</summary>
public sealed class AvisoDeSesionTests(Chromium chromium, CasasServidas casas)
{
    [Theory, InlineData(Motor.Sqlite)]
    public async Task Dos_minutos_antes_se_avisa_y_se_sigue_o_se_pausa(Motor motor)
    {
        var casa = await casas.NuevaAsync(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        await using var ventana = await chromium.AbrirAsync(casa);
        await ventana.EntrarAsync(cuenta.Correo, cuenta.Autenticador, cuenta.Password);
        var privilegiada = await casa.EnDbAsync(db => db.Perfiles.Where(p => p.Clave == "ministerio_publico").Select(p => p.Privilegiado).SingleAsync());
        var hasta = (long)(SesionAbierta.Inactividad(privilegiada) - TimeSpan.FromMinutes(2)).TotalMilliseconds;
        await ventana.Pagina.Clock.InstallAsync();
        await ventana.IrAsync("/registro/nuevo");
        var dialogo = ventana.Pagina.GetByRole(AriaRole.Dialog, new() { Name = "Su sesión se pausará en 2 minutos" });
        var foco = await ventana.Pagina.EvaluateAsync<string>("document.activeElement.id");

        // The clock of the page goes on by itself as well: what is a minute off is off whatever this machine takes.
        await ventana.Pagina.Clock.FastForwardAsync(hasta - 60_000);
        await Assertions.Expect(dialogo).ToBeHiddenAsync();
        await ventana.Pagina.Clock.FastForwardAsync(61_000);
        await Assertions.Expect(dialogo).ToBeVisibleAsync();
        await ventana.RetratarAsync("aviso-de-sesion");
        await Assertions.Expect(dialogo.GetByRole(AriaRole.Button, new() { Name = "Seguir trabajando" })).ToBeFocusedAsync();
        await ventana.Pagina.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialogo).ToBeHiddenAsync();
        (await ventana.Pagina.EvaluateAsync<string>("document.activeElement.id")).ShouldBe(foco, "back to where one was");

        // From its use on it counts anew; Escape goes on as well.
        await ventana.Pagina.Clock.FastForwardAsync(hasta + 1000);
        await Assertions.Expect(dialogo).ToBeVisibleAsync();
        await ventana.Pagina.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialogo).ToBeHiddenAsync();

        await ventana.Pagina.Clock.FastForwardAsync(hasta + 1000);
        await dialogo.GetByRole(AriaRole.Button, new() { Name = "Pausar ahora" }).ClickAsync();
        await ventana.Pagina.WaitForURLAsync("**/pausa");
    }
}
