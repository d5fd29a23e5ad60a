using CsCheck;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes;

public sealed class FolioTests
{
    private static readonly Gen<string> UnFolio = Gen.Int[2000, 2099].Select(Folio.Nuevo);

    [Theory]
    [InlineData("A12425GABC1234002", 'M')] // ISO/IEC 7064 MOD 37,36, the example of ISRC's sister standard (GRid)
    public void El_caracter_verificador_es_el_de_la_norma(string cuerpo, char verificador) =>
        Folio.Verificador(cuerpo).ShouldBe(verificador);

    [Fact]
    public void Un_folio_se_lee_como_se_escribe() => UnFolio.Sample(folio =>
        Folio.Leer(folio) == folio
        && Folio.Leer(folio.ToLowerInvariant().Replace('-', ' ')) == folio
        && Folio.Leer(folio.Replace("-", "", StringComparison.Ordinal)) == folio);

    [Fact]
    public void Un_caracter_cambiado_no_pasa() => Gen.Select(UnFolio, Gen.Int[5, 10], Gen.Char["0123456789ABCDEFGHJKMNPQRSTVWXYZ"]).Sample((folio, lugar, otro) =>
    {
        var errado = folio[..lugar] + otro + folio[(lugar + 1)..];
        return errado == folio || Folio.Leer(errado) is null;
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-7K3QZD")]
    [InlineData("2026-7K3QZD-88")]
    [InlineData("AÑO6-7K3QZD-8")]
    public void Lo_que_no_es_un_folio_no_se_lee(string? texto) => Folio.Leer(texto).ShouldBeNull();

    [Fact]
    public void No_dice_estado_institucion_ni_consecutivo() =>
        Enumerable.Range(0, 1000).Select(_ => Folio.Nuevo(2026)).Distinct().Count().ShouldBe(1000);
}
