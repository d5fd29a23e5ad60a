namespace Sintra.Tests.Navegador;

/// <summary>From the home page to the folio with the keyboard alone (a girl of some seventeen years who gives no name), with JavaScript and without.</summary>
public sealed class RegistroMinimoTests(Chromium chromium, CasasServidas casas)
{
    private const int MaximoDeDecisiones = 14;

    // Without script the help and the reasons of each question stay in the way of Tab.
    [Theory, InlineData(true, 40), InlineData(false, 70)]
    public async Task Del_inicio_al_folio_con_el_teclado(bool javaScript, int maximoDeTeclas)
    {
        var casa = await casas.NuevaAsync(Motor.Sqlite);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        await using var ventana = await chromium.AbrirAsync(casa, javaScript);
        await ventana.EntrarAsync(cuenta.Correo, cuenta.Autenticador, cuenta.Password);
        await ventana.IrAsync("/");
        var mano = new ManoEnElTeclado(ventana.Pagina, conLetras: javaScript);
        await mano.TeclaDeAccesoAsync("n", "**/registro/buscar");
        await mano.EscribirAsync("#Nombre", "Lupita");
        await mano.TeclaAsync("Enter");
        await ventana.Pagina.GetByText("Ningún expediente a su alcance coincide.").WaitForAsync();
        await mano.EnterAsync("section a[href$='/registro/nuevo']", "**/registro/nuevo");

        await mano.ElegirAsync("nivel_identificacion", "ID");
        await mano.ElegirAsync("calidad", "PROBABLE");
        await mano.ElegirAsync("sexo", "M");
        await mano.EscribirAsync("[name='edad_registro.valor']", "17");
        await mano.EscribirAsync("[name=nacionalidades]:not([type=hidden])", "México");
        await mano.ElegirAsync("det_lugar.entidad", "07");
        await mano.ElegirAsync("via_deteccion", "02");
        await mano.ElegirAsync("formas", "PD");
        await mano.ElegirAsync("aviso_leido", "SIN_CONDICIONES");
        await mano.LlevaAsync("Enter", "**/revisar");
        await mano.EnterAsync("main form button", "**/registrado");

        (await ventana.TextoAsync()).ShouldContain("Expediente registrado");
        mano.Teclas.ShouldBeLessThanOrEqualTo(maximoDeTeclas, string.Join(' ', mano.Cuenta));
        mano.Decisiones.ShouldBeLessThanOrEqualTo(MaximoDeDecisiones);
        (await casa.EnDbAsync(db => db.Set<Sintra.Expedientes.Expediente>().CountAsync(e => e.Folio != null))).ShouldBe(1);
        TestContext.Current.TestOutputHelper?.WriteLine($"{mano.Teclas} keys, {mano.Decisiones} decisions: {string.Join(' ', mano.Cuenta)}");
    }

    /// <summary>What Tab passes by is one key away, and Tab goes there once it says something.</summary>
    [Fact]
    public async Task F1_abre_la_ayuda_y_F2_lleva_a_o_bien()
    {
        var casa = await casas.NuevaAsync(Motor.Sqlite);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        await using var ventana = await chromium.AbrirAsync(casa);
        await ventana.EntrarAsync(cuenta.Correo, cuenta.Autenticador, cuenta.Password);
        await ventana.IrAsync("/registro/nuevo");
        var pagina = ventana.Pagina;
        var sexo = pagina.Locator("[data-campo=sexo]");

        await pagina.Locator("#sexo").FocusAsync();
        await pagina.Keyboard.PressAsync("F1");
        await sexo.Locator(".s-ayuda__hoja").WaitForAsync();
        (await sexo.Locator("a.s-ayuda").GetAttributeAsync("aria-expanded")).ShouldBe("true");
        await ventana.NadaInaccesibleAsync();
        await pagina.Keyboard.PressAsync("F1");
        (await sexo.Locator(".s-ayuda__hoja").IsVisibleAsync()).ShouldBeFalse();

        await pagina.Keyboard.PressAsync("F2");
        await pagina.Keyboard.PressAsync("Space");
        (await pagina.Locator("[name='sexo.estado'][value=NS]").IsCheckedAsync()).ShouldBeTrue();
        await pagina.Locator("#sexo").FocusAsync();
        await pagina.Keyboard.PressAsync("Tab");
        (await pagina.EvaluateAsync<string>("document.activeElement.name")).ShouldBe("sexo.estado");
    }
}
