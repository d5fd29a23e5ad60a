using System.Text;
using CsCheck;
using Sintra.Cuentas;
using Totp = Sintra.Cuentas.Totp;

namespace Sintra.Tests.Cuentas;

public sealed class AritmeticaDeCuentasTests
{
    private static readonly byte[] SecretoDelRfc = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, SHA-1.
    [Theory]
    [InlineData(59L, "94287082")]
    [InlineData(1111111109L, "07081804")]
    [InlineData(1111111111L, "14050471")]
    [InlineData(1234567890L, "89005924")]
    [InlineData(2000000000L, "69279037")]
    [InlineData(20000000000L, "65353130")]
    public void El_codigo_es_el_del_RFC_6238(long segundos, string codigo) =>
        Totp.Codigo(SecretoDelRfc, Totp.PasoDe(DateTime.UnixEpoch.AddSeconds(segundos)), digitos: 8).ShouldBe(codigo);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Sirve_el_codigo_de_un_paso_antes_a_un_paso_despues(int corrimiento, bool sirve)
    {
        var ahora = new DateTime(2026, 11, 24, 12, 0, 7, DateTimeKind.Utc);
        var codigo = Totp.Codigo(SecretoDelRfc, Totp.PasoDe(ahora) + corrimiento);

        (Totp.Verificar(SecretoDelRfc, codigo, ahora, null) is not null).ShouldBe(sirve);
    }

    [Fact]
    public void Un_codigo_aceptado_no_vuelve_a_servir_ni_los_anteriores() => Gen.Select(Gen.Byte.Array[20], Gen.Long[1_000, 100_000_000]).Sample((secreto, paso) =>
    {
        var ahora = DateTime.UnixEpoch.AddSeconds(paso * 30);
        var aceptado = Totp.Verificar(secreto, Totp.Codigo(secreto, paso), ahora, null);

        aceptado.ShouldNotBeNull();
        Totp.Verificar(secreto, Totp.Codigo(secreto, paso), ahora, aceptado + 1).ShouldBeNull();
        Totp.Verificar(secreto, Totp.Codigo(secreto, paso - 1), ahora, aceptado + 1).ShouldBeNull();
    });

    [Fact]
    public void La_clave_de_base32_vuelve_a_ser_la_misma() =>
        Totp.DeBase32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ").ShouldBe(SecretoDelRfc); // RFC 4648 of the RFC's secret

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 2)]
    [InlineData(5, 4)]
    [InlineData(6, 8)]
    [InlineData(8, 32)]
    [InlineData(9, 60)]
    [InlineData(1000, 60)]
    public void La_demora_crece_hasta_su_tope(int fallas, int segundos) =>
        FrenoDeAcceso.Demora(fallas, FrenoDeAcceso.TopeDePassword).ShouldBe(TimeSpan.FromSeconds(segundos));

    [Fact]
    public void La_demora_nunca_disminuye() => Gen.Int[0, int.MaxValue - 1].Sample(fallas =>
        FrenoDeAcceso.Demora(fallas + 1, FrenoDeAcceso.TopeDeCodigo) >= FrenoDeAcceso.Demora(fallas, FrenoDeAcceso.TopeDeCodigo));

    [Fact]
    public void Un_codigo_de_recuperacion_se_lee_como_la_gente_lo_escribe()
    {
        var codigo = CodigoDeRecuperacion.Nuevo();

        codigo.ShouldMatch("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$");
        CodigoDeRecuperacion.Normalizar(codigo.ToLowerInvariant().Replace('-', ' ').Replace('0', 'o').Replace('1', 'l'))
            .ShouldBe(codigo.Replace("-", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("corta-y-unica1")] // 14
    [InlineData("passwordpassword")]
    [InlineData("Contraseña123456")]
    [InlineData("c0ntr@senA2026!!")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("abcdefghijklmnopqrst")]
    [InlineData("qwertyuiop123456789")]
    [InlineData("123456789012345")]
    [InlineData("xyzxyzxyzxyzxyzxyz")]
    [InlineData("sintra trata victima 2026")]
    [InlineData("SintraSintraSintra")]
    [InlineData("fiscaliafiscalia99")]
    [InlineData("marialopezmarialopez")] // the account's own name
    [InlineData("maria.lopez@fgechp.mx")] // and address
    [InlineData("Teamomucho14deFebrero")]
    public void Una_contrasena_facil_se_rechaza_con_su_motivo(string password) =>
        PoliticaDePassword.Reparo(password, "maria.lopez@fgechp.mx María López FGE-CHP Fiscalía General del Estado de Chiapas").ShouldNotBeNull();

    [Theory]
    [InlineData("barco lento bajo lluvia tibia")]
    [InlineData("cuatro-palabras-de-prueba-largas")]
    [InlineData("Ñandú que ríe tras la puerta")]
    [InlineData("jT9#vqL2w!xRz8mB")]
    [InlineData("zorro brinca cerca oxidada")]
    public void Una_frase_propia_sirve_sin_reglas_de_composicion(string password) =>
        PoliticaDePassword.Reparo(password, "maria.lopez@fgechp.mx María López FGE-CHP Fiscalía General del Estado de Chiapas").ShouldBeNull();

    [Fact]
    public void Admite_hasta_128_caracteres()
    {
        const string Frase = "barco lento bajo lluvia tibia, zorro brinca cerca oxidada; ";
        var larga = string.Concat(Frase, "veinte nubes pisan hojas, un faro gira y nadie mira. ", "bruma");

        PoliticaDePassword.Reparo((larga + larga.ToUpperInvariant())[..128], "").ShouldBeNull();
        PoliticaDePassword.Reparo((larga + larga.ToUpperInvariant())[..129], "").ShouldNotBeNull();
    }

    [Fact]
    public void Las_vueltas_son_las_de_OWASP_o_mas() => CuentasServicios.VueltasDePassword.ShouldBeGreaterThanOrEqualTo(210_000);
}
