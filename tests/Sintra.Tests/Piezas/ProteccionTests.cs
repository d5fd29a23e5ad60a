using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sintra.Diccionario;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Tests.Piezas;

public sealed class ProteccionTests
{
    private static readonly Lectura SinRevelar = new(
        v => v.Sellada ? Proteccion.Sellada : v.Enmascarada ? Proteccion.SinPermiso : Proteccion.Ninguna,
        _ => Proteccion.Sellada);

    public static TheoryData<string> Paginas => [.. Taller.Paginas];

    [Theory, MemberData(nameof(Paginas))]
    public void Nada_de_lo_protegido_llega_a_la_pagina(string pagina)
    {
        for (var vuelta = 0; vuelta < 3; vuelta++)
        {
            var html = Taller.Html(Taller.Formulario(pagina, Muestra.De(pagina, vuelta)) with { Lectura = SinRevelar });

            html.ShouldNotContain("canario", Case.Insensitive);
            html.ShouldNotContain("por el mercado");
            html.ShouldNotContain("GOMC000101");
            html.ShouldNotContain("5512345678");
        }
    }

    [Fact]
    public void Lo_sellado_dice_que_hay_un_dato_y_ofrece_cambiarlo_en_blanco()
    {
        var pregunta = Una("nombres", "Canario", SinRevelar);

        pregunta.QuerySelector(".s-protegida")!.TextContent.ShouldBe("Protegida: hay un dato registrado");
        ((IHtmlInputElement)pregunta.QuerySelector("details.s-plegado #nombres")!).Value.ShouldBeEmpty();
    }

    [Fact]
    public void Sin_dato_guardado_la_pregunta_sellada_es_como_las_demas()
    {
        var pregunta = Taller.Documento(Taller.Formulario("documentos_e_identidad") with { Lectura = SinRevelar }).QuerySelector("[data-campo=nombres]")!;

        pregunta.QuerySelector(".s-protegida").ShouldBeNull();
    }

    [Fact]
    public void Sin_el_permiso_se_puede_registrar_lo_sensible_y_no_verlo()
    {
        var guardadas = Respuestas.Vacias with { Unicas = new Dictionary<string, Respuesta> { ["embarazo"] = Respuesta.Con(new ValorDeOpcion("SI")) } };

        var documento = Taller.Documento(Taller.Formulario("necesidades", guardadas) with { Lectura = SinRevelar });

        var pregunta = documento.QuerySelector("[data-campo=embarazo]")!;
        pregunta.QuerySelector(".s-protegida")!.TextContent.ShouldContain("puede registrarla, no verla");
        pregunta.QuerySelectorAll("input:checked").ShouldBeEmpty();

        // What hangs on a hidden answer is asked either way: hiding or showing it would tell the answer.
        var hija = documento.QuerySelector("[data-campo=embarazo_hechos]")!;
        hija.GetAttribute("data-condicion").ShouldBeNull();
        hija.TextContent.ShouldContain("Sólo si «¿Está embarazada?» es «Sí»");
        hija.TextContent.ShouldNotContain("Hoy no aplica");
    }

    [Fact]
    public void Lo_que_se_acaba_de_teclear_se_ve_aunque_la_variable_sea_sellada()
    {
        var formulario = Taller.Formulario("documentos_e_identidad", Con("nombres", "Guardado")) with
        {
            Lectura = SinRevelar,
            Enviados = new Dictionary<string, IReadOnlyList<string>> { ["nombres"] = ["Recién tecleado"] },
        };

        var pregunta = Taller.Documento(formulario).QuerySelector("[data-campo=nombres]")!;

        pregunta.QuerySelector("details.s-plegado")!.HasAttribute("open").ShouldBeTrue();
        ((IHtmlInputElement)pregunta.QuerySelector("#nombres")!).Value.ShouldBe("Recién tecleado");
    }

    [Fact]
    public void La_localidad_de_un_lugar_abierto_se_protege_aparte()
    {
        var lugar = new Lugar("MX", "20", "20067", "Canario", "junto al río");
        var guardadas = Respuestas.Vacias with { Unicas = new Dictionary<string, Respuesta> { ["det_lugar"] = Respuesta.Con(new ValorDeLugar(lugar)) } };

        var pregunta = Taller.Documento(Taller.Formulario("registro_minimo", guardadas) with { Lectura = SinRevelar }).QuerySelector("[data-campo=det_lugar]")!;

        ((IHtmlInputElement)pregunta.QuerySelector("[name='det_lugar.municipio']")!).Value.ShouldBe("Oaxaca de Juárez");
        ((IHtmlInputElement)pregunta.QuerySelector("[name='det_lugar.localidad']")!).Value.ShouldBeEmpty();
        pregunta.QuerySelectorAll("details .s-protegida").Length.ShouldBe(2);
    }

    private static IElement Una(string clave, string texto, Lectura lectura) =>
        Taller.Documento(Taller.Formulario(Taller.Diccionario[clave].Pagina!, Con(clave, texto)) with { Lectura = lectura }).QuerySelector($"[data-campo={clave}]")!;

    private static Respuestas Con(string clave, string texto) =>
        Respuestas.Vacias with { Unicas = new Dictionary<string, Respuesta> { [clave] = Respuesta.Con(new ValorDeTexto(texto)) } };
}
