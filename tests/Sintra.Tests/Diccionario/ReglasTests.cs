using System.Globalization;
using Sintra.Diccionario;

namespace Sintra.Tests.Diccionario;

public sealed class ReglasTests
{
    private static DiccionarioVigente Vigente => SemillaTests.Vigente;

    private static readonly Respuesta NoSabe = Respuesta.Sin(EstadoDeRespuesta.NS);

    [Fact]
    public void Del_registro_minimo_de_un_grupo_falta_tambien_el_numero_de_personas()
    {
        var respuestas = Unicas(("nivel_identificacion", Opcion("GR")), ("sexo", NoSabe), ("via_deteccion", Respuesta.Sin(EstadoDeRespuesta.NP)));

        Faltan("registro_minimo", respuestas, Requerido.M).ShouldBe(
            ["institucion_registra", "num_personas_grupo", "edad_registro", "nacionalidades", "calidad", "fecha_deteccion", "det_lugar", "via_deteccion", "aviso_leido", "formas"],
            ignoreOrder: true);
        Faltan("registro_minimo", Unicas(("nivel_identificacion", Opcion("ID"))), Requerido.M).ShouldNotContain("num_personas_grupo");
    }

    [Fact]
    public void La_fecha_de_nacimiento_contesta_la_edad() =>
        Faltan("registro_minimo", Unicas(("fecha_nacimiento", Respuesta.Con(new ValorDeFechaParcial(FechaParcial.De(2008, null))))), Requerido.M)
            .ShouldNotContain("edad_registro");

    [Fact]
    public void En_un_renglon_se_pide_lo_suyo_segun_sus_propias_respuestas()
    {
        var laboral = new Fila(3, new Dictionary<string, Respuesta> { ["forma"] = Opcion("LAB") });
        var sexual = new Fila(5, new Dictionary<string, Respuesta> { ["forma"] = Opcion("SEX") });
        var respuestas = new Respuestas(new Dictionary<string, Respuesta>(), new Dictionary<string, IReadOnlyList<Fila>> { ["explotacion"] = [laboral, sexual] });

        var faltan = Faltan("explotacion", respuestas, Requerido.R);
        faltan.ShouldContain("explotacion[3].sector");
        faltan.ShouldNotContain("explotacion[5].sector");
        faltan.ShouldNotContain("explotacion[3].forma");
        Faltan("explotacion", Respuestas.Vacias, Requerido.R).ShouldNotContain(ruta => ruta.StartsWith("explotacion["));
    }

    [Fact]
    public void Lo_que_ya_no_aplica_no_sostiene_otra_pregunta()
    {
        var respuestas = Unicas(("sexo", Opcion("H")), ("embarazo", Opcion("SI")));
        Reglas.EsVisible(Vigente["embarazo_hechos"], Contexto(respuestas)).ShouldBeFalse();
        Reglas.EsVisible(Vigente["embarazo_hechos"], Contexto(Unicas(("sexo", Opcion("M")), ("embarazo", Opcion("SI"))))).ShouldBeTrue();
    }

    [Fact]
    public void El_estado_de_una_tarea_sigue_a_su_condicion_a_lo_contestado_y_a_lo_que_falta()
    {
        var pagina = Vigente.Pagina("procuraduria_nna")!;
        Estado(pagina, Unicas(("edad_registro", Anios(30, 30))), false).ShouldBe(EstadoDeTarea.NoAplica);
        Estado(pagina, Unicas(("edad_registro", Anios(16, 18))), false).ShouldNotBe(EstadoDeTarea.NoAplica);

        var datos = Vigente.Pagina("datos_generales")!;
        Estado(datos, Respuestas.Vacias, false).ShouldBe(EstadoDeTarea.SinIniciar);
        Estado(datos, Unicas(("estado_civil", NoSabe)), false).ShouldBe(EstadoDeTarea.EnCurso);
        Estado(datos, Unicas(("estado_civil", NoSabe)), true).ShouldBe(EstadoDeTarea.EnCurso);

        var todas = Unicas([.. Vigente.DePagina("datos_generales").Select(v => (v.Clave, NoSabe))]);
        Estado(datos, todas, true).ShouldBe(EstadoDeTarea.Completa);
        Estado(datos, todas, false).ShouldBe(EstadoDeTarea.EnCurso);
    }

