using AngleSharp.Html.Dom;
using Sintra.Diccionario;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Tests.Piezas;

public sealed class FilasTests
{
    [Fact]
    public void Un_grupo_vacio_ofrece_una_fila_y_agregar_ofrece_otra()
    {
        var vacio = Taller.Formulario("explotacion");
        Numeros(vacio).ShouldBe([1]);

        var enviados = Taller.Envio(vacio);
        Numeros(vacio with { Enviados = enviados, Agregar = "explotacion" }).ShouldBe([1, 2]);
        Numeros(vacio with { Enviados = enviados }).ShouldBe([1]);
    }

    [Fact]
    public void Una_fila_nueva_no_toma_el_numero_de_una_retirada()
    {
        var formulario = Taller.Formulario("explotacion") with { UltimaFila = new Dictionary<string, int> { ["explotacion"] = 4 } };

        Numeros(formulario).ShouldBe([5]);
    }

    [Fact]
    public void Las_filas_guardadas_conservan_su_numero_y_quitar_se_recuerda()
    {
        var fila = new Fila(3, new Dictionary<string, Respuesta> { ["forma"] = Respuesta.Con(new ValorDeOpcion("LAB")) });
        var formulario = Taller.Formulario("explotacion", Respuestas.Vacias with { Filas = new Dictionary<string, IReadOnlyList<Fila>> { ["explotacion"] = [fila] } });

        Numeros(formulario).ShouldBe([3]);
        var documento = Taller.Documento(formulario with { Enviados = new Dictionary<string, IReadOnlyList<string>> { ["explotacion[3].quitar"] = ["on"] } });
        ((IHtmlInputElement)documento.QuerySelector("[name='explotacion[3].quitar']")!).IsChecked.ShouldBeTrue();
        documento.QuerySelector(".s-fila h3")!.TextContent.ShouldBe("Explotación 3");
        documento.QuerySelector("button[name=agregar]")!.GetAttribute("value").ShouldBe("explotacion");
    }

    [Fact]
    public void Cada_grupo_de_filas_tiene_su_nombre_en_los_dos_idiomas()
    {
        var grupos = Taller.Diccionario.Variables.Where(v => v is { Unidad: UnidadDeVariable.Fila, Pagina: not null }).Select(v => v.Grupo!).Distinct();

        foreach (var grupo in grupos)
        {
            Taller.Textos["grupo_" + grupo].ResourceNotFound.ShouldBeFalse(grupo);
            Taller.Textos["grupos_" + grupo].ResourceNotFound.ShouldBeFalse(grupo);
        }
    }

    private static IEnumerable<int> Numeros(FormularioDePagina formulario) =>
        formulario.Armar(Taller.Textos).OfType<GrupoDeFilas>().Single(g => g.Grupo == "explotacion").Filas.Select(f => f.Numero);
}
