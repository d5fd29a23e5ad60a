using Sintra.Diccionario;

namespace Sintra.Tests.Diccionario;

public sealed class EnPalabrasTests
{
    private static readonly DateOnly Hoy = new(2026, 11, 8);

    private static DiccionarioVigente Vigente => SemillaTests.Vigente;

    [Theory]
    [InlineData("fecha_deteccion", "anio=2024&mes=3&aproximada=on", "marzo de 2024 (aprox.)", "March 2024 (approx.)")]
    [InlineData("fecha_deteccion", "anio=2024&mes=3&dia=1", "1 de marzo de 2024", "1 March 2024")]
    [InlineData("fecha_deteccion", "anio=2024&clase=antes", "antes de 2024", "before 2024")]
    [InlineData("fecha_deteccion", "anio=2024&mes=5&dia=3&clase=despues", "después del 3 de mayo de 2024", "after 3 May 2024")]
    [InlineData("fecha_deteccion", "anio=2022&hasta_anio=2024&clase=periodo", "de 2022 a 2024", "2022 to 2024")]
    [InlineData("fecha_deteccion", "anio=2024&hasta_anio=2024&clase=periodo", "de enero de 2024 a diciembre de 2024", "January 2024 to December 2024")]
    [InlineData("fecha_captacion", "desde_anio=2024&desde_mes=3&hasta_anio=2024&hasta_mes=5&hasta_dia=15", "de marzo de 2024 al 15 de mayo de 2024", "March 2024 to 15 May 2024")]
    [InlineData("fecha_captacion", "desde_anio=2024&aproximada=on", "desde 2024 (aprox.)", "since 2024 (approx.)")]
    [InlineData("fecha_captacion", "hasta_anio=2024&hasta_mes=5&hasta_dia=15", "hasta el 15 de mayo de 2024", "until 15 May 2024")]
    [InlineData("edad_registro", "min=16&max=18&fuente=APRECIACION", "16 a 18 años (apreciación del personal)", "16 to 18 years (staff appreciation)")]
    [InlineData("edad_registro", "valor=1", "1 año", "1 year")]
    [InlineData("det_lugar", "entidad=07&municipio=07089&localidad=Puerto Madero&como=junto al faro", "Tapachula, Chiapas, México", "Tapachula, Chiapas, Mexico")]
    [InlineData("det_lugar", "como=junto al faro", "Detalle reservado", "Details withheld")]
    [InlineData("nacionalidades", "=GT&=HN", "Guatemala; Honduras", "Guatemala; Honduras")]
    [InlineData("num_personas_grupo", "=1200", "1,200", "1,200")]
    [InlineData("sexo", "estado=NS", "No sabe", "Does not know")]
    [InlineData("sexo", "estado=NC", "Prefirió no contestar", "Preferred not to answer")]
    [InlineData("sexo", "estado=NA", "No aplica", "Not applicable")]
    [InlineData("sexo", "estado=NP", "No se preguntó", "Not asked")]
    public void Se_lee(string clave, string partes, string espanol, string ingles)
    {
        EnPalabras.De(Vigente[clave], Respuesta(clave, partes), Vigente).ShouldBe(espanol);
        EnPalabras.De(Vigente[clave], Respuesta(clave, partes), Vigente, idioma: Idioma.Ingles).ShouldBe(ingles);
    }

    [Fact]
    public void El_detalle_de_un_lugar_se_muestra_solo_a_quien_puede_verlo() =>
        EnPalabras.De(Vigente["det_lugar"], Respuesta("det_lugar", "entidad=07&localidad=Puerto Madero&como=junto al faro"), Vigente, conDetalleDeLugar: true)
            .ShouldBe("Puerto Madero, Chiapas, México («junto al faro»)");

    private static Respuesta Respuesta(string clave, string partes)
    {
        var campos = partes.Split('&').Select(p => p.Split('=', 2))
            .GroupBy(p => p[0].Length == 0 ? clave : $"{clave}.{p[0]}", p => p[1])
            .ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g]);
        var leida = new LectorDeCaptura(Vigente).Leer([Vigente[clave]], campos, Hoy);
        leida.Fallas.ShouldBeEmpty();
        return leida.Respuestas.Unicas[clave];
    }
}
