using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes;

public sealed class TestigosTests
{
    private static readonly Dictionary<string, Respuesta> Persona = new()
    {
        ["nombres"] = Texto("María José"),
        ["primer_apellido"] = Texto("Núñez"),
        ["segundo_apellido"] = Texto("de la Cruz"),
        ["alias"] = Texto("Lupita"),
        ["curp"] = Texto("XEXX010101MNEXXXA8"),
    };

    [Theory]
    [InlineData("nunez maria")]
    [InlineData("José CRUZ")]
    [InlineData("  lupita ")]
    public void Se_encuentra_sin_acentos_en_otro_orden_y_por_alias(string escrito) => Comunes(escrito, null).ShouldNotBeEmpty();

    [Fact]
    public void Se_encuentra_por_curp_en_minusculas() => Comunes(null, "xexx010101mnexxxa8").ShouldHaveSingleItem().Tipo.ShouldBe("curp");

    [Theory]
    [InlineData("maria")]
    [InlineData("nunez")]
    [InlineData("de la")]
    public void Un_solo_nombre_comun_no_tiene_testigo(string escrito) => Comunes(escrito, null).ShouldBeEmpty();

    [Fact]
    public void El_alias_de_otra_institucion_es_otro_testigo() =>
        TestigosDeIdentidad.De(Persona, "A").Intersect(TestigosDeIdentidad.DeBusqueda("lupita", null, "B")).ShouldBeEmpty();

    private static Respuesta Texto(string texto) => Respuesta.Con(new ValorDeTexto(texto));

    private static IEnumerable<(string Tipo, string Valor)> Comunes(string? nombre, string? curp) =>
        TestigosDeIdentidad.De(Persona, "A").Intersect(TestigosDeIdentidad.DeBusqueda(nombre, curp, "A"));
}
