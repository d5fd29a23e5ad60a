using CsCheck;
using Sintra.Personas;

namespace Sintra.Tests.Personas;

/// <summary>Names as they are compared: what people write in many ways becomes one, and what is two stays two.</summary>
public sealed class NombresTests
{
    [Theory]
    [InlineData("ERND", "Hernández", "Ernandes")]
    [InlineData("JMN", "Jiménez", "Giménez", "Ximénez")]
    [InlineData("BSK", "Vázquez", "Básquez")]
    [InlineData("IN", "Yáñez", "Llanes")]
    [InlineData("SRBNT", "Cervantes", "Serbantes")]
    [InlineData("KR", "Quiroz", "Kiros")]
    [InlineData("BRT", "Huerta", "Uerta")]
    [InlineData("MJ", "Mejía", "Mexía")]
    [InlineData("1B", "Chávez", "Chaves")]
    [InlineData("ENRK", "Enríquez", "Henriquez")]
    [InlineData("SBY", "Ceballos", "Zevallos")]
    [InlineData("JBN", "Geovanny", "Jovani")]
    [InlineData("GRS", "García", "Garsia")]
    public void Lo_que_suena_igual_tiene_una_clave(string clave, params string[] nombres) =>
        nombres.Select(n => ClaveFonetica.De(TextoLlano.De(n))).ShouldAllBe(c => c == clave);

    [Theory]
    [InlineData("Fernando", "Fernanda")]
    [InlineData("Salas", "Solís")]
    [InlineData("Luis", "Luisa")]
    public void Lo_que_solo_se_distingue_por_sus_vocales_son_dos_nombres(string uno, string otro) =>
        ClaveFonetica.Entera(TextoLlano.De(uno)).ShouldNotBe(ClaveFonetica.Entera(TextoLlano.De(otro)));

    [Theory]
    [InlineData("MuÃ±oz", "MUNOZ")]
    [InlineData("MUÃ‘OZ", "MUNOZ")]
    [InlineData("JosÃƒÂ©", "JOSE")]
    [InlineData("Ñandú  D'Ángelo-Pech", "NANDU DANGELO PECH")]
    [InlineData("São", "SAO")]
    [InlineData("  . ", "")]
    public void El_texto_se_repara_y_se_allana(string escrito, string llano) => TextoLlano.De(escrito).ShouldBe(llano);

    [Theory]
    [InlineData("Ma. Guadalupe", "MARIA GUADALUPE", "GUADALUPE")]
    [InlineData("M. Gpe.", "MARIA GUADALUPE", "GUADALUPE")]
    [InlineData("J. Jesús", "JOSE JESUS", "JESUS")]
    [InlineData("María de los Ángeles", "MARIA ANGELES", "ANGELES")]
    [InlineData("María José", "MARIA JOSE", "MARIA JOSE")]
    [InlineData("María", "MARIA", "MARIA")]
    [InlineData("Se desconoce", "", "")]
    public void Los_nombres_de_pila_se_extienden_y_tienen_un_nucleo(string escritos, string nombres, string nucleo)
    {
        var nombre = NombreDeMexico.De(escritos, null, null, esHombre: false);
        string.Join(' ', nombre.Nombres).ShouldBe(nombres);
        string.Join(' ', nombre.Nucleo).ShouldBe(nucleo);
    }

    [Theory]
    [InlineData("De la Cruz", "Sánchez", false, "CRUZ", "SANCHEZ")]
    [InlineData("Delacruz", "Sánchez", false, "CRUZ", "SANCHEZ")]
    [InlineData("Cruz", "De los Santos", false, "CRUZ", "SANTOS")]
    [InlineData("Delgado", "Sanjuan", false, "DELGADO", "SANJUAN")] // surnames of their own, not glued particles
    [InlineData("Pérez", "de López", false, "PEREZ", "")]
    [InlineData("Pérez", "de López", true, "PEREZ", "LOPEZ")]
    [InlineData("Pérez", "de León", false, "PEREZ", "LEON")]
    [InlineData("Pérez", "de la Cruz", false, "PEREZ", "CRUZ")]
    [InlineData("Hdz.", "Mtz.", false, "HERNANDEZ", "MARTINEZ")]
    [InlineData("Pech", "X", false, "PECH", "")]
    [InlineData("Pérez López", "", false, "PEREZ", "LOPEZ")]
    [InlineData("", "Pérez", false, "PEREZ", "")]
    public void Los_apellidos_van_sin_particulas_y_sin_el_del_marido(string primero, string segundo, bool esHombre, string uno, string dos)
    {
        var nombre = NombreDeMexico.De("Ana", primero, segundo, esHombre);
        (nombre.Primero, nombre.Segundo).ShouldBe((uno, dos));
    }

    [Theory]
    [InlineData("Beto", "Alberto", true)]
    [InlineData("Beto", "Roberto", true)]
    [InlineData("Ale", "Alejandro", true)]
    [InlineData("Lupita", "Guadalupe", true)]
    [InlineData("Checo", "Serjio", true)]
    [InlineData("Rosita", "Rosa", true)]
    [InlineData("Carmencita", "Carmen", true)]
    [InlineData("Yuli", "Yuliana", true)]
    [InlineData("Xose", "José", true)]
    [InlineData("Juanita", "Juan", false)]
    [InlineData("Juan", "Juana", false)]
    [InlineData("Fernando", "Fernanda", false)]
    [InlineData("Memo", "Beto", false)]
    public void Un_apodo_puede_ser_su_nombre(string uno, string otro, bool sonUno)
    {
        var (a, b) = (NombreDePila.De(TextoLlano.De(uno), true), NombreDePila.De(TextoLlano.De(otro), true));
        (Parecido.Suena(a, b) || Parecido.DePila(a, b)).ShouldBe(sonUno);
        (Parecido.Suena(b, a) || Parecido.DePila(b, a)).ShouldBe(sonUno);
    }

    [Theory]
    [InlineData("Uc", "Uk", true)]
    [InlineData("Ek", "Ku", false)]
    [InlineData("Chan", "Chin", false)]
    [InlineData("Hernández", "Hernándze", true)]
    [InlineData("Martín", "Martínez", false)]
    [InlineData("Sántiz", "Santis", true)]
    public void En_un_apellido_corto_una_letra_es_otra_familia(string uno, string otro, bool parecidos) => Parecido
        .DeApellido(ApellidoLlano.De(TextoLlano.De(uno), true)!, ApellidoLlano.De(TextoLlano.De(otro), true)!)
        .ShouldBe(parecidos);

    [Theory]
    [InlineData("MARTHA", "MARHTA", 0.9611)]
    [InlineData("DIXON", "DICKSONX", 0.8133)]
    [InlineData("ABC", "XYZ", 0)]
    public void Jaro_Winkler_es_el_publicado(string a, string b, double valor) => Semejanza.JaroWinkler(a, b).ShouldBe(valor, 0.0001);

    [Fact]
    public void Nada_de_lo_que_alguien_escriba_rompe_la_normalizacion() => Gen.String[0, 40].Sample(texto =>
    {
        var llano = TextoLlano.De(texto);
        llano.ShouldBe(TextoLlano.De(llano));
        llano.ShouldAllBe(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == ' ');
        ClaveFonetica.De(llano).Length.ShouldBeLessThanOrEqualTo(llano.Length);
        NombreDeMexico.De(texto, texto, texto, esHombre: false).ShouldNotBeNull();
        Semejanza.Ediciones(texto, texto + "x", 2).ShouldBeLessThanOrEqualTo(1);
    });
}