    [Theory]
    [InlineData(17, 17, "NNA", "05")]
    [InlineData(18, 18, "ADULTA", "06")]
    [InlineData(16, 18, "PRESUNTA", null)]
    [InlineData(16, 17, "NNA", "05")]
    [InlineData(0, 0, "NNA", "01")]
    [InlineData(120, 120, "ADULTA", "13")]
    public void La_edad_da_mayoria_y_grupo(int minima, int maxima, string mayoria, string? grupo)
    {
        var derivadas = Derivar(Unicas(("edad_registro", Anios(minima, maxima))));
        derivadas["mayoria_registro"].ShouldBe(Opcion(mayoria));
        derivadas["grupo_edad"].ShouldBe(grupo is null ? NoSabe : Opcion(grupo));
    }

    [Theory]
    [InlineData(2008, 11, 8, "ADULTA")]
    [InlineData(2008, 11, 9, "NNA")]
    [InlineData(2008, 11, null, "PRESUNTA")]
    [InlineData(2008, null, null, "PRESUNTA")]
    [InlineData(2007, null, null, "ADULTA")]
    [InlineData(2009, null, null, "NNA")]
    public void La_fecha_de_nacimiento_da_la_mayoria_al_registro(int anio, int? mes, int? dia, string mayoria)
    {
        var fecha = dia is null ? FechaParcial.De(anio, mes) : FechaParcial.Del(new(anio, mes!.Value, dia.Value));
        Derivar(Unicas(("fecha_nacimiento", Respuesta.Con(new ValorDeFechaParcial(fecha))), ("edad_registro", Anios(40, 40))))["mayoria_registro"].ShouldBe(Opcion(mayoria));
    }

    [Fact]
    public void Sin_edad_la_mayoria_es_desconocida_y_el_grupo_repite_la_razon()
    {
        Derivar(Respuestas.Vacias)["mayoria_registro"].ShouldBe(Opcion("DESCONOCIDA"));
        Derivar(Respuestas.Vacias).ShouldNotContainKey("grupo_edad");
        Derivar(Unicas(("edad_registro", Respuesta.Sin(EstadoDeRespuesta.NA))))["grupo_edad"].ShouldBe(Respuesta.Sin(EstadoDeRespuesta.NA));
    }

    [Theory]
    [InlineData(30, true, true, "SEX", "COMPLETO")]
    [InlineData(30, true, false, "SEX", "FALTA_MEDIO")]
    [InlineData(16, true, false, "SEX", "NNA")]
    [InlineData(30, false, true, "SEX", "FALTA_ACTO")]
    [InlineData(30, true, true, "PD", "FALTA_FIN")]
    [InlineData(30, false, false, "SEX", "INSUFICIENTE")]
    public void Se_propone_que_elementos_estan_presentes(int edad, bool acto, bool medio, string forma, string propuesto)
    {
        var respuestas = new List<(string, Respuesta)> { ("edad_registro", Anios(edad, edad)), ("formas", Opciones(forma)), ("elementos_resultado", Opcion("COMPLETO")) };
        if (acto)
        {
            respuestas.Add(("conductas", Opciones("CAP")));
        }

        if (medio)
        {
            respuestas.Add(("medios_comisivos", Opciones("ENG")));
        }

        var derivadas = Derivar(Unicas([.. respuestas]));
        derivadas["elementos_propuesto"].ShouldBe(Opcion(propuesto));
        derivadas["elementos_difiere"].ShouldBe(Opcion(propuesto == "COMPLETO" ? "NO" : "SI"));
    }

    [Theory]
    [InlineData("2024-01-01", "2024-01-20", "1")]
    [InlineData("2024-01-01", "2024-06-30", "2")]
    [InlineData("2024-01-01", "2024-12-31", "3")]
    [InlineData("2023-01-01", "2024-12-31", "4")]
    [InlineData("2020-01-01", "2024-12-31", "5")]
    public void La_duracion_cae_en_su_tramo(string desde, string hasta, string codigo) =>
        Derivar(Periodos((desde, hasta)))["duracion"].ShouldBe(Opcion(codigo));

