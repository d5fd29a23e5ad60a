using System.Globalization;

namespace Sintra.Tests.ReglasDeLaCasa;

/// <summary>What the core says to people exists in both languages, and nothing else is in the list (docs/decisions/0006).</summary>
public sealed class FrasesTests
{
    // Said to whoever installs, loads files or trains, on the console, in Spanish alone; or in the system's own mail, which says everything in both languages by itself.
    private static readonly string[] DeConsola =
    [
        "src/Sintra/Comun/Datos/", "src/Sintra/Comun/Sellos/", "src/Sintra/Comun/Correo/", "src/Sintra/Comun/DirectorioDeDatos", "src/Sintra/Practica/",
        "src/Sintra/Intercambio/CargadorDeArchivo", "src/Sintra/Intercambio/CargarCarpeta", "src/Sintra/Intercambio/Lector", "src/Sintra/Intercambio/Renglon",
        "src/Sintra/Cuentas/MensajeDe", "src/Sintra/Expedientes/Borradores/MensajeDe", "src/Sintra/Consulta/MensajeDe", "src/Sintra/Cuentas/SembrarCuentas", "src/Sintra/Diccionario/AnalizadorDeCondicion",
        "src/Sintra/Personas/Evaluacion/",
    ];

    private static IEnumerable<string> Dichas => Fuentes.De(".cs")
        .Where(f => f.Ruta.StartsWith("src/Sintra/", StringComparison.Ordinal) && !DeConsola.Any(d => f.Ruta.StartsWith(d, StringComparison.Ordinal)))
        .SelectMany(f => FrasesDelNucleo.Literales(f.Texto))
        .Where(FrasesDelNucleo.EsFrase)
        .Distinct();

    [Fact]
    public void Toda_frase_del_nucleo_tiene_su_ingles() => Dichas.Except(Frases.Plantillas).ShouldBeEmpty("add them to src/Sintra/Comun/Frases/Frases.ingles.resx");

    [Fact]
    public void No_hay_ingles_de_lo_que_nadie_dice() => Frases.Plantillas.Except(Dichas).ShouldBeEmpty();

    [Theory]
    [InlineData("es-MX", "Escriba el título, en 1,200 caracteres o menos.")]
    [InlineData("en", "Write the title, in 1200 characters or fewer.")]
    public void Una_falla_se_lee_en_el_idioma_de_quien_la_lee(string idioma, string dicha)
    {
        var maximo = 1200;
        var falla = idioma == "en"
            ? new Falla("Titulo", $"Escriba el título, en {maximo} caracteres o menos.")
            : new Falla("Titulo", $"Escriba el título, en {maximo:N0} caracteres o menos.");
        var (antes, antesDeDatos) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        try
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (new(idioma), new("es-MX"));
            falla.Mensaje.ShouldBe(dicha);
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (antes, antesDeDatos);
        }
    }

    [Fact]
    public void Las_llaves_que_alguien_escribio_no_son_huecos()
    {
        Frase frase = "Escriba {nombre} entre llaves.";
        frase.ToString().ShouldBe("Escriba {nombre} entre llaves.");
        Frase conParte = $"Diga {"{x}"} y {{y}}.";
        conParte.ToString().ShouldBe("Diga {x} y {y}.");
    }
}
