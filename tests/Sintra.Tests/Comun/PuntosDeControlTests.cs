using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Sintra.Tests.Comun;

/// <summary>What the log tells of the file of signed heads, and what somebody with both in their hands may take out of it.</summary>
public sealed class PuntosDeControlTests
{
    private const string NoEsta = "habla de un punto de control firmado que no está en el archivo";
    private const string NoEstaElSuyo = "el punto de control que se firmó con ella no está en el archivo";

    [Theory, InlineData(MotorDePrueba.Sqlite), InlineData(MotorDePrueba.Postgres)]
    public async Task Lo_firmado_cubre_tambien_el_renglon_que_lo_cuenta(MotorDePrueba motor)
    {
        await using var propia = await FirmadaAsync(motor, veces: 1);
        var (carril, n) = (await ContadosAsync(propia))[^1];
        await propia.QuitarReglasAsync();
        await propia.SqlAsync($"delete from asiento where carril = {carril} and n = {n}");

        var roto = (await VerificarAsync(propia)).Roto.ShouldNotBeNull();
        (roto.Carril, roto.Posicion).ShouldBe((carril, n));
        roto.Motivo.ShouldContain("un punto de control firmado la vio");
    }

    [Theory, InlineData(MotorDePrueba.Sqlite), InlineData(MotorDePrueba.Postgres)]
    public async Task Un_punto_quitado_del_archivo_se_halla_y_se_ubica(MotorDePrueba motor)
    {
        await using var propia = await FirmadaAsync(motor, veces: 4);
        var ruta = propia.Directorio.PuntosDeControl;
        var renglones = await File.ReadAllLinesAsync(ruta);
        var contados = await ContadosAsync(propia);
        (await VerificarAsync(propia)).Ok.ShouldBeTrue();

        // The fourth line of the log names the third of the file; the last of the file is named by none, yet covers that line.
        foreach (var (quitado, contado, motivo) in new[] { (1, 2, NoEsta), (2, 3, NoEsta), (3, 3, NoEstaElSuyo) })
        {
            await File.WriteAllLinesAsync(ruta, renglones.Where((_, i) => i != quitado));
            (await VerificarAsync(propia)).Roto.ShouldBe(new(contados[contado].Carril, contados[contado].N, motivo));
        }

        await File.WriteAllLinesAsync(ruta, renglones);
        (await VerificarAsync(propia)).Ok.ShouldBeTrue();
    }

    [Theory, InlineData(MotorDePrueba.Sqlite), InlineData(MotorDePrueba.Postgres)]
    public async Task Una_copia_mas_vieja_que_la_bitacora_no_la_culpa_y_dice_cuanto_le_falta(MotorDePrueba motor)
    {
        await using var propia = await FirmadaAsync(motor, veces: 4);
        var copia = propia.Directorio.PuntosDeControl + ".copia";
        await File.WriteAllLinesAsync(copia, (await File.ReadAllLinesAsync(propia.Directorio.PuntosDeControl)).Take(2));

        (await VerificarAsync(propia, copia)).ShouldSatisfyAllConditions(
            v => v.Roto.ShouldBeNull(),
            v => v.Puntos.ShouldBe(2),
            v => v.PuntosAusentes.ShouldBe(2));
    }

    [Fact]
    public async Task Cada_nodo_tiene_su_archivo_y_del_de_otro_no_responde()
    {
        await using var propia = await FirmadaAsync(MotorDePrueba.Postgres, veces: 2);
        var otro = DirectorioDeDatos.En(Path.Combine(propia.Directorio.Raiz, "otro"));
        DirectorioDeDatos.En(Path.GetDirectoryName(otro.Llavero)!);
        File.Copy(propia.Directorio.Llavero, otro.Llavero);
        var nodo = propia.NuevoNodo(mas: s => s.Replace(ServiceDescriptor.Singleton(otro)));

        (await VerificarAsync(nodo)).Ok.ShouldBeFalse("it has no file yet, and the log tells of checkpoints");
        for (var i = 0; i < 3; i++)
        {
            await BaseDePrueba.AsentarAsync(nodo, 1);
            (await FirmarAsync(nodo)).ShouldBeTrue();
        }

        (await VerificarAsync(nodo)).ShouldSatisfyAllConditions(v => v.Roto.ShouldBeNull(), v => v.Puntos.ShouldBe(3));
        (await VerificarAsync(propia)).ShouldSatisfyAllConditions(v => v.Roto.ShouldBeNull(), v => v.PuntosAusentes.ShouldBeGreaterThan(0));
        (await FirmarAsync(propia.Nodo)).ShouldBeTrue("the other's lines of work, which this file does not cover");
        (await FirmarAsync(nodo)).ShouldBeFalse("the other's checkpoint is nothing new");
    }

