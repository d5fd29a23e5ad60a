using Microsoft.Playwright;
using Sintra.Expedientes;

namespace Sintra.Tests.Navegador;

/// <summary>An operation with twenty persons out of a spreadsheet: pasted, reviewed and registered with few keys, none of their names in an address.</summary>
public sealed class OperativoTests(Chromium chromium, CasasServidas casas)
{
    private const int Personas = 20;

    [Theory, InlineData(Motor.Sqlite)]
    public async Task Veinte_personas_se_pegan_se_revisan_y_se_registran_con_pocas_teclas(Motor motor)
    {
        var casa = await casas.NuevaAsync(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        await using var ventana = await chromium.AbrirAsync(casa);
        await ventana.EntrarAsync(cuenta.Correo, cuenta.Autenticador, cuenta.Password);
        await ventana.IrAsync("/hechos/nuevo");
        var teclas = await ResponderAsync(ventana, ("hecho_canal", "OPERATIVO"), ("hecho_formas", "SEX"), ("hecho_operativo", "SI"), ("det_operativo", "OP-07"), ("hecho_num_victimas", "20"));
        await ventana.OprimirAsync("Guardar y registrar a las personas");
        await ventana.NadaInaccesibleAsync();
        teclas += 1 + await ResponderAsync(ventana, ("calidad", "PROBABLE"), ("det_lugar.entidad", "09"), ("aviso_leido", "LEIDO"));

        await PegarAsync(ventana, Celda(1, "nombres"));
        teclas += 2;
        (await ventana.TextoAsync()).ShouldContain("Renglones pegados: 20. Opciones sin reconocer: 0.");
        (await ventana.Pagina.Locator("table[data-rejilla] tbody tr").CountAsync()).ShouldBe(Personas, "it adds the rows it needs");
        await ProbarElTecladoAsync(ventana);
        await ventana.NadaInaccesibleAsync();
        await ventana.RetratarAsync("operativo-rejilla");

        await ventana.OprimirAsync("Revisar");
        await ventana.NadaInaccesibleAsync();
        await ventana.RetratarAsync("operativo-revision");
        await ventana.OprimirAsync("Registrar 20 personas");
        (teclas + 2).ShouldBeLessThanOrEqualTo(20, "decisions besides the pasted text");
        (await ventana.TextoAsync()).ShouldContain("20 registradas");
        await ventana.NadaInaccesibleAsync();
        await ventana.RetratarAsync("operativo-registradas");
        await ventana.SeguirAsync("Ver el hecho");
        await ventana.NadaInaccesibleAsync();
        await ventana.RetratarAsync("hecho");

        (await ventana.TextoAsync()).ShouldContain("20 de 20 que se refieren");
        (await ventana.TextoAsync()).ShouldNotContain("Xochitlalli");
        (await casa.EnDbAsync(db => db.Expedientes.CountAsync(e => e.Folio != null && e.Filtros.Sexo == "M" && e.Filtros.EdadMinima >= 20))).ShouldBe(Personas);
    }

    private static ILocator Celda(Ventana ventana, string ruta) => ventana.Pagina.Locator($"[name='{ruta}']");

    private static string Celda(int numero, string columna) => $"personas[{numero}].{columna}";

    private static async Task<int> ResponderAsync(Ventana ventana, params (string Campo, string Valor)[] respuestas)
    {
        foreach (var (campo, valor) in respuestas)
        {
            await ventana.ResponderAsync(campo, valor);
        }

        return respuestas.Length;
    }

    // As a spreadsheet puts it on the clipboard: names of options as people write them.
    private static async Task PegarAsync(Ventana ventana, string desde)
    {
        var filas = Enumerable.Range(1, Personas).Select(n => $"Xochitlalli{n}\tTepoztecatl\tCuautle{n}\t\tidentificada\tMUJER\t{19 + n}\tMéxico\tespañol\tposible victima");
        ventana.Escrito.Enqueue("Xochitlalli");
        ventana.Escrito.Enqueue("Tepoztecatl");
        ventana.Escrito.Enqueue("Cuautle");
        await Celda(ventana, desde).FocusAsync();
        await Celda(ventana, desde).EvaluateAsync(
            """
            (celda, texto) => {
              const bloque = new DataTransfer();
              bloque.setData("text/plain", texto);
              celda.dispatchEvent(new ClipboardEvent("paste", { clipboardData: bloque, bubbles: true, cancelable: true }));
            }
            """,
            string.Join("\r\n", filas) + "\r\n");
    }

    private static async Task ProbarElTecladoAsync(Ventana ventana)
    {
        var teclado = ventana.Pagina.Keyboard;
        await Celda(ventana, Celda(1, "edad_registro")).FocusAsync();
        await teclado.PressAsync("Enter");
        (await EnFocoAsync(ventana)).ShouldBe(Celda(2, "edad_registro"));
        await teclado.PressAsync("Control+d");
        (await Celda(ventana, Celda(2, "edad_registro")).InputValueAsync()).ShouldBe("20", "the cell above");
        await teclado.PressAsync("Escape");
        (await Celda(ventana, Celda(2, "edad_registro")).InputValueAsync()).ShouldBe("21", "as it was");
        await teclado.PressAsync("ArrowUp");
        (await EnFocoAsync(ventana)).ShouldBe(Celda(1, "edad_registro"));
        await teclado.PressAsync("ArrowLeft"); // all of it is selected, as in a spreadsheet
        (await EnFocoAsync(ventana)).ShouldBe(Celda(1, "sexo"));
        await teclado.PressAsync("Tab");
        (await EnFocoAsync(ventana)).ShouldBe(Celda(1, "edad_registro"), "Tab walks as always");
    }

    private static Task<string> EnFocoAsync(Ventana ventana) => ventana.Pagina.EvaluateAsync<string>("document.activeElement.name");
}
