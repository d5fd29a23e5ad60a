using Microsoft.Extensions.DependencyInjection;
using Sintra.Expedientes;
using Sintra.Personas;

namespace Sintra.Tests.Personas;

/// <summary>A new key for tokens: nobody is lost to sight before, while or after they are made again.</summary>
public sealed class RehacerTestigosTests
{
    [Theory, AmbosMotores]
    public async Task Con_una_llave_nueva_se_sigue_encontrando_antes_y_despues(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var fiscalia = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var vieja = await PersonaAsync();
        casa.Services.GetRequiredService<Llavero>().Rotar(UsoDeLlave.Testigos, casa.Reloj);
        (await HallaAsync(vieja)).ShouldBeTrue("its tokens are under the old key");
        var nueva = await PersonaAsync();
        (await HallaAsync(nueva)).ShouldBeTrue();
        (await EnAsync<CompararExpedientesHandler, ExpedientesComparados>(c => c.EjecutarAsync(CancellationToken.None))).Sugerencias.ShouldBe(1, "one under each key");

        var hecho = await EnAsync<RehacerTestigosHandler, TestigosQueQuedaron>(r => r.EjecutarAsync(new(LlaveNueva: true), CancellationToken.None));
        hecho.ShouldBe(new(3, 2, 0, 0));
        (await casa.EnDbAsync(db => db.Testigos.CountAsync(t => t.Llave != 3))).ShouldBe(0);
        (await HallaAsync(vieja)).ShouldBeTrue();
        (await HallaAsync(nueva)).ShouldBeTrue();
        (await EnAsync<RehacerTestigosHandler, TestigosQueQuedaron>(r => r.EjecutarAsync(new(), CancellationToken.None))).ShouldBe(new(3, 0, 0, 0), "a second time changes nothing");

        async Task<ExpedienteId> PersonaAsync()
        {
            var id = await fiscalia.RegistrarAsync();
            await fiscalia.GuardarAsync(id, "documentos_e_identidad", new()
            {
                ["nombres"] = "Itzel", ["primer_apellido"] = "Canché", ["segundo_apellido"] = "Poot",
                ["fecha_nacimiento.dia"] = "7", ["fecha_nacimiento.mes"] = "1", ["fecha_nacimiento.anio"] = "2002",
            });
            return id;
        }

        async Task<bool> HallaAsync(ExpedienteId id) => (await (await fiscalia.AbrirAsync("/registro/buscar")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["Nombre"] = "poot itzel" }, "Buscar")).Html.Contains(id.ToString(), StringComparison.Ordinal);

        async Task<R> EnAsync<T, R>(Func<T, Task<R>> accion) where T : notnull
        {
            await using var alcance = casa.Services.CreateAsyncScope();
            return await accion(alcance.ServiceProvider.GetRequiredService<T>());
        }
    }
}
