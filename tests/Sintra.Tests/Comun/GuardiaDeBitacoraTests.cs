using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sintra.Web.Operacion;

namespace Sintra.Tests.Comun;

public sealed class GuardiaDeBitacoraTests
{
    [Theory, InlineData(MotorDePrueba.Sqlite), InlineData(MotorDePrueba.Postgres)]
    public async Task Mientras_el_sitio_corre_firma_lo_nuevo_y_al_parar_firma_y_devuelve_el_bloque(MotorDePrueba motor)
    {
        await using var propia = await BaseDePrueba.NuevaAsync(motor);
        using var guardia = Guardia(propia.Nodo);
        await guardia.StartAsync(default);
        if (motor is MotorDePrueba.Postgres)
        {
            await propia.ConAsync(async db => (await db.Set<BloqueDeCarriles>().CountAsync()).ShouldBe(1));
        }

        await BaseDePrueba.AsentarAsync(propia.Nodo, cambios: 1, lecturas: 1);
        while (!File.Exists(propia.Directorio.PuntosDeControl) || (await PuntosAsync(propia)).Length == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await guardia.StopAsync(default);
        await propia.ConAsync(async db => (await db.Set<BloqueDeCarriles>().CountAsync()).ShouldBe(0));
        await BaseDePrueba.AsentarAsync(propia.Nodo, cambios: 1);
        using var otra = Guardia(propia.Nodo);
        await otra.StartAsync(default);
        await otra.StopAsync(default);

        (await PuntosAsync(propia)).Length.ShouldBe(2);
        await BaseDePrueba.EnAlcanceAsync(propia.Nodo, async sp =>
            (await sp.GetRequiredService<VerificarBitacoraHandler>().EjecutarAsync(new(), default)).ShouldSatisfyAllConditions(
                v => v.Roto.ShouldBeNull(),
                v => v.Puntos.ShouldBe(2)));
    }

    [Fact]
    public async Task Con_las_llaves_de_otra_instalacion_el_sitio_no_arranca()
    {
        await using var propia = await BaseDePrueba.NuevaAsync(MotorDePrueba.Sqlite);
        await BaseDePrueba.AsentarAsync(propia.Nodo, 1);
        File.Delete(propia.Directorio.Llavero);
        using var guardia = Guardia(propia.NuevoNodo());

        (await Should.ThrowAsync<LlaveroAjenoException>(() => guardia.StartAsync(default))).Message.ShouldContain("Restaure la copia");
    }

    private static Task<string[]> PuntosAsync(BaseDePrueba propia) => File.ReadAllLinesAsync(propia.Directorio.PuntosDeControl);

    private static GuardiaDeBitacora Guardia(ServiceProvider nodo) => new(
        nodo.GetRequiredService<IServiceScopeFactory>(),
        nodo.GetRequiredService<Carriles>(),
        nodo.GetRequiredService<Llavero>(),
        new RelojApurado(),
        NullLogger<GuardiaDeBitacora>.Instance);

    /// <summary>A minute passes in a moment.</summary>
    private sealed class RelojApurado : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50));
    }
}
