using Sintra.Cuentas;

namespace Sintra.Tests.Cuentas;

public sealed class VigenciaDeConvenioTests
{
    private static readonly DateOnly Hoy = new(2026, 11, 24);

    [Theory]
    [InlineData("OSC", "NA", 0, false)] // the last day counts
    [InlineData("OSC", "NA", -1, true)]
    [InlineData("ALB", "EST", -1, true)]
    [InlineData("OIN", "INT", null, true)]
    [InlineData("ACA", "NA", null, true)]
    [InlineData("FIS", "EST", null, false)]
    [InlineData("DIF", "MUN", null, false)]
    [InlineData("APF", "FED", null, false)]
    public void El_ultimo_dia_cuenta_y_una_autoridad_no_lo_necesita(string tipo, string nivel, int? dias, bool falta) =>
        (VigenciaDeConvenio.Falta(tipo, nivel, dias is { } d ? Hoy.AddDays(d) : null, Hoy) is not null).ShouldBe(falta);

    [Theory]
    [InlineData(EstadoDeConvenio.Ninguno, null)]
    [InlineData(EstadoDeConvenio.Ninguno, null, 5, 30)] // not yet begun
    [InlineData(EstadoDeConvenio.Vencido, null, -30, -1)]
    [InlineData(EstadoDeConvenio.Vencido, null, -30, -1, 1, 90)] // renewed too late: today there is none
    [InlineData(EstadoDeConvenio.PorVencer, 0, -30, 0)]
    [InlineData(EstadoDeConvenio.PorVencer, 60, -30, 60)]
    [InlineData(EstadoDeConvenio.Vigente, 61, -30, 61)]
    [InlineData(EstadoDeConvenio.Vigente, 90, -30, 10, 11, 90)]
    [InlineData(EstadoDeConvenio.PorVencer, 10, -30, 10, 12, 90)]
    [InlineData(EstadoDeConvenio.Vigente, 100, -30, 100, -10, 5)] // a shorter one inside a longer
    public void La_vigencia_sigue_mientras_no_haya_un_dia_sin_convenio(EstadoDeConvenio estado, int? dias, params int[] limites)
    {
        var convenios = limites.Chunk(2).Select(c => (Hoy.AddDays(c[0]), Hoy.AddDays(c[1])));

        var situacion = VigenciaDeConvenio.De("OSC", "NA", convenios, Hoy);

        (situacion.Estado, situacion.Dias).ShouldBe((estado, dias));
    }

    [Fact]
    public void Una_exencion_sin_fin_no_se_desborda() =>
        VigenciaDeConvenio.De("OSC", "NA", [(Hoy, DateOnly.MaxValue), (Hoy.AddDays(1), Hoy.AddDays(9))], Hoy).Estado.ShouldBe(EstadoDeConvenio.Exenta);

    /// <summary>A new permission that writes on persons must say whether it wants a convenio.</summary>
    [Fact]
    public void Todo_permiso_que_escribe_sobre_personas_pide_convenio()
    {
        Permiso[] sinConvenio = [Permiso.DirectorioEscribir, Permiso.CanalizacionRevocar]; // one's own services; taking back what one gave

        SembrarCuentasHandler.Leer("diccionario/permisos.csv", f => (Clave: Enum.Parse<Permiso>(f("clave")), Modulo: f("modulo")))
            .Where(p => p.Modulo is "Expedientes" or "Seguimiento")
            .Select(p => p.Clave)
            .Where(p => !p.ToString().EndsWith("Leer", StringComparison.Ordinal))
            .Except([Permiso.IdentidadRevelar, Permiso.AltoRiesgoRevelar, Permiso.IdentidadImprimir, Permiso.AccesoEmergencia, .. sinConvenio])
            .Except(VigenciaDeConvenio.PermisosDeCarga)
            .ShouldBeEmpty();
    }
}
