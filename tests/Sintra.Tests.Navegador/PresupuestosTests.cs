using System.Text;
using Microsoft.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Tests.Navegador;

/// <summary>What a page may weigh, on how narrow a screen it serves, and that the keyboard alone goes all through it.</summary>
public sealed class PresupuestosTests(Chromium chromium, CasasServidas casas)
{
    private const int Pantalla = 60_000;
    private const int PrimeraVisita = 110_000;

    [Theory, InlineData(Motor.Sqlite)]
    public async Task Pesan_poco_caben_en_320_pixeles_y_se_recorren_con_el_teclado(Motor motor)
    {
        var casa = await casas.NuevaAsync(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        await using var ventana = await chromium.AbrirAsync(casa);
        (await PesoDeLaPrimeraVisitaAsync(ventana, "/entrar")).ShouldBeLessThanOrEqualTo(PrimeraVisita, "sign-in page and its assets, as transferred");
        await ventana.EntrarAsync(cuenta.Correo, cuenta.Autenticador, cuenta.Password);
        var expediente = await RegistrarAsync(ventana);
        var hecho = await casa.EnDbAsync(db => db.Hechos.Where(h => h.CreadoPor == cuenta.Id).Select(h => h.Id).SingleAsync());

        (await PesoDeLaPrimeraVisitaAsync(ventana, $"{expediente}/paginas/captacion_y_traslado")).ShouldBeLessThanOrEqualTo(PrimeraVisita, "a capture page and its assets, as transferred to who has none of them");

        // The longest page, whole and by the screens in which it is reached.
        var entera = await ventana.Pagina.GotoAsync($"{expediente}/paginas/captacion_y_traslado");
        Encoding.UTF8.GetByteCount(await entera!.TextAsync()).ShouldBeLessThanOrEqualTo(Pantalla, "the longest page, whole");
        var pantalla = await ventana.Pagina.GotoAsync($"{expediente}/paginas/captacion_y_traslado/pantallas/1");
        Encoding.UTF8.GetByteCount(await pantalla!.TextAsync()).ShouldBeLessThanOrEqualTo(Pantalla, "a screen of the longest page");
        await RecorrerConTabuladorAsync(ventana);

        await CabenAsync(
            ventana,
            [
                "/registro/nuevo", "/hechos/nuevo", $"{expediente}/paginas/captacion_y_traslado/pantallas/1", expediente, $"{expediente}/paginas/registro_minimo/versiones", $"{expediente}/historia", $"{expediente}/documentos",
                $"{expediente}/constancia", $"{expediente}/consentimientos", $"{expediente}/calidad", $"{expediente}/datos", $"/hechos/{hecho}", $"/hechos/{hecho}/editar", $"/hechos/{hecho}/personas", $"/hechos/{hecho}/versiones",
                .. casa.Services.GetRequiredService<FuenteDelDiccionario>().Vigente.Paginas.Where(p => p.Tipo == "generica").Select(p => $"{expediente}/paginas/{p.Clave}"),
                $"{await ventana.BorradorAsync()}/revisar",
            ]);

        var telefonista = await casa.CuentaAsync("FEVIMTRA", "linea_telefonica");
        await using var linea = await chromium.AbrirAsync(casa);
        await linea.EntrarAsync(telefonista.Correo, telefonista.Autenticador, telefonista.Password);
        await CabenAsync(linea, ["/llamadas/nueva"]);
    }

    private static async Task CabenAsync(Ventana ventana, IReadOnlyList<string> rutas)
    {
        await ventana.Pagina.SetViewportSizeAsync(320, 800);
        var faltas = new List<string>();
        foreach (var ruta in rutas)
        {
            await ventana.IrAsync(ruta); // axe passes in it
            var ancho = await ventana.Pagina.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (ancho > 320)
            {
                faltas.Add($"{ruta}: {ancho} px");
            }
        }

        faltas.ShouldBeEmpty("sideways scroll at 320 px");
    }

    // Bytes as they travel, headers aside, whether or not they are in the cache.
    private static async Task<long> PesoDeLaPrimeraVisitaAsync(Ventana ventana, string ruta)
    {
        await ventana.Pagina.GotoAsync(ruta, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return await ventana.Pagina.EvaluateAsync<long>(
            "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((suma, e) => suma + e.encodedBodySize, 0)");
    }

    private static async Task<string> RegistrarAsync(Ventana ventana)
    {
        await ventana.IrAsync("/registro/nuevo");
        foreach (var (campo, valor) in new[]
        {
            ("nivel_identificacion", "ID"), ("calidad", "PROBABLE"), ("sexo", "M"), ("edad_registro.valor", "16"), ("nacionalidades", "México"),
            ("fecha_deteccion.anio", "2026"), ("det_lugar.entidad", "09"), ("via_deteccion", "02"), ("formas", "LAB"), ("aviso_leido", "LEIDO"),
        })
        {
            await ventana.ResponderAsync(campo, valor);
        }

        await ventana.EnviarAsync();
        await ventana.OprimirAsync("Registrar expediente");
        return string.Join("", new Uri(ventana.Pagina.Url).Segments[..3]).TrimEnd('/');
    }

    // Radios of one name are one stop. Walks until the focus leaves the page; a trap would never let it.
    private static async Task RecorrerConTabuladorAsync(Ventana ventana)
    {
        var pendientes = await ventana.Pagina.EvaluateAsync<string[]>(
            """
            [...new Set([...document.querySelectorAll("main input:not([type=hidden]), main select, main textarea, main button, main a[href], main summary")]
              .filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }))
              .map(e => e.type === "radio" ? "radio " + e.name : e.id || e.name + e.value || e.textContent.trim()))]
            """);
        pendientes.Length.ShouldBeGreaterThan(40);
        var vistos = new HashSet<string>();
        await ventana.Pagina.EvaluateAsync("document.activeElement.blur()");
        var salio = false;
        for (var paso = 0; paso < 600 && !salio; paso++)
        {
            await ventana.Pagina.Keyboard.PressAsync("Tab");
            var donde = await ventana.Pagina.EvaluateAsync<string>(
                "(e => e === document.body ? '' : e.type === 'radio' ? 'radio ' + e.name : e.id || e.name + e.value || e.textContent.trim())(document.activeElement)");
            salio = donde.Length == 0 && paso > 0;
            vistos.Add(donde);
        }

        salio.ShouldBeTrue("the focus never leaves the page");
        pendientes.Except(vistos).ShouldBeEmpty("controls that Tab does not reach");
    }
}
