using System.Globalization;
using System.Text.Json;
using Sintra.Personas;
using Sintra.Tests.Arranque;

namespace Sintra.Tests.Personas;

/// <summary>The verb <c>personas evaluar</c> on made-up people, as whoever judges the linkage runs it.</summary>
public sealed class EvaluarTests : IDisposable
{
    private readonly DirectoryInfo _carpeta = Directory.CreateTempSubdirectory("sintra-personas-");

    private static readonly IReadOnlyList<string[]> Filas = PersonasDePruebas.Filas(900);

    [Fact]
    public async Task Dice_que_tan_bien_reconoce_y_no_necesita_instalacion()
    {
        var (datos, mapa) = (Escribir("a.csv", PersonasDePruebas.Csv(Filas)), Escribir("mapa.json", PersonasDePruebas.Mapa));
        var pares = Escribir("pares.csv", "uno,otro,tier\n" + string.Concat(Enumerable.Range(1, 300).Select(n => $"P{n * 3}-b,P{n * 3}-a,{(n % 2 == 0 ? 'A' : 'B')}\n")));

        var porId = await Proceso.CorrerAsync(null, "personas", "evaluar", datos, "--mapa", mapa, "--json");
        porId.Codigo.ShouldBe(0, porId.Errores);
        porId.Json.GetProperty("f1_50").GetDouble().ShouldBeGreaterThan(0.95);
        porId.Json.GetProperty("precision_99").GetDouble().ShouldBeGreaterThan(0.98);
        porId.Json.GetProperty("completeness").GetDouble().ShouldBeGreaterThan(0.97);
        porId.Json.GetProperty("reduction").GetDouble().ShouldBeGreaterThan(0.97);
        porId.Json.TryGetProperty("tiers", out _).ShouldBeFalse();

        var porPares = await Proceso.CorrerAsync(null, "personas", "evaluar", datos, "--verdad", pares, "--mapa", mapa, "--json");
        porPares.Json.GetProperty("tiers").GetProperty("A-B").GetProperty("f1_50").GetDouble().ShouldBe(porId.Json.GetProperty("f1_50").GetDouble());
        foreach (var clave in new[] { "f1_90", "recall_50", "recall_90", "recall_99", "precision_50", "precision_90", "candidates_mean", "candidates_max" })
        {
            porPares.Json.GetProperty(clave).GetDouble().ShouldBe(porId.Json.GetProperty(clave).GetDouble(), clave);
        }

        var enPalabras = await Proceso.CorrerAsync(null, "personas", "evaluar", datos, "--mapa", mapa);
        enPalabras.Salida.ShouldContain("precisión");
        enPalabras.Salida.ShouldNotContain("Ejemplo", Case.Sensitive, "no name of the data is printed");
    }

    [Fact]
    public void El_orden_de_los_renglones_no_cambia_nada()
    {
        var mapa = Escribir("mapa.json", PersonasDePruebas.Mapa);
        Evaluar(Escribir("a.csv", PersonasDePruebas.Csv(Filas)), mapa)
            .ShouldBe(Evaluar(Escribir("b.csv", PersonasDePruebas.Csv(Filas.Reverse())), mapa));
    }

    [Fact]
    public void Con_dos_archivos_solo_se_busca_de_uno_a_otro()
    {
        var mapa = Escribir("mapa.json", PersonasDePruebas.Mapa);

        // Half of the second records stand in the first file, beside the one that they repeat: nothing is looked for there, so nothing is missed.
        static bool EsDelOtro(string[] fila) => fila[0].EndsWith('b') && int.Parse(fila[0][1..^2], CultureInfo.InvariantCulture) % 2 == 0;
        var unos = Escribir("a.csv", PersonasDePruebas.Csv(Filas.Where(f => !EsDelOtro(f))));
        var otros = Escribir("b.csv", PersonasDePruebas.Csv(Filas.Where(EsDelOtro)));
        var e = EvaluarPersonasHandler.Ejecutar(new(unos, otros, null, mapa, [])).Valor!;
        (e.Registros, e.ParesVerdaderos).ShouldBe((1200, 150));
        e.Cortes[0].F1.ShouldBeGreaterThan(0.95);
        e.Reduction.ShouldBe(1 - (e.Candidatos / (1050.0 * 150)), 1e-12);
    }

