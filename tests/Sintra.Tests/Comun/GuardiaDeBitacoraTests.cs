using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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
        await HastaAsync(() => File.Exists(propia.Directorio.PuntosDeControl) && new FileInfo(propia.Directorio.PuntosDeControl).Length > 0);

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

    [Theory]
    [InlineData(MotorDePrueba.Sqlite, false)]
    [InlineData(MotorDePrueba.Postgres, false)]
    [InlineData(MotorDePrueba.Sqlite, true)]
    [InlineData(MotorDePrueba.Postgres, true)]
    public async Task Con_el_archivo_de_llaves_mal_un_momento_sigue_con_las_que_tiene_y_lo_grita(MotorDePrueba motor, bool ajeno)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        await using var propia = await BaseDePrueba.NuevaAsync(motor);
        using var registro = new RegistroEnMemoria();
        using var registros = new LoggerFactory([registro]);
        using var guardia = Guardia(propia.Nodo, registros.CreateLogger<GuardiaDeBitacora>());
        var llavero = propia.Nodo.GetRequiredService<Llavero>();
        var tenida = llavero.Vigente(UsoDeLlave.Envolver);
        await guardia.StartAsync(default);

        var bueno = await File.ReadAllTextAsync(propia.Directorio.Llavero);
        if (ajeno)
        {
            await File.WriteAllTextAsync(propia.Directorio.Llavero, "[]");
        }
        else
        {
            BaseDePrueba.DejarLeerATodos(propia.Directorio.Llavero);
        }

        await HastaAsync(() => registro.Lineas.Any(l => l.Nivel is LogLevel.Critical));
        await BaseDePrueba.AsentarAsync(propia.Nodo, 1);
        await HastaAsync(() => File.Exists(propia.Directorio.PuntosDeControl) && new FileInfo(propia.Directorio.PuntosDeControl).Length > 0);
        guardia.ExecuteTask!.IsCompleted.ShouldBeFalse();
        llavero.Vigente(UsoDeLlave.Envolver).ShouldBe(tenida);

        await File.WriteAllTextAsync(propia.Directorio.Llavero, bueno);
        BaseDePrueba.DejarSoloAlDueno(propia.Directorio.Llavero);
        var nueva = Llavero.AbrirOCrear(propia.Directorio.Llavero, TimeProvider.System).Rotar(UsoDeLlave.Envolver, TimeProvider.System);
        await HastaAsync(() => llavero.Vigente(UsoDeLlave.Envolver).Id == nueva.Id);
        await guardia.StopAsync(default);
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

    private static async Task HastaAsync(Func<bool> ya)
    {
        while (!ya())
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static GuardiaDeBitacora Guardia(ServiceProvider nodo, ILogger<GuardiaDeBitacora>? registro = null) => new(
        nodo.GetRequiredService<IServiceScopeFactory>(),
        nodo.GetRequiredService<Carriles>(),
        nodo.GetRequiredService<Llavero>(),
        new RelojApurado(),
        registro ?? NullLogger<GuardiaDeBitacora>.Instance);

    /// <summary>A minute passes in a moment.</summary>
    private sealed class RelojApurado : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50));
    }
}
