using System.Net.Http.Json;
using Sintra.Expedientes;

namespace Sintra.Tests.Apoyo;

/// <summary>What the module of drafts does in a browser, without one.</summary>
internal static class BorradoresDePruebas
{
    extension(NavegadorHttp navegador)
    {
        /// <summary>Sends the fields touched in an open page, as the module does two seconds after the last key.</summary>
        /// <param name="ruta">Another address than the page's own.</param>
        /// <param name="ficha">False leaves the antiforgery token out.</param>
        public Task<HttpResponseMessage> AutoguardarAsync(PaginaHtml pagina, Dictionary<string, string[]> campos, string? ruta = null, bool ficha = true)
        {
            var formulario = pagina.Documento.QuerySelector("form[data-autoguardado]") ?? throw new InvalidOperationException($"{pagina.Direccion} has no form with drafts");
            string? Oculto(string nombre) => formulario.QuerySelector($"input[name={nombre}]")?.GetAttribute("value");
            var peticion = new HttpRequestMessage(HttpMethod.Post, "/borradores")
            {
                Content = JsonContent.Create(new
                {
                    ruta = ruta ?? formulario.GetAttribute("data-autoguardado"),
                    version = Oculto("version"),
                    campos,
                    mostrado = Oculto("mostrado"),
                    enfocado = campos.Keys.LastOrDefault(),
                }),
                Headers = { Accept = { new("application/json") } },
            };
            if (ficha)
            {
                peticion.Headers.Add("RequestVerificationToken", pagina.FichaAntifalsificacion);
            }

            return navegador.Cliente.SendAsync(peticion);
        }
    }

    extension(PaginaHtml pagina)
    {
        public string? Valor(string campo) => pagina.Documento.QuerySelector($"form[data-autoguardado] [name='{campo}']:not([type=hidden])") switch
        {
            AngleSharp.Html.Dom.IHtmlTextAreaElement area => area.Value,
            AngleSharp.Html.Dom.IHtmlSelectElement lista => lista.Value,
            { } caja => caja.GetAttribute("value"),
            null => null,
        };

        public string? Marcado(string campo) => pagina.Documento.QuerySelector($"form[data-autoguardado] [name='{campo}'][checked]")?.GetAttribute("value");
    }

    extension(Casa casa)
    {
        public Task<List<Borrador>> BorradoresAsync(CuentaId cuenta) => casa.EnDbAsync(db => db.Borradores.AsNoTracking().Where(b => b.Cuenta == cuenta).ToListAsync());
    }
}
