using System.Net;
using Sintra.Expedientes.Anexos;

namespace Sintra.Tests.Expedientes.Anexos;

/// <summary>With an antivirus configured: clean, infected, silent; closed or open when it does not answer.</summary>
public sealed class AntivirusTests
{
    [Theory, AmbosMotores]
    public async Task Limpio_entra_infectado_no_y_sin_respuesta_tampoco(Motor motor)
    {
        var clamd = ClamdDePrueba.EnTcp();
        await using var casa = await Casa.NuevaAsync(motor, ajustes: new Dictionary<string, string> { ["Anexos:ClamAv"] = $"127.0.0.1:{clamd.Puerto}" });
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        var id = await suya.RegistrarAsync();
        var (ruta, limpio) = ($"/expedientes/{id}/documentos", ArchivosDePrueba.Pdf(relleno: 200_000));

        await suya.SubirAsync(ruta, limpio, "limpio.pdf");
        clamd.Recibidos.ShouldBe(limpio.Length);
        (await suya.SubirAsync(ruta, ArchivosDePrueba.Pdf($"({ClamdDePrueba.Eicar})"), "mal.pdf", estado: HttpStatusCode.UnprocessableEntity)).Reparo().ShouldContain("encontró un programa dañino");
        await clamd.DisposeAsync();
        (await suya.SubirAsync(ruta, limpio, "otro.pdf", estado: HttpStatusCode.UnprocessableEntity)).Reparo().ShouldContain("el antivirus no responde");

        (await casa.AdjuntosAsync(id.Valor)).Single().Analizado.ShouldBeTrue();
        (await suya.AbrirAsync(ruta)).Texto.ShouldNotContain("No lo ha revisado un antivirus");
        (await casa.EnDbAsync(db => db.Asientos.CountAsync(a => a.Expediente == id && a.Suceso == nameof(AdjuntoInfectado)))).ShouldBe(1);
    }

    [Fact]
    public async Task Abierto_entra_sin_revisar_y_se_dice_cuando_no_responde_o_responde_otra_cosa()
    {
        var socket = Path.Combine(Path.GetTempPath(), $"clamd-{Guid.NewGuid():n}"[..20]);
        var clamd = ClamdDePrueba.EnRuta(socket);
        await using var casa = await Casa.NuevaAsync(Motor.Sqlite, ajustes: new Dictionary<string, string> { ["Anexos:ClamAv"] = socket, ["Anexos:SiFalla"] = "abierto" });
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        var id = await suya.RegistrarAsync();
        var ruta = $"/expedientes/{id}/documentos";

        (await suya.SubirAsync(ruta, ArchivosDePrueba.Pdf($"({ClamdDePrueba.Eicar})"), "mal.pdf", estado: HttpStatusCode.UnprocessableEntity)).Reparo().ShouldContain("encontró un programa dañino");
        await clamd.DisposeAsync();
        File.Delete(socket);
        (await suya.SubirAsync(ruta, ArchivosDePrueba.Pdf(), "uno.pdf")).Texto.ShouldContain("No lo ha revisado un antivirus");

        (await casa.AdjuntosAsync(id.Valor)).Single().Analizado.ShouldBeFalse();
    }

    [Theory]
    [InlineData("127.0.0.1:3310", true)]
    [InlineData("/run/clamav/clamd.ctl", true)]
    [InlineData("", true)]
    [InlineData("clamav", false)]
    [InlineData("clamav:0", false)]
    [InlineData(":3310", false)]
    public void La_direccion_se_entiende_o_no_se_arranca(string direccion, bool sirve) => new OpcionesDeAnexos { ClamAv = direccion }.Sirven.ShouldBe(sirve);
}
