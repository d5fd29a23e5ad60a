using AngleSharp.Dom;
using Sintra.Diccionario;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Tests.Piezas;

public sealed class CondicionesEnPaginaTests
{
    [Fact]
    public void Una_condicion_sobre_la_pagina_viaja_en_json_y_en_palabras()
    {
        var pregunta = Pregunta(Taller.Formulario("hecho"), "det_operativo");

        pregunta.GetAttribute("data-condicion").ShouldBe(
            """{"op":"o","de":[{"op":"es","campo":"hecho_operativo","codigo":"SI"},{"op":"es","campo":"hecho_canal","codigo":"LINEA"}]}""");
        pregunta.QuerySelector(".s-pista--condicion")!.TextContent.ShouldStartWith("Sólo si «¿Hubo operativo de rescate?» es «Sí» o «Canal por el que se conoció el hecho» es «");
    }

    [Fact]
    public void En_una_fila_el_nombre_es_el_de_su_fila()
    {
        Pregunta(Taller.Formulario("explotacion"), "explotacion[1].sector").GetAttribute("data-condicion").ShouldBe(
            """{"op":"en","campo":"explotacion[1].forma","codigos":["LAB","TFO","ESC","SIE"]}""");
        Pregunta(Taller.Formulario("captacion_y_traslado"), "tramo[1].tramo_frontera").GetAttribute("data-condicion").ShouldBe(
            """{"op":"lleno","campo":"tramo[1].tramo_lugar.pais"}""");
        Pregunta(Taller.Formulario("captacion_y_traslado"), "tramo[1].tramo_transporte").GetAttribute("data-condicion").ShouldBe(
            """{"op":"no","de":{"op":"es","campo":"tramo[1].tramo_rol","codigo":"OR"}}""");
    }

    [Fact]
    public void Lo_que_se_responde_en_otra_pagina_ya_esta_decidido()
    {
        var adulta = Taller.Documento(Taller.Formulario("procuraduria_nna", contexto: Taller.Contexto("explotacion")));
        adulta.QuerySelector("[data-campo=patria_potestad]").ShouldBeNull();

        var presunta = Pregunta(Taller.Formulario("procuraduria_nna"), "patria_potestad");
        presunta.GetAttribute("data-condicion").ShouldBeNull();
        presunta.QuerySelector(".s-pista--condicion").ShouldBeNull();

        // Half of it stands elsewhere and holds: the other half remains.
        Pregunta(Taller.Formulario("procuraduria_nna"), "tutor").GetAttribute("data-condicion").ShouldBe(
            """{"op":"no","de":{"op":"lleno","campo":"tutor_institucion"}}""");
    }

    [Fact]
    public void Lo_que_ya_no_aplica_se_conserva_y_se_dice()
    {
        var guardadas = Respuestas.Vacias with
        {
            Unicas = new Dictionary<string, Respuesta>
            {
                ["nivel_identificacion"] = Respuesta.Con(new ValorDeOpcion("ID")),
                ["num_personas_grupo"] = Respuesta.Con(new ValorDeNumero(4)),
            },
        };

        var pregunta = Pregunta(Taller.Formulario("registro_minimo", guardadas), "num_personas_grupo");

        pregunta.TextContent.ShouldContain("Hoy no aplica: lo escrito se conserva y no se cuenta.");
        pregunta.QuerySelector("input[name=num_personas_grupo]")!.GetAttribute("value").ShouldBe("4");
    }

    /// <summary>The page and the server must not disagree: the same condition over the same answers.</summary>
    [Theory, MemberData(nameof(Paginas))]
    public void La_prueba_de_la_pagina_dice_lo_mismo_que_la_condicion(string pagina)
    {
        for (var vuelta = 0; vuelta < 12; vuelta++)
        {
            var guardadas = Muestra.De(pagina, vuelta);
            foreach (var pregunta in Preguntas(Taller.Formulario(pagina, guardadas)).Where(p => p.Condicion is not null))
            {
                var fila = pregunta.Variable.Unidad == UnidadDeVariable.Fila
                    ? guardadas.Filas[pregunta.Variable.Grupo!].Single(f => pregunta.Ruta.StartsWith($"{pregunta.Variable.Grupo}[{f.Numero}]", StringComparison.Ordinal)).Respuestas
                    : guardadas.Unicas;

                pregunta.Condicion!.SeCumple(Crudos.De(guardadas)).ShouldBe(
                    pregunta.Variable.Condicion!.SeCumple(new Simple(fila, Taller.Contexto(pagina))), pregunta.Ruta);
            }
        }
    }

    public static TheoryData<string> Paginas => [.. Taller.Paginas];

    private static IElement Pregunta(FormularioDePagina formulario, string ruta) => Taller.Documento(formulario).QuerySelector($"[data-campo='{ruta}']")!;

    private static IEnumerable<Pregunta> Preguntas(FormularioDePagina formulario) =>
        formulario.Armar(Taller.Textos).SelectMany(b => b is GrupoDeFilas g ? g.Filas.SelectMany(f => f.Preguntas) : [(Pregunta)b]);

    private sealed class Simple(IReadOnlyDictionary<string, Respuesta> respuestas, IContextoDeCondicion resto) : IContextoDeCondicion
    {
        public Respuesta? Buscar(string clave) => respuestas.GetValueOrDefault(clave) ?? resto.Buscar(clave);
    }
}
