using CsCheck;
using Sintra.Diccionario;

namespace Sintra.Tests.Diccionario;

public sealed class CondicionTests
{
    private static readonly Contexto Ejemplo = new()
    {
        ["sexo"] = Respuesta.Con(new ValorDeOpcion("M")),
        ["embarazo"] = Respuesta.Sin(EstadoDeRespuesta.NS),
        ["formas"] = Respuesta.Con(new ValorDeOpciones(["SEX", "LAB"])),
        ["lugar"] = Respuesta.Con(new ValorDeLugar(new("MX", "07"))),
        ["nombres"] = Respuesta.Con(new ValorDeTexto("x")),
    };

    [Theory]
    [InlineData("sexo = M", true)]
    [InlineData("sexo = H", false)]
    [InlineData("not sexo = H", true)]
    [InlineData("sexo in (H,M)", true)]
    [InlineData("formas = LAB", true)]
    [InlineData("formas in (ORG,SEX)", true)]
    [InlineData("formas = ORG", false)]
    [InlineData("nombres lleno", true)]
    [InlineData("nombres = x", false)]
    [InlineData("nadie lleno", false)]
    [InlineData("lugar.pais = MX and lugar.entidad lleno", true)]
    [InlineData("lugar.municipio lleno", false)]
    [InlineData("lugar lleno", true)]
    [InlineData("sexo.pais = M", false)]
    [InlineData("sexo = H and sexo = H or sexo = M", true)]
    [InlineData("sexo = H and (sexo = H or sexo = M)", false)]
    [InlineData("not sexo = H and formas = SEX", true)]
    public void Se_cumple(string texto, bool esperado) => Condicion.Analizar(texto).SeCumple(Ejemplo).ShouldBe(esperado);

    [Theory]
    [InlineData("embarazo")]
    [InlineData("nadie")]
    public void Sin_valor_toda_prueba_es_falsa_y_su_negacion_se_cumple(string clave)
    {
        foreach (var prueba in new[] { $"{clave} = SI", $"{clave} in (SI,NO)", $"{clave} lleno", $"{clave}.pais = MX" })
        {
            Condicion.Analizar(prueba).SeCumple(Ejemplo).ShouldBeFalse();
            Condicion.Analizar($"not {prueba}").SeCumple(Ejemplo).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("", "posición 1")]
    [InlineData("sexo", "posición 5")]
    [InlineData("sexo =", "posición 7")]
    [InlineData("sexo = M )", "posición 10")]
    [InlineData("(sexo = M", "posición 10")]
    [InlineData("sexo in ()", "posición 10")]
    [InlineData("lugar.calle lleno", "pais, entidad")]
    [InlineData("and sexo = M", "variable")]
    [InlineData("sexo == M", "posición 7")]
    [InlineData("sexo = M or", "posición 12")]
    public void Lo_que_no_es_de_la_gramatica_se_rechaza_con_su_posicion(string texto, string mensaje) =>
        Should.Throw<FormatException>(() => Condicion.Analizar(texto)).Message.ShouldContain(mensaje);

    [Fact]
    public void Diez_mil_parentesis_no_agotan_la_pila() =>
        Should.Throw<FormatException>(() => Condicion.Analizar(new string('(', 10_000))).Message.ShouldContain("niveles");

    [Fact]
    public void Escribir_y_volver_a_analizar_da_la_misma_condicion() =>
        Condiciones.Sample(condicion => Condicion.Analizar(condicion.ToString()) == condicion);

    [Fact]
    public void Las_del_diccionario_se_escriben_como_estan()
    {
        foreach (var fila in Semilla.Filas("diccionario/diccionario.csv").Where(f => f.ContainsKey("condicion")))
        {
            Condicion.Analizar(fila["condicion"]).ToString().ShouldBe(fila["condicion"]);
        }
    }

    private static readonly Gen<ReferenciaDeCondicion> Referencias = Gen.Select(
        Gen.OneOf("sexo", "formas", "exp_lugar", "a1"), Gen.OneOf<string?>(null, null, "pais", "municipio"), (clave, nivel) => new ReferenciaDeCondicion(clave, nivel));

    private static readonly Gen<Condicion> Condiciones = Gen.Recursive<Condicion>((nivel, gen) => nivel > 5
        ? Hojas
        : Gen.OneOf(
            Hojas,
            gen.Select(Condicion (c) => new CondicionNo(c)),
            Gen.Select(gen, gen, Condicion (a, b) => new CondicionY(a, b)),
            Gen.Select(gen, gen, Condicion (a, b) => new CondicionO(a, b))));

    private static Gen<Condicion> Hojas => Gen.OneOf(
        Referencias.Select(Condicion (r) => new CondicionDeLleno(r)),
        Gen.Select(Referencias, Gen.OneOf("SI", "01", "EN_CURSO").List[1, 3], Condicion (r, codigos) => new CondicionDeCodigo(r, codigos)));

    private sealed class Contexto : Dictionary<string, Respuesta>, IContextoDeCondicion
    {
        public Respuesta? Buscar(string clave) => this.GetValueOrDefault(clave);
    }
}
