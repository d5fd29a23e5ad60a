using System.Diagnostics;
using CsCheck;
using Sintra.Diccionario;

namespace Sintra.Tests.Diccionario;

public sealed class FormatoDeRespuestasTests
{
    private static DiccionarioVigente Vigente => SemillaTests.Vigente;

    [Fact]
    public void Un_ejemplo_se_escribe_compacto_y_en_el_orden_del_diccionario()
    {
        var respuestas = new Dictionary<string, Respuesta>
        {
            ["nacionalidades"] = Respuesta.Con(new ValorDeOpciones(["GT"])),
            ["sexo"] = Respuesta.Con(new ValorDeOpcion("M")),
            ["det_lugar"] = Respuesta.Con(new ValorDeLugar(new("MX", "07", "07089", null, "cerca del puente"))),
            ["edad_registro"] = Respuesta.Con(new ValorDeEdad(new(16, 18, "APRECIACION", new(2026, 11, 8)))),
            ["via_deteccion"] = Respuesta.Sin(EstadoDeRespuesta.NS),
            ["fecha_deteccion"] = Respuesta.Con(new ValorDeFechaParcial(FechaParcial.De(2024, 3, aproximada: true))),
        };

        FormatoDeRespuestas.AJson(respuestas, Vigente).ShouldBe(
            """
            {"sexo":"M","edad_registro":{"min":16,"max":18,"fuente":"APRECIACION","ref":"2026-11-08"},"nacionalidades":["GT"],"fecha_deteccion":{"desde":"2024-03-01","hasta":"2024-03-31","precision":"MES","aprox":true},"det_lugar":{"pais":"MX","entidad":"07","municipio":"07089","como":"cerca del puente"},"via_deteccion":{"estado":"NS"}}
            """);
    }

    [Fact]
    public void Ida_y_vuelta_da_las_mismas_respuestas() =>
        RespuestasDePrueba.Unicas(Vigente).Sample(respuestas =>
        {
            var leidas = FormatoDeRespuestas.DeJson(FormatoDeRespuestas.AJson(respuestas, Vigente), Vigente);
            return leidas.Count == respuestas.Count && respuestas.All(r => leidas[r.Key] == r.Value);
        });

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"sexo\":3}")]
    [InlineData("{\"sexo\":null}")]
    [InlineData("{\"sexo\":{\"estado\":\"R\"}}")]
    [InlineData("{\"sexo\":{\"estado\":\"??\"}}")]
    [InlineData("{\"nadie\":\"M\"}")]
    [InlineData("{\"sexo\":\"M\"")]
    [InlineData("{\"sexo\":\"M\"}x")]
    [InlineData("{\"sexo\":\"M\",\"sexo\":\"H\"}")]
    [InlineData("{\"edad_registro\":{\"min\":3}}")]
    [InlineData("{\"fecha_deteccion\":{\"desde\":\"2024-02-30\"}}")]
    [InlineData("{\"formas\":\"SEX\"}")]
    public void Lo_que_no_es_de_este_formato_se_rechaza(string json) =>
        Should.Throw<FormatException>(() => FormatoDeRespuestas.DeJson(json, Vigente));

    [Fact]
    public void Sesenta_respuestas_se_escriben_y_leen_en_microsegundos()
    {
        var respuestas = RespuestasDePrueba.Unicas(Vigente, 60).Single();
        var json = FormatoDeRespuestas.AJson(respuestas);
        for (var i = 0; i < 5_000; i++)
        {
            FormatoDeRespuestas.DeJson(FormatoDeRespuestas.AJson(respuestas), Vigente);
        }

        // Aim: 30 µs each. The quickest of many short turns, and ten times the aim: the machine is shared.
        var (escribir, leer) = (Minimo(() => FormatoDeRespuestas.AJson(respuestas)), Minimo(() => FormatoDeRespuestas.DeJson(json, Vigente)));
        TestContext.Current.TestOutputHelper!.WriteLine($"{escribir:F1} µs, {leer:F1} µs");
        escribir.ShouldBeLessThan(300);
        leer.ShouldBeLessThan(300);

        static double Minimo(Action accion) => Enumerable.Range(0, 100).Min(_ =>
        {
            var reloj = Stopwatch.StartNew();
            for (var i = 0; i < 20; i++)
            {
                accion();
            }

            return reloj.Elapsed.TotalMicroseconds / 20;
        });
    }
}
