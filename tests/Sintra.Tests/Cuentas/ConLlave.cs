using System.Net;
using Sintra.Cuentas;

namespace Sintra.Tests.Cuentas;

/// <summary>What a person does with a passkey, through the same forms and challenges as the browser's script.</summary>
internal static class ConLlave
{
    public const string RetoDeEntrada = "/entrar/llave/reto";
    public const string RetoDeVerificacion = "/cuenta/verificar/reto";
    public const string RetoDeRegistro = "/cuenta/llaves/reto";

    extension(NavegadorHttp navegador)
    {
        /// <summary>Options of a challenge; its cookie stays in the browser.</summary>
        public async Task<string> PedirRetoAsync(string ruta, PaginaHtml pagina)
        {
            using var respuesta = await navegador.EnviarCrudoAsync(ruta, pagina, []);
            respuesta.StatusCode.ShouldBe(HttpStatusCode.OK);
            return await respuesta.Content.ReadAsStringAsync();
        }

        public async Task<PaginaHtml> RegistrarLlaveAsync(LlaveDePruebas llave, string nombre = "Teléfono del trabajo", HttpStatusCode estado = HttpStatusCode.OK)
        {
            var pagina = await navegador.AbrirAsync("/cuenta/llaves/nueva");
            var credencial = llave.Crear(await navegador.PedirRetoAsync(RetoDeRegistro, pagina));
            return await pagina.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Nombre"] = nombre, ["Credencial"] = credencial }, "Registrar la llave", estado: estado);
        }

        public async Task<PaginaHtml> EntrarConLlaveAsync(LlaveDePruebas llave, HttpStatusCode estado = HttpStatusCode.OK, string ruta = "/entrar")
        {
            var puerta = await navegador.AbrirAsync(ruta);
            return await puerta.EntregarAsync(llave.Firmar(await navegador.PedirRetoAsync(RetoDeEntrada, puerta)), "llave de acceso", estado);
        }
    }

    extension(PaginaHtml pagina)
    {
        public Task<PaginaHtml> EntregarAsync(string credencial, string boton, HttpStatusCode estado = HttpStatusCode.OK) =>
            pagina.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Credencial"] = credencial }, boton, estado: estado);
    }

    extension(Casa casa)
    {
        /// <summary>An account with a passkey of its own, registered through the pages.</summary>
        public async Task<CuentaDePruebas> CuentaConLlaveAsync(LlaveDePruebas llave, string perfil = "osc")
        {
            var cuenta = await casa.CuentaAsync("UETP-07", perfil);
            using var navegador = await casa.YaDentroAsync(cuenta);
            (await navegador.RegistrarLlaveAsync(llave)).Direccion.AbsolutePath.ShouldBe("/cuenta");
            return cuenta;
        }

        /// <summary>The proof of every session of the account grows old.</summary>
        public Task EnvejecerAsync(CuentaDePruebas cuenta, TimeSpan cuanto) => casa.EnDbAsync(db =>
        {
            var antes = (DateTime?)(casa.Reloj.Ahora - cuanto);
            return db.SesionesAbiertas.Where(s => s.Cuenta == cuenta.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Verificada, antes));
        });

        public Task<List<string>> SucesosDeAsync(CuentaDePruebas cuenta) =>
            casa.EnDbAsync(db => db.Asientos.Where(a => a.Cuenta == cuenta.Id).Select(a => a.Suceso).ToListAsync());
    }
}
