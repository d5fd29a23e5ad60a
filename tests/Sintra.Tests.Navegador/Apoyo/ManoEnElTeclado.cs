using Microsoft.Playwright;

namespace Sintra.Tests.Navegador.Apoyo;

/// <summary>
/// Drives a page with the keyboard alone and counts: each key but those of text is one press, each answer or button one decision. Between
/// questions one goes with Tab; the focus is asked of the browser after each, so nothing is reached that a person could not reach so.
/// </summary>
public sealed class ManoEnElTeclado(IPage pagina)
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

    /// <summary>Goes to a link or button and presses it.</summary>
    public async Task EnterAsync(string selector)
    {
        await LlegarAsync(selector);
        await TeclaAsync("Enter");
        Decisiones++;
    }

    public async Task EscribirAsync(string selector, string texto)
    {
        await LlegarAsync(selector);
        await pagina.Keyboard.InsertTextAsync(texto);
        Decisiones++;
    }

    /// <summary>Marks an option: radios with the arrows from the first, boxes and lists where they are.</summary>
    public async Task ElegirAsync(string campo, string valor)
    {
        Decisiones++;
        if (await pagina.Locator($"select[name='{campo}']").CountAsync() > 0)
        {
            // A list takes the first letters of an option, which are text.
            await LlegarAsync($"select[name='{campo}']");
            await pagina.Keyboard.TypeAsync((await pagina.Locator($"select[name='{campo}'] option[value='{valor}']").InnerTextAsync()).Trim());
            return;
        }

        if (await pagina.Locator($"input[type=checkbox][name='{campo}']").CountAsync() > 0)
        {
            await LlegarAsync($"input[name='{campo}'][value='{valor}']");
            await TeclaAsync("Space");
            return;
        }

        await LlegarAsync($"input[name='{campo}']");
        await TeclaAsync("Space");
        while (!await pagina.Locator($"input[name='{campo}'][value='{valor}']").IsCheckedAsync())
        {
            await TeclaAsync("ArrowDown");
        }
    }

    private async Task LlegarAsync(string selector)
    {
        var antes = Teclas;
        for (var n = 0; n < MaximoDeTabuladores; n++)
        {
            if (await pagina.EvaluateAsync<bool>("s => document.activeElement !== null && document.activeElement.matches(s)", selector))
            {
                Cuenta.Add($"{selector}:{Teclas - antes}");
                return;
            }

            await TeclaAsync("Tab");
        }

        throw new InvalidOperationException($"{selector} is not reached with the keyboard at {pagina.Url}; {string.Join(' ', Cuenta)}");
    }
}
