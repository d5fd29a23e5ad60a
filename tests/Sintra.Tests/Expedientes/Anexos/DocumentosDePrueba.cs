using System.Net;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes.Anexos;

/// <summary>Documents sent and fetched as a browser does.</summary>
internal static class DocumentosDePrueba
{
    public const string Boton = "Agregar documento";

    extension(NavegadorHttp navegador)
    {
        /// <param name="campos">Besides the document and its type.</param>
        public async Task<PaginaHtml> SubirAsync(
            string ruta, byte[] archivo, string nombre, string tipo = "OTRO", HttpStatusCode estado = HttpStatusCode.OK, params (string Campo, string Valor)[] campos)
        {
            var todos = new Dictionary<string, CampoDeFormulario> { ["adj_archivo"] = CampoDeFormulario.DeArchivo(nombre, archivo), ["adj_tipo"] = tipo };
            foreach (var (campo, valor) in campos)
            {
                todos[campo] = valor;
            }

            return await (await navegador.AbrirAsync(ruta)).EnviarAsync(todos, Boton, estado: estado);
        }

        public Task<HttpResponseMessage> DescargarAsync(string ruta, Guid adjunto) => navegador.PedirAsync(HttpMethod.Get, $"{ruta}/{adjunto}");
    }

    extension(Casa casa)
    {
        public Task<List<Adjunto>> AdjuntosAsync(Guid dueno) => casa.EnDbAsync(db => db.Adjuntos.AsNoTracking().Where(a => a.Dueno == dueno).OrderBy(a => a.AgregadoEn).ToListAsync());

        public Task<List<string>> SucesosAsync(Guid adjunto) => casa.EnDbAsync(db =>
        {
            var cual = adjunto.ToString();
            return db.Asientos.Where(a => a.Datos.Contains(cual)).OrderBy(a => a.En).Select(a => a.Suceso).ToListAsync();
        });
    }

    /// <summary>What the page says of the document's field, and that its summary leads there.</summary>
    public static string Reparo(this PaginaHtml pagina)
    {
        var enlace = pagina.Documento.QuerySelector("[role=alert] a")!;
        enlace.GetAttribute("href").ShouldBe("#adj_archivo");
        pagina.Documento.QuerySelector("input#adj_archivo").ShouldNotBeNull();
        return enlace.TextContent;
    }
}
