using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Tests.Comun;

namespace Sintra.Tests.Arranque;

/// <summary>«bitacora verificar» as an operator runs it, over a database that its keeper tampered with.</summary>
public sealed class BitacoraAlteradaTests
{
    private const int Largo = 8;

    private static readonly (string Sql, int Posicion)[] Danos =
    [
        ("update asiento set datos = replace(datos, 'C', 'c') where carril = 0 and n = 1", 1),
        ("update asiento set datos = replace(datos, 'C', 'c') where carril = 0 and n = 5", 5),
        ("delete from asiento where carril = 0 and n = 5", 5),
        ("update asiento set n = 99 where carril = 0 and n = 5; update asiento set n = 5 where carril = 0 and n = 6; update asiento set n = 6 where carril = 0 and n = 99", 5),
    ];

    [Theory, AmbosMotores]
    public async Task Lo_alterado_se_halla_se_ubica_y_no_responde_0(Motor motor)
    {
        await using var nueva = await SembradaAsync(motor);
        await QuitarReglasAsync(nueva);
        await SqlAsync(nueva, "create table copia as select * from asiento");

        foreach (var (sql, posicion) in Danos)
        {
            await SqlAsync(nueva, sql);
            Ubicada(await VerificarAsync(nueva)).ShouldBe((0, posicion), sql);
            await SqlAsync(nueva, "delete from asiento; insert into asiento select * from copia");
        }

        var integra = await VerificarAsync(nueva);
        integra.Codigo.ShouldBe(0, integra.Errores);
        integra.Json.GetProperty("ok").GetBoolean().ShouldBeTrue();
        integra.Json.GetProperty("puntos").GetInt32().ShouldBe(1);
    }

    [Theory, AmbosMotores]
    public async Task El_primer_renglon_alterado_no_impide_trabajar_ni_culpa_al_archivo_de_llaves(Motor motor)
    {
        await using var nueva = await SembradaAsync(motor);
        await QuitarReglasAsync(nueva);
        await SqlAsync(nueva, Danos[0].Sql);

        var trabajo = await Proceso.OrdenAsync(nueva, "llaves", "rotar");
        trabajo.Codigo.ShouldBe(0, trabajo.Errores);

        var final = await VerificarAsync(nueva);
        Ubicada(final).ShouldBe((0, 1));
        final.Errores.ShouldNotContain("llaves");
    }

    [Theory, AmbosMotores]
    public async Task Con_las_llaves_de_otra_instalacion_verifica_y_ademas_lo_dice(Motor motor)
    {
        await using var nueva = await SembradaAsync(motor);
        File.Delete(nueva.Datos.Llavero);
        (await Proceso.OrdenAsync(nueva, "migrar")).Codigo.ShouldBe(0);

        var final = await VerificarAsync(nueva);
        Ubicada(final).ShouldBe((0, 1));
        final.Errores.ShouldContain("no es el de esta base de datos");
    }

    [Theory, AmbosMotores]
    public async Task Con_la_bitacora_en_calma_el_ultimo_renglon_borrado_se_halla(Motor motor)
    {
        await using var nueva = await SembradaAsync(motor);
        await QuitarReglasAsync(nueva);
        var (carril, n) = await UltimoPuntoAsync(nueva);
        await SqlAsync(nueva, string.Create(CultureInfo.InvariantCulture, $"delete from asiento where carril = {carril} and n = {n}"));

        Ubicada(await VerificarAsync(nueva)).ShouldBe((carril, (int)n));
    }

    [Theory, AmbosMotores]
    public async Task Sin_el_archivo_de_puntos_no_dice_que_todo_corresponde(Motor motor)
    {
        await using var nueva = await SembradaAsync(motor);
        var (carril, n) = await UltimoPuntoAsync(nueva);
        File.Delete(nueva.Datos.PuntosDeControl);

        var final = await VerificarAsync(nueva);
        Ubicada(final).ShouldBe((carril, (int)n));
        final.Errores.ShouldContain("no existe o no tiene ninguno");
        File.Exists(nueva.Datos.PuntosDeControl).ShouldBeFalse("whoever verifies signs nothing");
    }

    [Theory, AmbosMotores]
    public async Task Un_archivo_de_puntos_que_no_existe_es_llamarlo_mal(Motor motor)
    {
        await using var nueva = await SembradaAsync(motor);
        var noHay = Path.Combine(nueva.Datos.Raiz, "no-existe.jsonl");

        var final = await Proceso.OrdenAsync(nueva, "bitacora", "verificar", "--puntos", noHay);
        final.Codigo.ShouldBe(2);
        final.Salida.ShouldBeEmpty();
        final.Errores.ShouldContain(noHay);
    }

    private static Task<Proceso.Final> VerificarAsync(BaseDePruebas nueva) => Proceso.OrdenAsync(nueva, "bitacora", "verificar", "--json");

    private static (int Carril, int Posicion) Ubicada(Proceso.Final final)
    {
        final.Codigo.ShouldBe(1, final.Salida + final.Errores);
        final.Json.GetProperty("ok").GetBoolean().ShouldBeFalse();
        var roto = final.Json.GetProperty("roto");
        final.Errores.ShouldContain($"carril {roto.GetProperty("carril")}, posición {roto.GetProperty("posicion")}: {roto.GetProperty("motivo")}");
        return (roto.GetProperty("carril").GetInt32(), roto.GetProperty("posicion").GetInt32());
    }

    private static async Task<(int Carril, long N)> UltimoPuntoAsync(BaseDePruebas nueva)
    {
        await using var db = nueva.Contexto();
        var punto = await db.Asientos.SingleAsync(a => a.Suceso == nameof(PuntoDeControlFirmado));
        return (punto.Carril, punto.N);
    }

    // A lane of changes and one of readings, and what an orderly stop leaves.
    private static async Task<BaseDePruebas> SembradaAsync(Motor motor)
    {
        var nueva = await BaseDePruebas.NuevaAsync(motor);
        await nueva.MigrarAsync();
        await using var nodo = new ServiceCollection()
            .AddDatos(nueva.Postgres, nueva.Datos)
            .AddSellos()
            .AddBitacora()
            .AddScoped(_ => Sesion.DelSistema("FGR"))
            .BuildServiceProvider();
        await BaseDePrueba.AsentarAsync(nodo, cambios: Largo, lecturas: Largo);
        await BaseDePrueba.EnAlcanceAsync(nodo, async sp => (await sp.GetRequiredService<FirmarPuntoDeControlHandler>().EjecutarAsync(default)).ShouldBeTrue());
        await nodo.GetRequiredService<Carriles>().CerrarAsync(default);
        return nueva;
    }

    private static Task QuitarReglasAsync(BaseDePruebas nueva) => SqlAsync(nueva, nueva.Motor is Motor.Sqlite
        ? "drop trigger asiento_no_cambia; drop trigger asiento_no_se_borra"
        : "drop trigger asiento_solo_crece on asiento");

    private static async Task SqlAsync(BaseDePruebas nueva, string sql)
    {
        await using var db = nueva.Contexto();
        await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(sql));
    }
}
