using System.Security.Cryptography;
using CsCheck;

namespace Sintra.Tests.Comun;

public sealed class SellosTests
{
    private static readonly Sitio Aqui = new("seccion", "selladas", "0198-identidad-0");

    private readonly Sellos _sellos = new(Llavero.EnMemoria(TimeProvider.System));

    [Fact]
    public void Lo_sellado_vuelve_igual_y_no_se_ve() => Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[1, 9]).Sample((claro, version) =>
    {
        var llave = _sellos.NuevaLlave(Guid.NewGuid(), ClaseDeLlave.Ordinaria, version);
        var sellado = _sellos.Sellar(llave, Aqui, claro);
        return _sellos.Abrir(llave, Aqui, sellado).AsSpan().SequenceEqual(claro)
            && (claro.Length < 4 || sellado.AsSpan().IndexOf(claro) < 0);
    });

    [Fact]
    public void Un_byte_cambiado_no_abre()
    {
        var llave = _sellos.NuevaLlave(Guid.NewGuid(), ClaseDeLlave.Ordinaria);
        var sellado = _sellos.Sellar(llave, Aqui, "Ana María Ñandú");

        Gen.Select(Gen.Int[0, sellado.Length - 1], Gen.Int[1, 255]).Sample((donde, cuanto) =>
        {
            var tocado = sellado.ToArray();
            tocado[donde] ^= (byte)cuanto;
            return !Abre(_sellos, llave, Aqui, tocado);
        });
        Enumerable.Range(0, sellado.Length).Where(largo => Abre(_sellos, llave, Aqui, sellado[..largo])).ShouldBeEmpty();
        _sellos.AbrirTexto(llave, Aqui, sellado).ShouldBe("Ana María Ñandú");
    }

    [Fact]
    public void Lo_movido_a_otro_lugar_dueno_clase_o_version_no_abre()
    {
        var dueno = Guid.NewGuid();
        var llave = _sellos.NuevaLlave(dueno, ClaseDeLlave.Ordinaria);
        var sellado = _sellos.Sellar(llave, Aqui, "x");

        Abre(_sellos, llave, Aqui, sellado).ShouldBeTrue();
        Abre(_sellos, llave, Aqui with { Fila = "0198-identidad-1" }, sellado).ShouldBeFalse("another row");
        Abre(_sellos, llave, Aqui with { Columna = "abiertas" }, sellado).ShouldBeFalse("another column");
        Abre(_sellos, llave, Aqui with { Tabla = "seccion_de_hecho" }, sellado).ShouldBeFalse("another table");
        Abre(_sellos, llave, new("seccio", "nselladas", Aqui.Fila), sellado).ShouldBeFalse("the same letters cut elsewhere");

        // The very same key in another's row, class or version: it does not even unwrap.
        LlaveDeDatos Con(Guid dueno, ClaseDeLlave clase, int version) =>
            new() { Dueno = dueno, Clase = clase, Version = version, LlaveDelLlavero = llave.LlaveDelLlavero, Envuelta = llave.Envuelta };
        Abre(_sellos, Con(Guid.NewGuid(), ClaseDeLlave.Ordinaria, 1), Aqui, sellado).ShouldBeFalse("another owner");
        Abre(_sellos, Con(dueno, ClaseDeLlave.AltoRiesgo, 1), Aqui, sellado).ShouldBeFalse("another class");
        Abre(_sellos, Con(dueno, ClaseDeLlave.Ordinaria, 2), Aqui, sellado).ShouldBeFalse("another version");
        Abre(_sellos, _sellos.NuevaLlave(dueno, ClaseDeLlave.Ordinaria), Aqui, sellado).ShouldBeFalse("another key of the same owner");
        Abre(new(Llavero.EnMemoria(TimeProvider.System)), llave, Aqui, sellado).ShouldBeFalse("another ring");
    }

    [Fact]
    public void Una_llave_abierta_sella_y_abre_como_la_cerrada()
    {
        var llave = _sellos.NuevaLlave(Guid.NewGuid(), ClaseDeLlave.AltoRiesgo);
        byte[] sellado;
        using (var abierta = _sellos.AbrirLlave(llave))
        {
            sellado = abierta.Sellar(Aqui, "refugio");
            abierta.AbrirTexto(Aqui, _sellos.Sellar(llave, Aqui, "otro")).ShouldBe("otro");
        }

        _sellos.AbrirTexto(llave, Aqui, sellado).ShouldBe("refugio");
    }

    [Fact]
    public void Iguales_dan_el_mismo_testigo_y_distintos_otro()
    {
        Gen.Select(Gen.String, Gen.String).Sample((uno, otro) =>
            (_sellos.Testigo("nombre", uno).Valor == _sellos.Testigo("nombre", otro).Valor) == (uno == otro));
        _sellos.Testigo("curp", "ANA").Valor.ShouldNotBe(_sellos.Testigo("nombre", "ANA").Valor);
        _sellos.Testigo("a", "bc").Valor.ShouldNotBe(_sellos.Testigo("ab", "c").Valor);
        new Sellos(Llavero.EnMemoria(TimeProvider.System)).Testigo("nombre", "ANA").Valor.ShouldNotBe(_sellos.Testigo("nombre", "ANA").Valor);
    }

    private static bool Abre(Sellos sellos, LlaveDeDatos llave, Sitio sitio, byte[] sellado)
    {
        try
        {
            sellos.Abrir(llave, sitio, sellado);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
