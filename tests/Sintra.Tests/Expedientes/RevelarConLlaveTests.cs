using System.Net;
using Sintra.Tests.Cuentas;

namespace Sintra.Tests.Expedientes;

/// <summary>Where somebody is now is shown against a passkey as well as against a code, and each time against a fresh signature.</summary>
public sealed class RevelarConLlaveTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Una_llave_lo_muestra_y_su_firma_no_sirve_otra_vez(Motor motor)
    {
        var casa = await casas.De(motor);
        using var llave = new LlaveDePruebas();
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        using var navegador = await casa.YaDentroAsync(cuenta);
        await navegador.RegistrarLlaveAsync(llave);
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, "contacto_seguro", new() { ["dom_calle"] = "Callejón del Naranjo 8" });
        var pagina = await navegador.AbrirAsync($"/expedientes/{id}/mostrar");

        (await MostrarAsync("", HttpStatusCode.UnprocessableEntity)).Texto.ShouldContain("use su llave de acceso");
        (await navegador.AbrirAsync($"/expedientes/{id}")).Html.ShouldNotContain("Naranjo");
        var credencial = llave.Firmar(await navegador.PedirRetoAsync(ConLlave.RetoDeVerificacion, pagina));
        (await MostrarAsync(credencial, HttpStatusCode.OK)).Html.ShouldContain("Naranjo");
        await (await navegador.AbrirAsync($"/expedientes/{id}")).EnviarAsync(boton: "Ocultar ahora");
        await MostrarAsync(credencial, HttpStatusCode.UnprocessableEntity);

        (await navegador.AbrirAsync($"/expedientes/{id}")).Html.ShouldNotContain("Naranjo");

        Task<PaginaHtml> MostrarAsync(string firma, HttpStatusCode estado) => pagina.EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["Grupos"] = new[] { "contacto" }, ["Motivo"] = "ATENCION", ["Credencial"] = firma }, "Mostrar con mi llave", estado: estado);
    }
}
