using System.Text;
using CsCheck;
using Sintra.Intercambio;

namespace Sintra.Tests.Intercambio;

public sealed class LectorDeCsvTests
{
    private static readonly Gen<string> Campo = Gen.String[Gen.Char["ab,;\"\n áñ"], 0, 6];

    [Fact]
    public void Lo_que_se_escribe_entre_comillas_se_lee_igual() => Gen.Select(Campo.Array[2, 4].Array[1, 5], Gen.Bool, Gen.Bool).Sample((renglones, crlf, bom) =>
    {
        var fin = crlf ? "\r\n" : "\n";
        var texto = string.Concat(renglones.Select(r => string.Join(',', r.Select(c => $"\"{c.Replace("\"", "\"\"")}\"")) + fin));
        Leer((bom ? "\uFEFF" : "") + texto).Select(r => r.Campos).ShouldBe(renglones);
    });

    [Fact]
    public void La_linea_es_la_del_archivo_aunque_un_campo_ocupe_varias()
    {
        var renglones = Leer("a,b\r\n\"uno\r\ndos\",x\r\n\r\nfin,y");
        renglones.Select(r => r.Linea).ShouldBe([1, 2, 5]);
        renglones[1].Campos.ShouldBe(["uno\ndos", "x"]);
    }

    [Fact]
    public void Un_campo_vacio_al_final_es_un_campo() => Leer("a,b\n1,\n")[^1].Campos.ShouldBe(["1", ""]);

    [Theory]
    [InlineData("a\nb,\"c", 2, "no se cierran")]
    [InlineData("a\nb\n\"c\"d", 3, "coma")]
    public void Las_comillas_mal_puestas_se_dicen_con_su_linea(string texto, int linea, string motivo)
    {
        var causa = Should.Throw<CsvIlegibleException>(() => Leer(texto));
        causa.Linea.ShouldBe(linea);
        causa.Message.ShouldContain(motivo);
    }

    [Fact]
    public void Lo_que_no_es_UTF8_se_dice_con_su_linea()
    {
        var causa = Should.Throw<CsvIlegibleException>(() => LectorDeCsv.Leer([.. "a\nb\n"u8, 0xF1, .. "\n"u8]));
        causa.Linea.ShouldBe(3);
        causa.Message.ShouldContain("UTF-8");
    }

    private static IReadOnlyList<RenglonDeCsv> Leer(string texto) => LectorDeCsv.Leer(Encoding.UTF8.GetBytes(texto));
}
