using Microsoft.Playwright;

namespace Sintra.Tests.Navegador;

/// <summary>From the home page to the folio with the keyboard alone: at most 40 key presses besides text and 14 decisions, with JavaScript or without.</summary>
public sealed class RegistroMinimoTests(Chromium chromium, CasasServidas casas)
{
    private const int MaximoDeTeclas = 40;
    private const int MaximoDeDecisiones = 14;

    [Theory, InlineData(true), InlineData(false)]
    public async Task Del_inicio_al_folio_con_el_teclado(bool javaScript)
    {
        var casa = await casas.NuevaAsync(Motor.Sqlite);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        await using var ventana = await chromium.AbrirAsync(casa, javaScript);
        await ventana.EntrarAsync(cuenta.Correo, cuenta.Autenticador, cuenta.Password);
        await ventana.IrAsync("/");
        var mano = new ManoEnElTeclado(ventana.Pagina);
        await mano.EnterAsync("main .s-botones a[href$='/registro']");
        await ventana.Pagina.WaitForURLAsync("**/registro");
        await mano.EnterAsync("a[href$='/registro/nuevo'], a[href$='/registro/buscar']");
        await ventana.Pagina.WaitForURLAsync("**/registro/*");
        if (ventana.Pagina.Url.EndsWith("/buscar", StringComparison.Ordinal))
        {
            await mano.EscribirAsync("#Nombre", "Lupita");
            await mano.TeclaAsync("Enter");
            await mano.EnterAsync("section a[href$='/registro/nuevo']");
            await ventana.Pagina.WaitForURLAsync("**/registro/nuevo");
        }

        foreach (var (campo, valor) in new[] { ("nivel_identificacion", "ID"), ("calidad", "PROBABLE"), ("sexo", "M") })
        {
            await mano.ElegirAsync(campo, valor);
        }

        await mano.EscribirAsync("[name='edad_registro.valor']", "17");
        await mano.EscribirAsync("[name=nacionalidades]:not([type=hidden])", "México");
        foreach (var (campo, valor) in new[] { ("via_deteccion", "02"), ("formas", "LAB"), ("aviso_leido", "LEIDO") })
        {
            await mano.ElegirAsync(campo, valor);
        }

        await mano.TeclaAsync("Enter");
        await ventana.Pagina.WaitForURLAsync("**/revisar");
        await mano.EnterAsync("main form button");
        await ventana.Pagina.WaitForURLAsync("**/registrado");

        (await ventana.TextoAsync()).ShouldContain("Expediente registrado");
        mano.Teclas.ShouldBeLessThanOrEqualTo(MaximoDeTeclas, string.Join(' ', mano.Cuenta));
        mano.Decisiones.ShouldBeLessThanOrEqualTo(MaximoDeDecisiones);
        (await casa.EnDbAsync(db => db.Set<Sintra.Expedientes.Expediente>().CountAsync(e => e.Folio != null))).ShouldBe(1);
    }
}