    [Fact]
    public void Un_campo_libre_ayuda_y_se_deja_fuera_con_sin()
    {
        var mapa = Escribir("mapa.json", PersonasDePruebas.Mapa
            .Replace("\"mexicanos\"", "\"otros\"")
            .Replace("\"campo\": \"telefono\" }", "\"campo\": \"numero_propio\", \"clase\": \"identificador\" }")
            .Replace("\"campos\": [", "\"testigos\": [[\"numero_propio\"]], \"campos\": ["));
        var datos = Escribir("a.csv", PersonasDePruebas.Csv(Filas));
        var con = EvaluarPersonasHandler.Ejecutar(new(datos, null, null, mapa, [])).Valor!;
        var sin = EvaluarPersonasHandler.Ejecutar(new(datos, null, null, mapa, ["numero_propio"])).Valor!;
        con.Cortes[0].F1.ShouldBeGreaterThan(0.95);
        sin.Cortes[0].F1.ShouldBeLessThanOrEqualTo(con.Cortes[0].F1);
        sin.Completeness.ShouldBeLessThanOrEqualTo(con.Completeness);
    }

    [Theory]
    [InlineData("", "{mapa}", "vacío")]
    [InlineData("id,nombres,primero,segundo,sexo,nacio,estado,municipio,telefono\n", "{mapa}", "ningún registro")]
    [InlineData("id,nombres\nP1-a,Ana\n", "{mapa}", "«primero»")]
    [InlineData("id,nombres,primero,segundo,sexo,nacio,estado,municipio,telefono\nP1-a,Ana\n", "{mapa}", "renglón 2")]
    [InlineData("id,nombres,primero,segundo,sexo,nacio,estado,municipio,telefono\nP1-a,\"Ana,,,,,,,\n", "{mapa}", "comillas")]
    [InlineData("id,nombres,primero,segundo,sexo,nacio,estado,municipio,telefono\nP1-a,,,,,,,,\nP1-a,,,,,,,,\n", "{mapa}", "repite")]
    [InlineData("id,nombres,primero,segundo,sexo,nacio,estado,municipio,telefono\n,,,,,,,,\n", "{mapa}", "no trae «id»")]
    [InlineData("id,nombres,primero,segundo,sexo,nacio,estado,municipio,telefono\nX,,,,,,,,\n", "{mapa}", "personaEnId")]
    [InlineData("id\nP1-a\n", "{", "no se entiende")]
    [InlineData("id\nP1-a\n", "null", "vacío")]
    [InlineData("id\nP1-a\n", """{"nombres":"otros","id":"id","campos":[null]}""", "columna")]
    [InlineData("id\nP1-a\n", """{"nombres":"otros","id":"id","campos":[{"columna":"id","campo":"raro"}]}""", "clase")]
    [InlineData("id\nP1-a\n", """{"nombres":"otros","id":"id","personaEnId":"(","campos":[{"columna":"id","campo":"raro","clase":"texto"}]}""", "expresión")]
    public void Lo_que_no_se_puede_leer_se_dice(string csv, string mapa, string motivo)
    {
        var resultado = EvaluarPersonasHandler.Ejecutar(new(Escribir("a.csv", csv), null, null, Escribir("m.json", mapa.Replace("{mapa}", PersonasDePruebas.Mapa)), []));
        resultado.Fallas.ShouldHaveSingleItem().Mensaje.ShouldContain(motivo);
    }

    [Fact]
    public async Task Lo_que_falta_se_dice_con_codigo_2_y_sin_traza()
    {
        var final = await Proceso.CorrerAsync(null, "personas", "evaluar", "no-hay.csv", "--mapa", Escribir("mapa.json", PersonasDePruebas.Mapa), "--json");
        final.Codigo.ShouldBe(2);
        final.Json.GetProperty("error").GetString().ShouldBe("No existe el archivo no-hay.csv.");
        final.Errores.Trim().ShouldBe("No existe el archivo no-hay.csv.");
    }

    public void Dispose() => _carpeta.Delete(recursive: true);

    private static string Evaluar(string datos, string mapa) => JsonSerializer.Serialize(EvaluarPersonasHandler.Ejecutar(new(datos, null, null, mapa, [])).Valor);

    private string Escribir(string archivo, string texto)
    {
        var ruta = Path.Combine(_carpeta.FullName, archivo);
        File.WriteAllText(ruta, texto);
        return ruta;
    }
}
