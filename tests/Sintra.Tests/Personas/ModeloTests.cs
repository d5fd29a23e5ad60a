using CsCheck;
using Sintra.Personas;

namespace Sintra.Tests.Personas;

/// <summary>The model as statistics promises it: the same in batch and one by one, in any order; twins and thin files never pass for one person.</summary>
public sealed class ModeloTests
{
    private static readonly IReadOnlyList<PersonaComparable> Registros = Personas(PersonasDePruebas.Filas(400));
    private static readonly Modelo Aprendido = Entrenar(Registros);

    private static readonly Gen<Identidad> Alguien = Gen.Select(
        Uno("Ana Laura", "María José", "Guadalupe", "Dulce", "Juan", "Luis Ángel", "Lupita", null),
        Uno("Hernández", "Pech", "De la Cruz", "Xicoténcatl", "Peres", null),
        Uno("López", "Santis", "Uc", null),
        Uno("H", "M", null),
        Gen.Select(Gen.Int[1950, 2015], Gen.Int[1, 12], Gen.Int[1, 31], (a, m, d) => new FechaDicha(a, m, d)),
        Gen.Int[0, 90],
        Uno("JC", "MC", "CS", null),
        (nombres, uno, dos, sexo, nacio, edad, estado) => new Identidad
        {
            Nombres = nombres,
            PrimerApellido = uno,
            SegundoApellido = dos,
            Sexo = sexo,
            Nacimiento = edad % 3 == 0 ? null : nacio,
            Edad = new(edad, edad, null, new(2024, 6, 1)),
            EntidadDeNacimiento = estado,
            Entidad = estado,
            Alias = edad % 5 == 0 ? "Sirena" : null,
        });

    [Fact]
    public void Un_modelo_guardado_dice_lo_mismo_de_un_par_solo_que_dentro_del_lote()
    {
        var deLote = new Comparador(Aprendido, EsquemaDePersona.DeSintra);
        var leido = new Comparador(Modelo.Leer(Aprendido.Escribir()), EsquemaDePersona.DeSintra);
        foreach (var (a, b) in new Muestra(Registros).AlAzar(500))
        {
            var (uno, otro) = (deLote.Comparar(a, b), leido.Comparar(b, a));
            otro.Probabilidad.ShouldBe(uno.Probabilidad);
            otro.Niveles.ShouldBe(uno.Niveles);
        }
    }

    [Fact]
    public void Un_modelo_de_otra_version_no_se_usa() =>
        Should.Throw<InvalidDataException>(() => Modelo.Leer((Aprendido with { Version = 99 }).Escribir())).Message.ShouldContain("99");

    [Fact]
    public void El_orden_de_los_registros_no_cambia_lo_aprendido() => Gen.Shuffle(Registros.ToArray()).Sample(
        revueltos => Entrenar(revueltos).Escribir().ShouldBe(Aprendido.Escribir()), iter: 1, threads: 1);

    [Fact]
    public void Comparar_no_distingue_quien_va_primero() => Gen.Select(Alguien, Alguien).Sample((a, b) =>
    {
        var (x, y) = (Persona(a), Persona(b));
        foreach (var modelo in new[] { Aprendido, Modelo.Base })
        {
            var comparador = new Comparador(modelo, EsquemaDePersona.DeSintra);
            comparador.Comparar(x, y).Niveles.ShouldBe(comparador.Comparar(y, x).Niveles);
            comparador.Comparar(x, y).Puntos.ShouldBe(comparador.Comparar(y, x).Puntos);
        }
    });

    /// <summary>At most two in a hundred may; these rules let none.</summary>
    [Fact]
    public void Un_par_de_gemelos_nunca_es_muy_probable() => Gen.Select(Alguien, Uno("Ana Sofía", "Mariana", "Mateo", "Luis Enrique", "Juana", "Fernanda")).Sample((ella, gemela) =>
    {
        if (ella.Nombres is not null)
        {
            var una = ella with { Municipio = "Puebla", Nacionalidad = "México", Lengua = "Náhuatl" };
            new Comparador(Aprendido, EsquemaDePersona.DeSintra).Comparar(Persona(una), Persona(una with { Nombres = gemela })).Probabilidad.ShouldBeLessThan(0.99);
        }
    });

    [Fact]
    public void Un_alias_y_una_edad_no_bastan() => Gen.Select(Alguien, Uno("Sirena", "Lupita", "La Morena"), Gen.Int[10, 60]).Sample((otra, alias, edad) =>
    {
        var escasa = new Identidad { Alias = alias, Sexo = "M", Edad = new(edad, edad, null, new(2024, 6, 1)), Entidad = "JC", Municipio = "Zapopan", Lengua = "Maya" };
        var comparador = new Comparador(Aprendido, EsquemaDePersona.DeSintra);
        comparador.Comparar(Persona(escasa), Persona(escasa)).Probabilidad.ShouldBeLessThan(0.5);
        comparador.Comparar(Persona(escasa), Persona(otra with { Alias = alias, Entidad = "JC", Municipio = "Zapopan", Lengua = "Maya" })).Probabilidad.ShouldBeLessThan(0.5);
    });

