using System.Net;
using MimeKit;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Cuentas;
using Totp = Sintra.Tests.Apoyo.Totp;

namespace Sintra.Tests.Cuentas;

/// <summary>What a person does at the door, for the tests of the door itself.</summary>
internal static class Puerta
{
    public const string Frase = "barco lento bajo lluvia tibia";

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Who may invite anybody.</summary>
    public static Sesion Nacional(params Permiso[] permisos) =>
        new(CuentaId.Sistema, "CITP-ST", null, Alcance.Nacional, NivelDeIdentidad.SinIdentidad, permisos.ToHashSet());

    public static async Task<PaginaHtml> EntrarAsync(NavegadorHttp navegador, string correo, string password, string ruta = "/entrar", HttpStatusCode estado = HttpStatusCode.OK)
    {
        var puerta = await navegador.AbrirAsync(ruta);
        return await puerta.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Correo"] = correo, ["Password"] = password }, "Entrar", estado: estado);
    }

    extension(PaginaHtml pagina)
    {
        /// <summary>Ids of the texts that the page asks to accept.</summary>
        public string[] Compromisos => [.. pagina.Documento.QuerySelectorAll("input[name=compromisos]").Select(c => c.GetAttribute("value")!)];
    }

    extension(Casa casa)
    {
        /// <summary>Both steps; the code is that of <paramref name="pasos"/> steps ahead.</summary>
        public async Task<PaginaHtml> EntrarAsync(NavegadorHttp navegador, CuentaDePruebas cuenta, string ruta = "/entrar", int pasos = 0)
        {
            var codigo = await EntrarAsync(navegador, cuenta.Correo, cuenta.Password, ruta);
            return await codigo.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Codigo"] = Totp.Codigo(cuenta.Autenticador, casa.Reloj, pasos) }, "Entrar");
        }

        /// <summary>Invites, and reads the link out of the mail that was left in the data folder.</summary>
        public async Task<(string Correo, string Camino)> InvitarAsync(string institucion, string perfil, string? correo = null)
        {
            correo ??= $"{Guid.NewGuid():n}@pruebas.example";
            var resultado = await casa.EnAlcanceAsync(Nacional(Permiso.CuentaAdministrarNacional), sp =>
                sp.GetRequiredService<InvitarCuentaHandler>().EjecutarAsync(new(correo, institucion, perfil), Ct));
            resultado.Fallas.ShouldBeEmpty();
            return (correo, EnlaceDe(await casa.UltimoMensajeAsync(correo)));
        }

        public async Task<MimeMessage> UltimoMensajeAsync(string correo)
        {
            foreach (var archivo in Directory.EnumerateFiles(casa.Datos.Correo, "*.eml").OrderDescending())
            {
                var mensaje = await MimeMessage.LoadAsync(archivo, Ct);
                if (mensaje.To.Mailboxes.Single().Address == correo)
                {
                    return mensaje;
                }
            }

            throw new InvalidOperationException("No message to that address");
        }

        public NavegadorHttp NavegadorEnClaro() =>
            new(casa.CreateClient(new() { BaseAddress = new("http://localhost"), AllowAutoRedirect = false, HandleCookies = true }));
    }

    public static string EnlaceDe(MimeMessage mensaje) =>
        new Uri(mensaje.TextBody!.Split('\n', StringSplitOptions.TrimEntries).Single(l => l.StartsWith("http", StringComparison.Ordinal))).AbsolutePath;

    /// <summary>Fills the welcome in, every text ticked.</summary>
    public static Dictionary<string, CampoDeFormulario> Activacion(PaginaHtml bienvenida, string password = Frase, string? repetida = null)
    {
        var campos = new Dictionary<string, CampoDeFormulario> { ["Nombre"] = "Persona de Prueba", ["Password"] = password, ["Repetida"] = repetida ?? password };
        if (bienvenida.Compromisos is { Length: > 0 } compromisos)
        {
            campos["compromisos"] = compromisos;
        }

        return campos;
    }

    public static Task<PaginaHtml> ActivarAsync(PaginaHtml bienvenida, string password = Frase, string? repetida = null, HttpStatusCode estado = HttpStatusCode.OK) =>
        bienvenida.EnviarAsync(Activacion(bienvenida, password, repetida), "Activar", estado: estado);
}
