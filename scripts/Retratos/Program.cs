using Microsoft.Playwright;

// The README's pictures, taken from a practice system: retratos URL CORREO PASSWORD CARPETA. scripts/retratos.sh starts and ends the system.
if (args is not [var direccion, var correo, var password, var carpeta])
{
    await Console.Error.WriteLineAsync("retratos URL CORREO PASSWORD CARPETA");
    return 2;
}

using var playwright = await Playwright.CreateAsync();
await using var navegador = await playwright.Chromium.LaunchAsync(new()
{
    ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } otro ? otro : "/usr/bin/chromium",
    Args = ["--no-sandbox", "--disable-gpu"],
});
await using var contexto = await navegador.NewContextAsync(new()
{
    BaseURL = direccion,
    Locale = "es-MX",
    TimezoneId = "America/Mexico_City",
    ViewportSize = new() { Width = 1366, Height = 900 },
});
var pagina = await contexto.NewPageAsync();

await pagina.GotoAsync("/entrar");
await pagina.FillAsync("#Correo", correo);
await pagina.FillAsync("#Password", password);
await pagina.GetByRole(AriaRole.Button, new() { Name = "Entrar" }).First.ClickAsync();
await pagina.WaitForURLAsync(url => !url.Contains("/entrar", StringComparison.Ordinal));

await RetratarAsync("/", "inicio");
await RetratarAsync("/registro/buscar", "buscar");
await pagina.GotoAsync("/registro");
var expediente = await pagina.Locator("main a[href^='/expedientes/']:not([href$='/revisar'])").First.GetAttributeAsync("href") ?? throw new InvalidOperationException("The practice system shows no file.");
await RetratarAsync(expediente, "expediente");
await RetratarAsync($"{expediente}/paginas/explotacion", "captura");
await RetratarAsync("/diccionario?seccion=J", "diccionario");
await pagina.SetViewportSizeAsync(375, 812);
await RetratarAsync(expediente, "telefono");
return 0;

async Task RetratarAsync(string ruta, string nombre)
{
    var respuesta = await pagina.GotoAsync(ruta);
    if (respuesta is not { Ok: true })
    {
        throw new InvalidOperationException($"{ruta}: {respuesta?.Status}");
    }

    await pagina.ScreenshotAsync(new() { Path = Path.Combine(carpeta, $"{nombre}.png") });
}
