using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MimeKit;
using Sintra.Cuentas;
using Totp = Sintra.Tests.Apoyo.Totp;

namespace Sintra.Tests.Navegador.Apoyo;

/// <summary>What people do, in the words of people; each is several steps on real pages.</summary>
public static partial class Verbos
{
    public const string Password = "una-frase-larga-de-prueba";

    extension(Ventana ventana)
    {
        /// <summary>Answers a question by the name of its field: ticks the option, chooses it in the list, or writes.</summary>
        public async Task ResponderAsync(string campo, string valor)
        {
            var opcion = ventana.Pagina.Locator($"input[name='{campo}'][value='{valor}']:is([type=radio], [type=checkbox])");
            if (await opcion.CountAsync() > 0)
            {
                await opcion.First.CheckAsync();
                return;
            }

            var lista = ventana.Pagina.Locator($"select[name='{campo}']");
            if (await lista.CountAsync() > 0)
            {
                await lista.First.SelectOptionAsync(valor);
                return;
            }

            // The visible box, not the hidden one that carries its code.
            var control = ventana.Pagina.Locator($":is(input, textarea)[name='{campo}']:not([type=hidden])").First;
            await ventana.EscribirAsync(control, valor);
            await control.BlurAsync();
        }

        /// <summary>The link that a first start prints; making it again withdraws the earlier one.</summary>
        public async Task SeguirEnlaceDeAdministracionAsync()
        {
            await using var alcance = ventana.Casa.Services.CreateAsyncScope();
            var enlace = await alcance.ServiceProvider.GetRequiredService<CrearPrimeraAdministracionHandler>().EjecutarAsync(CancellationToken.None);
            await ventana.IrAsync(enlace!.AbsolutePath);
        }

        /// <summary>The link of the message that the house left for this address, as its owner would find it.</summary>
        public async Task SeguirInvitacionAsync(string correo)
        {
            foreach (var archivo in Directory.EnumerateFiles(ventana.Casa.Datos.Correo, "*.eml"))
            {
                var mensaje = await MimeMessage.LoadAsync(archivo);
                if (mensaje.To.Mailboxes.Any(m => m.Address == correo))
                {
                    await ventana.IrAsync(Bienvenida().Match(mensaje.TextBody ?? "").Value);
                    return;
                }
            }

            throw new InvalidOperationException($"No message for {correo} in {ventana.Casa.Datos.Correo}");
        }

        /// <summary>Takes possession of an account: name, password, authenticator, recovery codes. Ends inside.</summary>
        /// <returns>The authenticator's key.</returns>
        public async Task<string> ActivarCuentaAsync(string nombre, string? correo = null)
        {
            if (correo is not null)
            {
                await ventana.ResponderAsync("Correo", correo);
            }

            await ventana.ResponderAsync("Nombre", nombre);
            await ventana.ResponderAsync("Password", Password);
            await ventana.ResponderAsync("Repetida", Password);
            foreach (var compromiso in await ventana.Pagina.Locator("input[name=compromisos]").AllAsync())
            {
                await compromiso.CheckAsync();
            }

            await ventana.EnviarAsync();
            await ventana.NadaInaccesibleAsync();
            var llave = await ventana.Pagina.Locator(".s-clave").InnerTextAsync();
            await ventana.ResponderAsync("Codigo", Totp.Codigo(llave, ventana.Casa.Reloj));
            await ventana.EnviarAsync();
            (await ventana.Pagina.Locator(".s-codigos li").CountAsync()).ShouldBeGreaterThanOrEqualTo(8);
            return llave;
        }

        public async Task InvitarAsync(string correo, string institucion, string perfil)
        {
            await ventana.IrAsync("/cuentas/invitar");
            await ventana.ResponderAsync("Correo", correo);
            await ventana.ResponderAsync("Institucion", institucion);
            await ventana.ResponderAsync("Perfil", perfil);
            await ventana.EnviarAsync();
        }

        /// <summary>Opens the own menu, which is folded, and leaves.</summary>
        public async Task SalirAsync()
        {
            await ventana.Pagina.Locator(".s-menu--propio summary").ClickAsync();
            await ventana.Pagina.Locator(".s-menu--propio form[action$='/salir'] button").ClickAsync();
            await ventana.Pagina.WaitForURLAsync("**/entrar");
        }

        /// <summary>Password, then a code not used yet.</summary>
        public async Task EntrarAsync(string correo, string llave, string password = Password)
        {
            await ventana.IrAsync("/entrar");
            await ventana.ResponderAsync("Correo", correo);
            await ventana.ResponderAsync("Password", password);
            await ventana.EnviarAsync();
            ventana.Casa.Reloj.Adelantar(TimeSpan.FromSeconds(30)); // the code of this half minute may be spent
            await ventana.ResponderAsync("Codigo", Totp.Codigo(llave, ventana.Casa.Reloj));
            await ventana.EnviarAsync();
        }

        /// <summary>Begins a file: what is asked of a registered one is asked of a draft too.</summary>
        /// <returns>Path of the file.</returns>
        public async Task<string> BorradorAsync()
        {
            await ventana.IrAsync("/registro/nuevo");
            await ventana.ResponderAsync("nivel_identificacion", "ID");
            await ventana.ResponderAsync("sexo", "M");
            await ventana.EnviarAsync();
            return new Uri(ventana.Pagina.Url).AbsolutePath.Replace("/revisar", "", StringComparison.Ordinal);
        }

        /// <summary>Presses the first button of the page's own form.</summary>
        public async Task EnviarAsync()
        {
            await ventana.Pagina.Locator("main form button[type=submit], main form button:not([type])").First.ClickAsync();
            await ventana.Pagina.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        }
    }

    [GeneratedRegex(@"/bienvenida/[\w-]+")]
    private static partial Regex Bienvenida();
}
