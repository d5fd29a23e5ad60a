using Microsoft.Extensions.DependencyInjection;

namespace Sintra.Tests.Comun;

public sealed class LlaveroTests : IDisposable
{
    private static readonly Sitio Aqui = new("seccion", "selladas", "1");

    private readonly DirectorioDeDatos _directorio = DirectorioDeDatos.En(Path.Combine(Path.GetTempPath(), $"sintra-{Guid.NewGuid():n}"));

    public void Dispose() => Directory.Delete(_directorio.Raiz, recursive: true);

    [Fact]
    public void Nace_solo_del_dueno_y_se_reabre_igual()
    {
        var creado = Abrir();

        BaseDePrueba.SoloDelDueno(_directorio.Llavero).ShouldBeTrue();
        foreach (var uso in Enum.GetValues<UsoDeLlave>())
        {
            Abrir().Vigente(uso).Material.ShouldBe(creado.Vigente(uso).Material);
        }
    }

    [Fact]
    public void Si_otros_pueden_leerlo_no_se_abre_y_dice_que_hacer()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        Abrir();
        BaseDePrueba.DejarLeerATodos(_directorio.Llavero);

        Should.Throw<LlaveroInseguroException>(Abrir).Message.ShouldContain($"chmod 600 {_directorio.Llavero}");
    }

    [Theory, InlineData(""), InlineData("{"), InlineData("null"), InlineData("""[{"Id":1}]""")]
    public void Un_archivo_danado_no_se_sustituye_por_otro(string contenido)
    {
        Abrir();
        File.WriteAllText(_directorio.Llavero, contenido);

        Should.Throw<LlaveroIlegibleException>(Abrir).Message.ShouldContain("copia de respaldo");

        File.ReadAllText(_directorio.Llavero).ShouldBe(contenido);
    }

    [Fact]
    public async Task Varios_que_lo_abren_y_rotan_a_la_vez_no_pierden_ninguna_llave()
    {
        var llaveros = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(Abrir)));
        var nuevas = await Task.WhenAll(llaveros.Select(l => Task.Run(() => l.Rotar(UsoDeLlave.Envolver, TimeProvider.System))));

        nuevas.Select(n => n.Id).ShouldBe([2, 3, 4, 5, 6, 7], ignoreOrder: true);
        foreach (var nueva in nuevas)
        {
            // Also those that hold an older copy in memory find it.
            llaveros.ShouldAllBe(l => l.Buscar(UsoDeLlave.Envolver, nueva.Id).Material.SequenceEqual(nueva.Material));
        }
    }

    [Theory, InlineData(MotorDePrueba.Sqlite), InlineData(MotorDePrueba.Postgres)]
    public async Task Rotar_reenvuelve_las_llaves_y_lo_sellado_sigue_abriendo(MotorDePrueba motor)
    {
        await using var propia = await BaseDePrueba.NuevaAsync(motor);
        var (sellos, otroProceso) = (propia.Nodo.GetRequiredService<Sellos>(), new Sellos(Llavero.AbrirOCrear(propia.Directorio.Llavero, TimeProvider.System)));
        var llaves = Enumerable.Range(0, 1203).Select(_ => sellos.NuevaLlave(Guid.NewGuid(), ClaseDeLlave.Ordinaria)).ToList();
        var sellado = sellos.Sellar(llaves[7], Aqui, "Ana");
        llaves[3].Envuelta = new byte[60];
        await propia.ConAsync(db =>
        {
            db.AddRange(llaves);
            return db.SaveChangesAsync();
        });

        (await RotarAsync(propia, new())).ShouldBe(new(Llave: 2, Reenvueltas: 1202, Pendientes: 1, Danadas: 1));
        (await RotarAsync(propia, new(Continuar: true))).ShouldBe(new(Llave: 2, Reenvueltas: 0, Pendientes: 1, Danadas: 1));

        await propia.ConAsync(async db =>
        {
            var llave = await db.Set<LlaveDeDatos>().SingleAsync(l => l.Dueno == llaves[7].Dueno);
            llave.LlaveDelLlavero.ShouldBe(2);
            sellos.AbrirTexto(llave, Aqui, sellado).ShouldBe("Ana");
            otroProceso.AbrirTexto(llave, Aqui, sellado).ShouldBe("Ana", "a process that opened the ring before the rotation");
            sellos.AbrirTexto(llaves[7], Aqui, sellado).ShouldBe("Ana", "the old row, from a backup");
            (await db.Asientos.CountAsync(a => a.Suceso == nameof(LlavesReenvueltas))).ShouldBe(3);
            (await db.Asientos.CountAsync(a => a.Suceso == nameof(LlaveDeEnvolverCreada))).ShouldBe(1);
        });
    }

    [Fact]
    public async Task El_archivo_de_otra_instalacion_se_niega()
    {
        await using var propia = await BaseDePrueba.NuevaAsync(MotorDePrueba.Sqlite);
        await BaseDePrueba.AsentarAsync(propia.Nodo, 1);
        await ComprobarAsync(propia.NuevoNodo());

        File.Delete(propia.Directorio.Llavero);

        await Should.ThrowAsync<LlaveroAjenoException>(() => ComprobarAsync(propia.NuevoNodo()));
    }

    private static Task ComprobarAsync(ServiceProvider nodo) =>
        BaseDePrueba.EnAlcanceAsync(nodo, sp => sp.GetRequiredService<ComprobarLlaveroHandler>().EjecutarAsync(default));

    private static async Task<LlavesRotadas> RotarAsync(BaseDePrueba propia, RotarLlaves orden)
    {
        await using var alcance = propia.Nodo.CreateAsyncScope();
        return await alcance.ServiceProvider.GetRequiredService<RotarLlavesHandler>().EjecutarAsync(orden, default);
    }

    private Llavero Abrir() => Llavero.AbrirOCrear(_directorio.Llavero, TimeProvider.System);
}