    [Fact]
    public void Lo_que_nadie_dijo_no_pesa()
    {
        var comparador = new Comparador(Aprendido, EsquemaDePersona.DeSintra);
        var nadie = comparador.Comparar(Persona(new()), Persona(new()));
        nadie.Puntos.ShouldBe(Aprendido.Previo);
        nadie.Niveles.ShouldAllBe(n => n == CampoComparado.SinDato);
    }

    [Fact]
    public void Dos_CURP_validas_que_difieren_son_dos_personas_y_una_con_nombres_ajenos_no_se_veta()
    {
        var ella = new Identidad { Nombres = "Guadalupe", PrimerApellido = "Pech", SegundoApellido = "Uc", Sexo = "M", Nacimiento = new(1999, 2, 3), Curp = Curp("PEUG990203MYNCCD0") };
        var comparador = new Comparador(Aprendido, EsquemaDePersona.DeSintra);
        comparador.Comparar(Persona(ella), Persona(ella with { Curp = Curp("PEUG990203MYNCCD1") })).Veto.ShouldBe(Veto.CurpsDistintas);
        comparador.Comparar(Persona(ella), Persona(ella with { Nombres = "Dulce" })).Veto.ShouldBe(Veto.Ninguno);
        comparador.Comparar(Persona(ella with { Curp = null }), Persona(ella with { Curp = null, Nombres = "Dulce" })).Veto.ShouldBe(Veto.NombresAjenos);
        comparador.Comparar(Persona(ella with { Curp = null }), Persona(ella with { Curp = null, Nacimiento = new(1961, 10, 24) })).Veto.ShouldBe(Veto.EdadesIncompatibles);
    }

    [Fact]
    public void Con_tres_registros_se_usa_el_modelo_de_base()
    {
        var tres = Personas(PersonasDePruebas.Filas(3).Take(3));
        var modelo = Entrenar(tres);
        foreach (var (campo, pesos) in modelo.Campos)
        {
            pesos.M.Zip(Modelo.Base.Campos[campo].M).ShouldAllBe(p => Math.Abs(p.First - p.Second) < 0.05);
        }

        new Comparador(modelo, EsquemaDePersona.DeSintra).Comparar(tres[0], tres[0]).Probabilidad.ShouldBeGreaterThan(0.99);
    }

    [Fact]
    public void La_CURP_se_encuentra_con_quien_no_la_trae()
    {
        var ella = new Identidad { Nombres = "María Guadalupe", PrimerApellido = "Pech", SegundoApellido = "Uc", Sexo = "M", Nacimiento = new(1999, 2, 3), EntidadDeNacimiento = "YN" };
        var conCurp = new Identidad { Curp = Curp("PEUG990203MYNCCD0") };
        Testigos(ella).Intersect(Testigos(conCurp)).ShouldBe([("T2", "PEUG990203MYNCCD")]);
    }

    [Fact]
    public void Un_testigo_de_ficha_escasa_solo_lo_tiene_quien_no_trae_apellido()
    {
        var sin = new Identidad { Nombres = "Yuli", Alias = "Sirena", Entidad = "JC", Sexo = "M", Edad = new(17, 17, null, new(2024, 6, 1)) };
        Testigos(sin).Select(t => t.Tipo).Distinct().ShouldBe(["T10", "T11"]);
        Testigos(sin with { PrimerApellido = "Pech" }).Select(t => t.Tipo).ShouldNotContain("T10");
        Testigos(new() { Nombres = "Guadalupe", PrimerApellido = "Hernández" }).ShouldBe([("T3", "BDLP|ERND")]);
    }

    private static Gen<string?> Uno(params string?[] valores) => Gen.Int[0, valores.Length - 1].Select(i => valores[i]);

    private static string Curp(string diecisiete) => diecisiete + Sintra.Diccionario.Curp.Digito(diecisiete + "0");

    private static IReadOnlyList<(string Tipo, string Valor)> Testigos(Identidad identidad) => TestigosDePersona.De(Persona(identidad), EsquemaDePersona.DeSintra);

    private static PersonaComparable Persona(Identidad identidad) => PersonaComparable.De(identidad, EsquemaDePersona.DeSintra);

    private static List<PersonaComparable> Personas(IEnumerable<string[]> filas) => [.. filas.Select(f => Persona(PersonasDePruebas.Identidad(f)))];

    private static Modelo Entrenar(IReadOnlyList<PersonaComparable> registros)
    {
        var candidatos = Candidatos.De([.. registros.Select(r => TestigosDePersona.De(r, EsquemaDePersona.DeSintra))], null, [.. registros.Select(r => r.Huella)]);
        return Entrenamiento.Entrenar(new(registros), EsquemaDePersona.DeSintra, [.. candidatos.Pares.Select(p => (registros[p.A], registros[p.B]))], "prueba");
    }
}
