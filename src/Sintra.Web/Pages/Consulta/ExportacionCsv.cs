using System.Text;
using Sintra.Consulta;

namespace Sintra.Web.Pages.Consulta;

/// <summary>Results as a text file for spreadsheets, written as they are read: UTF-8 with its mark, every cell quoted, none that a spreadsheet would take for a formula.</summary>
internal sealed class ExportacionCsv(IAsyncEnumerable<RenglonDeBusqueda> renglones, IReadOnlyList<ColumnaDeConsulta> columnas, string folio, string archivo) : IResult
{
    public const string Formato = "csv";

    private static readonly char[] DeFormula = ['=', '+', '-', '@', '\t', '\r', '\n'];

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var respuesta = httpContext.Response;
        respuesta.ContentType = "text/csv; charset=utf-8";
        respuesta.Headers.ContentDisposition = $"attachment; filename=\"{archivo}\"";
        respuesta.Headers.CacheControl = "no-store";

        var texto = new StreamWriter(respuesta.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using (texto.ConfigureAwait(false))
        {
            await texto.WriteAsync(Renglon([folio, .. columnas.Select(c => c.Titulo)]).AsMemory(), httpContext.RequestAborted);
            await foreach (var renglon in renglones.WithCancellation(httpContext.RequestAborted))
            {
                await texto.WriteAsync(Renglon([renglon.Folio ?? "", .. columnas.Select(c => c.Valor(renglon))]).AsMemory(), httpContext.RequestAborted);
            }
        }
    }

    internal static string Celda(string valor) =>
        $"\"{(valor.Length > 0 && DeFormula.Contains(valor[0]) ? "'" : "")}{valor.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Renglon(IEnumerable<string> celdas) => string.Join(',', celdas.Select(Celda)) + "\r\n";
}
