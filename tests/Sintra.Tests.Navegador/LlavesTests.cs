using System.Web;
using Microsoft.Playwright;

namespace Sintra.Tests.Navegador;

/// <summary>A person registers a passkey on a telephone, signs in with it alone and proves it again; what somebody captured of it opens nothing.</summary>
public sealed class LlavesTests(Chromium chromium, CasasServidas casas)
{
    private const string Nombre = "Telefono azul";

    [Theory, AmbosMotores]
    public async Task Se_registra_entra_comprueba_y_lo_capturado_no_sirve(Motor motor)
    {
        var casa = await casas.NuevaAsync(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "administracion_institucional");
        await using var ventana = await chromium.AbrirAsync(casa, ancho: 375);
        await PonerAparatoAsync(ventana.Pagina);
        await ventana.EntrarAsync(cuenta.Correo, cuenta.Autenticador, cuenta.Password);
        await RegistrarAsync(ventana);

        var firmado = await EntrarConLlaveAsync(ventana);
        await ventana.IrAsync("/cuentas");
        await ComprobarAsync(ventana);

        await ventana.SalirAsync();
        await ventana.Pagina.Locator("form[action*='Llave'] input[name=Credencial]").EvaluateAsync("(campo, valor) => { campo.value = valor; }", firmado);
        await ventana.OprimirAsync("Entrar con llave de acceso");
        (await ventana.TextoAsync()).ShouldContain("No se pudo entrar con la llave de acceso");
        await ventana.NadaInaccesibleAsync();
        await ventana.RetratarAsync("llave-negada");
        await ventana.IrAsync("/cuenta");
        new Uri(ventana.Pagina.Url).AbsolutePath.ShouldBe("/entrar");
    }

    [Fact]
    public async Task Sin_JavaScript_la_pagina_dice_que_hace_falta_y_lo_demas_sirve()
    {
        var casa = await casas.NuevaAsync(Motor.Sqlite);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "osc");
        await using var ventana = await chromium.AbrirAsync(casa, javaScript: false, ancho: 375);
        await ventana.IrAsync("/entrar");
        (await ventana.TextoAsync()).ShouldContain("Las llaves de acceso necesitan que su navegador permita JavaScript");

        await ventana.EntrarAsync(cuenta.Correo, cuenta.Autenticador, cuenta.Password);

        new Uri(ventana.Pagina.Url).AbsolutePath.ShouldBe("/");
    }

    private static async Task RegistrarAsync(Ventana ventana)
    {
        await ventana.IrAsync("/cuenta/llaves/nueva");
        await ventana.RetratarAsync("llave-nueva");
        await ventana.EscribirAsync("Nombre de la llave", Nombre);
        await ventana.Pagina.GetByRole(AriaRole.Button, new() { Name = "Registrar la llave" }).ClickAsync();
        await ventana.Pagina.WaitForURLAsync("**/cuenta");
        (await ventana.TextoAsync()).ShouldContain(Nombre);
        await ventana.NadaInaccesibleAsync();
        await ventana.RetratarAsync("mi-cuenta");
    }

    // What a thief on the way, or on the machine, would have: the answer as it was sent.
    private static async Task<string> EntrarConLlaveAsync(Ventana ventana)
    {
        await ventana.SalirAsync();
        await ventana.RetratarAsync("entrar");
        var envio = await ventana.Pagina.RunAndWaitForRequestAsync(
            () => ventana.Pagina.GetByRole(AriaRole.Button, new() { Name = "Entrar con llave de acceso" }).ClickAsync(),
            peticion => peticion.Method == "POST" && peticion.Url.Contains("handler=Llave", StringComparison.Ordinal));
        await ventana.Pagina.WaitForURLAsync(new Uri(ventana.Casa.Direccion, "/").ToString());
        return HttpUtility.ParseQueryString(envio.PostData!)["Credencial"].ShouldNotBeNull();
    }

    private static async Task ComprobarAsync(Ventana ventana)
    {
        ventana.Casa.Reloj.Adelantar(TimeSpan.FromMinutes(6));
        await ventana.IrAsync("/cuenta/llaves/nueva");
        new Uri(ventana.Pagina.Url).AbsolutePath.ShouldBe("/cuenta/verificar");
        await ventana.RetratarAsync("verificar");
        await ventana.Pagina.GetByRole(AriaRole.Button, new() { Name = "Comprobar con mi llave de acceso" }).ClickAsync();
        await ventana.Pagina.WaitForURLAsync("**/cuenta/llaves/nueva");
    }

    // Built into the telephone, with a fingerprint that always matches.
    private static async Task PonerAparatoAsync(IPage pagina)
    {
        var cdp = await pagina.Context.NewCDPSessionAsync(pagina);
        await cdp.SendAsync("WebAuthn.enable");
        await cdp.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
