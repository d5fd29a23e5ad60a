using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(CasasServidas))]

namespace Sintra.Tests.Navegador.Apoyo;

/// <summary>One browser a run; each test opens a window of its own, with its own cookies.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Banderas =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _navegador;

    /// <summary>Where Debian puts it; <c>CHROMIUM</c> names another.</summary>
    private static string Ejecutable => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } otro ? otro : "/usr/bin/chromium";

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _navegador = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Ejecutable,
            Headless = true,
            Args = [.. Banderas, $"--ignore-certificate-errors-spki-list={CertificadoDePruebas.Huella}"],
        });
    }

    /// <param name="javaScript">Off: no task of SINTRA needs it.</param>
    /// <param name="ancho">CSS pixels: 1366 an office's screen, 375 a telephone.</param>
    public async Task<Ventana> AbrirAsync(Casa casa, bool javaScript = true, int ancho = 1366)
    {
        var contexto = await _navegador!.NewContextAsync(new()
        {
            BaseURL = casa.Direccion.ToString(),
            JavaScriptEnabled = javaScript,
            Locale = "es-MX",
            TimezoneId = "America/Mexico_City",
            ViewportSize = new() { Width = ancho, Height = 900 },
        });
        contexto.SetDefaultTimeout(60_000); // a ceiling, not a measure: machines that share their cores stall for seconds
        return await Ventana.NuevaAsync(casa, contexto, javaScript);
    }

    public async ValueTask DisposeAsync()
    {
        if (_navegador is not null)
        {
            await _navegador.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
