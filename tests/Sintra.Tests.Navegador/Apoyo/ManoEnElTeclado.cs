using Microsoft.Playwright;

namespace Sintra.Tests.Navegador.Apoyo;

/// <summary>
/// Drives a page with the keyboard alone and counts: each key but those of text is one press, each answer or button one decision. Between
/// questions one goes with Tab; the focus is asked of the browser after each, so nothing is reached that a person could not reach so.
/// </summary>
public sealed class ManoEnElTeclado(IPage pagina, bool conLetras)
{
    private const int MaximoDeTabuladores = 60;

    public int Teclas { get; private set; }

    public int Decisiones { get; private set; }

    /// <summary>What was pressed for what, for the message of a test that counts.</summary>
    public List<string> Cuenta { get; } = [];

    public async Task TeclaAsync(string tecla)
    {
        Teclas++;
        await pagina.Keyboard.PressAsync(tecla);
    }

    /// <summary>Presses a key that leads to another page.</summary>
    public async Task LlevaAsync(string tecla, string direccion)
    {
        Decisiones++;
        await TeclaAsync(tecla);
        await EsperarAsync(direccion);
    }

    /// <summary>Alt and the access key of a link. Playwright's keyboard leaves out the letter that the browser compares, so it is told what a real one tells it.</summary>
    public async Task TeclaDeAccesoAsync(string letra, string direccion)
    {
        Decisiones++;
        Teclas++;
        var navegador = await pagina.Context.NewCDPSessionAsync(pagina);
        foreach (var tipo in (string[])["rawKeyDown", "char", "keyUp"])
        {
            await navegador.SendAsync("Input.dispatchKeyEvent", new()
            {
                ["type"] = tipo, ["modifiers"] = 1, ["key"] = letra, ["code"] = $"Key{letra.ToUpperInvariant()}", ["unmodifiedText"] = letra, ["text"] = letra,
                ["windowsVirtualKeyCode"] = (int)letra.ToUpperInvariant()[0],
            });
        }

        await EsperarAsync(direccion);
    }

    private Task EsperarAsync(string direccion) => pagina.WaitForURLAsync(direccion, new() { WaitUntil = WaitUntilState.DOMContentLoaded });

    /// <summary>Goes to a link or button and presses it.</summary>
    public async Task EnterAsync(string selector, string direccion)
    {
        await LlegarAsync(selector);
        await LlevaAsync("Enter", direccion);
    }

    public async Task EscribirAsync(string selector, string texto)
    {
        await LlegarAsync(selector);
        await pagina.Keyboard.InsertTextAsync(texto);
        Decisiones++;
    }

    /// <summary>
    /// Marks an option: radios with the arrows from the first, boxes where they are; a list takes the letters of its option, which are text,
    /// and with script so do boxes.
    /// </summary>
    public async Task ElegirAsync(string campo, string valor)
    {
        Decisiones++;
        if (await pagina.Locator($"select[name='{campo}']").CountAsync() > 0)
        {
            await LlegarAsync($"select[name='{campo}']");
            await pagina.Keyboard.TypeAsync((await pagina.Locator($"select[name='{campo}'] option[value='{valor}']").InnerTextAsync()).Trim());
            return;
        }

        if (await pagina.Locator($"input[type=checkbox][name='{campo}']").CountAsync() > 0)
        {
            if (conLetras)
            {
                await LlegarAsync($"input[name='{campo}']");
                await pagina.Keyboard.TypeAsync((await pagina.Locator($"label:has(input[name='{campo}'][value='{valor}'])").InnerTextAsync()).Split(' ')[0]);
            }

            await LlegarAsync($"input[name='{campo}'][value='{valor}']");
            await TeclaAsync("Space");
            return;
        }

        await LlegarAsync($"input[name='{campo}']");
        var opcion = pagina.Locator($"input[name='{campo}'][value='{valor}']");
        if (await EstaAsync($"input[name='{campo}'][value='{valor}']"))
        {
            await TeclaAsync("Space");
        }

        while (!await opcion.IsCheckedAsync())
        {
            await TeclaAsync("ArrowDown");
        }
    }

    private Task<bool> EstaAsync(string selector) =>
        pagina.EvaluateAsync<bool>("s => document.activeElement !== null && document.activeElement.matches(s)", selector);

    private async Task LlegarAsync(string selector)
    {
        var antes = Teclas;
        for (var n = 0; n < MaximoDeTabuladores; n++)
        {
            if (await EstaAsync(selector))
            {
                Cuenta.Add($"{selector}:{Teclas - antes}");
                return;
            }

            await TeclaAsync("Tab");
        }

        throw new InvalidOperationException($"{selector} is not reached with the keyboard at {pagina.Url}; {string.Join(' ', Cuenta)}");
    }
}