    [Theory, InlineData(MotorDePrueba.Sqlite), InlineData(MotorDePrueba.Postgres)]
    public async Task Si_el_proceso_cayo_entre_la_bitacora_y_el_archivo_la_siguiente_firma_lo_cubre(MotorDePrueba motor)
    {
        await using var propia = await FirmadaAsync(motor, veces: 2);
        var renglones = await File.ReadAllLinesAsync(propia.Directorio.PuntosDeControl);
        await File.WriteAllLinesAsync(propia.Directorio.PuntosDeControl, renglones[..1]);
        (await VerificarAsync(propia)).Roto!.Motivo.ShouldBe(NoEstaElSuyo);

        (await FirmarAsync(propia.Nodo)).ShouldBeTrue("what called for the signing still does");

        (await VerificarAsync(propia)).ShouldSatisfyAllConditions(v => v.Roto.ShouldBeNull(), v => v.Puntos.ShouldBe(2));
    }

    [Theory, InlineData(MotorDePrueba.Sqlite), InlineData(MotorDePrueba.Postgres)]
    public async Task Quien_firma_espera_a_quien_esta_firmando(MotorDePrueba motor)
    {
        await using var propia = await FirmadaAsync(motor, veces: 1);
        await BaseDePrueba.AsentarAsync(propia.Nodo, 1);
        Task<bool> firma;
        await using (new FileStream($"{propia.Directorio.PuntosDeControl}.candado", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None))
        {
            firma = FirmarAsync(propia.Nodo);
            firma.IsCompleted.ShouldBeFalse();
        }

        (await firma).ShouldBeTrue();
        (await VerificarAsync(propia)).ShouldSatisfyAllConditions(v => v.Roto.ShouldBeNull(), v => v.Puntos.ShouldBe(2));
    }

    [Theory, InlineData(MotorDePrueba.Sqlite), InlineData(MotorDePrueba.Postgres)]
    public async Task Varios_que_firman_a_la_vez_dejan_renglones_enteros(MotorDePrueba motor)
    {
        await using var propia = await FirmadaAsync(motor, veces: 1);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await BaseDePrueba.AsentarAsync(propia.Nodo, 1);
            await FirmarAsync(propia.Nodo);
        })));

        (await VerificarAsync(propia)).Roto.ShouldBeNull();
    }

    private static async Task<BaseDePrueba> FirmadaAsync(MotorDePrueba motor, int veces)
    {
        var propia = await BaseDePrueba.NuevaAsync(motor);
        for (var i = 0; i < veces; i++)
        {
            await BaseDePrueba.AsentarAsync(propia.Nodo, cambios: 2, lecturas: 1);
            (await FirmarAsync(propia.Nodo)).ShouldBeTrue();
        }

        return propia;
    }

    // In the order they were written.
    private static async Task<List<(int Carril, long N)>> ContadosAsync(BaseDePrueba propia)
    {
        List<(int, long)> contados = [];
        await propia.ConAsync(async db => contados.AddRange(
            (await db.Asientos.Where(a => a.Suceso == nameof(PuntoDeControlFirmado)).OrderBy(a => a.En).ToListAsync()).Select(a => (a.Carril, a.N))));
        return contados;
    }

    private static async Task<bool> FirmarAsync(ServiceProvider nodo)
    {
        await using var alcance = nodo.CreateAsyncScope();
        return await alcance.ServiceProvider.GetRequiredService<FirmarPuntoDeControlHandler>().EjecutarAsync(default);
    }

    private static Task<VerificacionDeBitacora> VerificarAsync(BaseDePrueba propia, string? copia = null) => VerificarAsync(propia.Nodo, copia);

    private static async Task<VerificacionDeBitacora> VerificarAsync(ServiceProvider nodo, string? copia = null)
    {
        await using var alcance = nodo.CreateAsyncScope();
        return await alcance.ServiceProvider.GetRequiredService<VerificarBitacoraHandler>().EjecutarAsync(new(copia), default);
    }
}