    [Fact]
    public void Dos_formas_a_la_vez_no_suman_su_tiempo_y_dos_seguidas_si()
    {
        Derivar(Periodos(("2024-01-01", "2024-05-31"), ("2024-02-01", "2024-04-30")))["duracion"].ShouldBe(Opcion("2"));
        Derivar(Periodos(("2024-01-01", "2024-05-31"), ("2024-06-01", "2024-11-30")))["duracion"].ShouldBe(Opcion("3"));
    }

    [Theory]
    [InlineData("MX-07", "MX-07", "I")]
    [InlineData("MX-07", "MX-09", "E")]
    [InlineData("MX-07", "MX", null)]
    [InlineData("GT", "MX-07", "D")]
    [InlineData("MX-07", "US", "X")]
    [InlineData("GT", "US", null)]
    public void El_alcance_compara_donde_empezo_con_donde_se_exploto(string captacion, string explotacion, string? codigo)
    {
        var respuestas = new Respuestas(
            new Dictionary<string, Respuesta> { ["cap_lugar"] = Lugar(captacion) },
            new Dictionary<string, IReadOnlyList<Fila>> { ["explotacion"] = [new(1, new Dictionary<string, Respuesta> { ["exp_lugar"] = Lugar(explotacion) })] });
        Derivar(respuestas)["alcance"].ShouldBe(codigo is null ? NoSabe : Opcion(codigo));
    }

    [Fact]
    public void Todo_codigo_derivado_es_de_su_catalogo()
    {
        foreach (var (clave, respuesta) in Derivar(Unicas(("institucion_registra", Opcion("CITP")), ("edad_registro", Anios(16, 16)))))
        {
            if (respuesta.Valor is ValorDeOpcion { Codigo: var codigo })
            {
                Vigente.CatalogoDe(Vigente[clave])!.Buscar(codigo).ShouldNotBeNull(clave);
            }
        }
    }

    private static EstadoDeTarea Estado(Pagina pagina, Respuestas respuestas, bool terminada) =>
        Reglas.EstadoDe(pagina, Vigente.DePagina(pagina.Clave), respuestas, Contexto(respuestas), terminada);

    private static IEnumerable<string> Faltan(string pagina, Respuestas respuestas, Requerido nivel) =>
        Reglas.Pendientes(Vigente.DePagina(pagina), respuestas, Contexto(respuestas), nivel).Select(f => f.Ruta);

    private static ContextoDeCondicion Contexto(Respuestas respuestas) => new(Vigente, respuestas.Unicas, Derivar(respuestas));

    private static IReadOnlyDictionary<string, Respuesta> Derivar(Respuestas respuestas) => Derivadas.Calcular(Vigente, respuestas, new(2026, 11, 8));

    private static Respuestas Unicas(params (string Clave, Respuesta Respuesta)[] respuestas) =>
        new(respuestas.ToDictionary(r => r.Clave, r => r.Respuesta), Respuestas.Vacias.Filas);

    private static Respuestas Periodos(params (string Desde, string Hasta)[] periodos) => new(
        Respuestas.Vacias.Unicas,
        new Dictionary<string, IReadOnlyList<Fila>>
        {
            ["explotacion"] =
            [
                .. periodos.Select((p, i) => new Fila(i + 1, new Dictionary<string, Respuesta>
                {
                    ["exp_periodo"] = Respuesta.Con(new ValorDePeriodo(new(FechaParcial.Del(Dia(p.Desde)), FechaParcial.Del(Dia(p.Hasta))))),
                })),
            ],
        });

    private static DateOnly Dia(string texto) => DateOnly.ParseExact(texto, "O", CultureInfo.InvariantCulture);

    private static Respuesta Lugar(string texto) =>
        Respuesta.Con(new ValorDeLugar(new(texto[..2], texto.Length > 2 ? texto[3..] : null)));

    private static Respuesta Opcion(string codigo) => Respuesta.Con(new ValorDeOpcion(codigo));

    private static Respuesta Opciones(params string[] codigos) => Respuesta.Con(new ValorDeOpciones(codigos));

    private static Respuesta Anios(int minima, int maxima) => Respuesta.Con(new ValorDeEdad(new(minima, maxima, null, new(2026, 11, 8))));
}
