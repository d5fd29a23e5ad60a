using Sintra.Web.Pages.Consulta;

namespace Sintra.Tests.Consulta;

public sealed class ExportacionTests
{
    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("+52", "\"'+52\"")]
    [InlineData("-3", "\"'-3\"")]
    [InlineData("dice \"sí\"", "\"dice \"\"sí\"\"\"")]
    [InlineData("Oaxaca, Oax.", "\"Oaxaca, Oax.\"")]
    public void Ninguna_celda_es_una_formula(string valor, string celda) => ExportacionCsv.Celda(valor).ShouldBe(celda);
}
