namespace Sintra.Tests.Expedientes;

/// <summary>What an officer of migration has in hand: a document, a country, a year of birth.</summary>
public sealed class BuscarAntesDeRegistrarTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Por_documento_por_pais_y_anio_de_nacimiento_y_no_con_otros(Motor motor)
    {
        var casa = await casas.De(motor);
        using var agente = await casa.ComoAsync("INM", "migracion");
        using var ajena = await casa.ComoAsync("CEAV", "atencion_a_victimas");
        var campos = ExpedientesDePruebas.Minimo("31");
        campos["nacionalidades"] = "UY";
        var id = await agente.RegistrarAsync(campos);
        await agente.GuardarAsync(id, "documentos_e_identidad", new() { ["documento_tipo"] = "04", ["documento_numero"] = $"UY-{(motor == Motor.Sqlite ? 77 : 78)} 4410.9" });
        var numero = $"uy{(motor == Motor.Sqlite ? 77 : 78)}44109";
        var nacio = (casa.Reloj.GetUtcNow().Year - 31).ToString(System.Globalization.CultureInfo.InvariantCulture);

        (await HallaAsync(agente, ("Documento", numero))).ShouldBeTrue();
        (await HallaAsync(agente, ("Documento", numero + "1"))).ShouldBeFalse();
        (await HallaAsync(ajena, ("Documento", numero))).ShouldBeFalse("another institution's");
        (await HallaAsync(agente, ("Nacionalidad", "Uruguay"), ("Nacimiento", nacio))).ShouldBeTrue();
        (await HallaAsync(agente, ("Nacionalidad", "Uruguay"), ("Nacimiento", "1970"))).ShouldBeFalse();
        (await HallaAsync(agente, ("Nacionalidad", "Paraguay"), ("Nacimiento", nacio))).ShouldBeFalse();

        var mal = await (await agente.AbrirAsync("/registro/buscar")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["Nacionalidad"] = "Uruguai", ["Nacimiento"] = "95" }, "Buscar", estado: System.Net.HttpStatusCode.UnprocessableEntity);
        mal.Texto.ShouldContain("Elija el país de la lista");
        mal.Documento.QuerySelector("#Nacionalidad")!.GetAttribute("value").ShouldBe("Uruguai");

        async Task<bool> HallaAsync(NavegadorHttp quien, params (string Campo, string Valor)[] datos) =>
            (await (await quien.AbrirAsync("/registro/buscar")).EnviarAsync(datos.ToDictionary(d => d.Campo, d => (CampoDeFormulario)d.Valor), "Buscar"))
                .Html.Contains(id.ToString(), StringComparison.Ordinal);
    }
}
