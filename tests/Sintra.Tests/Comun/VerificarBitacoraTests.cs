using Microsoft.Extensions.DependencyInjection;

namespace Sintra.Tests.Comun;

/// <summary>What somebody with the whole database in their hands may do to the log, and where it is found.</summary>
public sealed class VerificarBitacoraTests
{
    private const int Largo = 8;

    private const string Cambiado = "el contenido o el orden cambió";

    private static IEnumerable<(string Sql, int Posicion, string Motivo)> Danos(MotorDePrueba motor)
    {
        var esSqlite = motor is MotorDePrueba.Sqlite;
        var cabeza = esSqlite ? Largo + 1 : Largo; // where there is one lane, the signing's own line stands in it
        string[] columnas =
        [
            esSqlite ? "en = substr(en, 1, 18) || case substr(en, 19, 1) when '0' then '1' else '0' end || substr(en, 20)" : "en = en + interval '1 microsecond'",
            esSqlite ? "cuenta = substr(cuenta, 1, 35) || '2'" : "cuenta = '00000000-0000-7000-8000-000000000002'",
            "suceso = 'AlgoCambia'",
            "expediente = (select o.expediente from asiento o where o.carril = 0 and o.n = 4)",
            "expediente = null",
            "datos = replace(datos, 'C', 'c')",
            "mac = (select o.mac from asiento o where o.carril = 0 and o.n = 4)",
        ];
        foreach (var columna in columnas)
        {
            yield return ($"update asiento set {columna} where carril = 0 and n = 5", 5, Cambiado);
        }

        yield return ("delete from asiento where carril = 0 and n = 5", 5, "falta o cambió de lugar");
        yield return ("delete from asiento where carril = 0 and n = 1", 1, "falta o cambió de lugar");
        yield return ("update asiento set carril = 60, n = 1 where carril = 0 and n = 5", 5, "falta o cambió de lugar");
        yield return (
            "update asiento set n = 99 where carril = 0 and n = 5; update asiento set n = 5 where carril = 0 and n = 6; update asiento set n = 6 where carril = 0 and n = 99",
            5,
            Cambiado);
        yield return ("delete from asiento where carril = 0 and n > 5", 6, $"falta; un punto de control firmado la vio (llegaba a la {cabeza})");
        yield return ("delete from asiento where carril = 0", 1, $"falta; un punto de control firmado la vio (llegaba a la {cabeza})");
        if (esSqlite)
        {
            yield return ("update asiento set cuenta = 'Z' || substr(cuenta, 2) where carril = 0 and n = 5", 5, "el contenido cambió y ya no se puede leer");
        }
    }

    [Theory, InlineData(MotorDePrueba.Sqlite), InlineData(MotorDePrueba.Postgres)]
    public async Task Lo_alterado_se_halla_y_se_ubica(MotorDePrueba motor)
    {
        await using var propia = await SembradaAsync(motor);
        await propia.QuitarReglasAsync();
        await propia.SqlAsync("create table copia as select * from asiento");

        foreach (var (sql, posicion, motivo) in Danos(motor))
        {
            await propia.SqlAsync(sql);
            (await VerificarAsync(propia)).Roto.ShouldBe(new(0, posicion, motivo), sql);
            await propia.SqlAsync("delete from asiento; insert into asiento select * from copia");
            (await VerificarAsync(propia)).Ok.ShouldBeTrue("put back after: " + sql);
        }
    }

    [Theory, InlineData(MotorDePrueba.Sqlite), InlineData(MotorDePrueba.Postgres)]
    public async Task Una_bitacora_integra_dice_cuanto_se_leyo(MotorDePrueba motor)
    {
        await using var propia = await SembradaAsync(motor);

        var vista = await VerificarAsync(propia);

        // Changes, readings, and the line that tells of the checkpoint.
        vista.ShouldBe(new(Ok: true, Asientos: (2 * Largo) + 1, Carriles: motor is MotorDePrueba.Sqlite ? 2 : 3, Puntos: 1, PuntosAusentes: 0, Roto: null));
    }

    [Fact]
    public async Task Solo_se_firma_cuando_hubo_algo_nuevo_y_el_archivo_es_del_dueno()
    {
        await using var propia = await SembradaAsync(MotorDePrueba.Sqlite);

        (await FirmarAsync(propia)).ShouldBeFalse("its own line is nothing new");
        await BaseDePrueba.AsentarAsync(propia.Nodo, 1);
        (await FirmarAsync(propia)).ShouldBeTrue();

        (await File.ReadAllLinesAsync(propia.Directorio.PuntosDeControl)).Length.ShouldBe(2);
        BaseDePrueba.SoloDelDueno(propia.Directorio.PuntosDeControl).ShouldBeTrue();
    }

    [Fact]
    public async Task Un_punto_de_control_retocado_o_quitado_se_dice()
    {
        await using var propia = await SembradaAsync(MotorDePrueba.Sqlite);
        var ruta = propia.Directorio.PuntosDeControl;
        var integro = await File.ReadAllTextAsync(ruta);

        await File.WriteAllTextAsync(ruta, integro.Replace("\"N\":8", "\"N\":7", StringComparison.Ordinal));
        (await VerificarAsync(propia)).Roto!.ToString().ShouldBe("renglón 1: la firma del punto de control no corresponde");

        await File.WriteAllTextAsync(ruta, integro.Replace("\"Llave\":1", "\"Llave\":7", StringComparison.Ordinal));
        (await VerificarAsync(propia)).Roto!.ToString().ShouldBe("renglón 1: la firma del punto de control no corresponde");

        await File.WriteAllTextAsync(ruta, """{"En":"2026-01-01T00:00:00Z","Cabezas":[null],"Llave":1,"Firma":"AAAA"}""" + "\n");
        (await VerificarAsync(propia)).Roto!.ToString().ShouldBe("renglón 1: no es un punto de control");

        await File.WriteAllTextAsync(ruta, "");
        (await VerificarAsync(propia)).Roto.ShouldBe(new(0, Largo + 1, "habla de un punto de control firmado, y el archivo de puntos no existe o no tiene ninguno"));
    }

    [Fact]
    public async Task Medio_renglon_que_dejo_un_apagon_se_quita_al_firmar_el_siguiente()
    {
        await using var propia = await SembradaAsync(MotorDePrueba.Sqlite);
        await File.AppendAllTextAsync(propia.Directorio.PuntosDeControl, """{"En":"2026-""");
        await BaseDePrueba.AsentarAsync(propia.Nodo, 1);

        await FirmarAsync(propia);

        (await VerificarAsync(propia)).ShouldSatisfyAllConditions(v => v.Ok.ShouldBeTrue(), v => v.Puntos.ShouldBe(2));
    }

    private static async Task<BaseDePrueba> SembradaAsync(MotorDePrueba motor)
    {
        var propia = await BaseDePrueba.NuevaAsync(motor);
        await BaseDePrueba.AsentarAsync(propia.Nodo, cambios: Largo, lecturas: Largo);
        (await FirmarAsync(propia)).ShouldBeTrue();
        return propia;
    }

    private static async Task<bool> FirmarAsync(BaseDePrueba propia)
    {
        await using var alcance = propia.Nodo.CreateAsyncScope();
        return await alcance.ServiceProvider.GetRequiredService<FirmarPuntoDeControlHandler>().EjecutarAsync(default);
    }

    private static async Task<VerificacionDeBitacora> VerificarAsync(BaseDePrueba propia)
    {
        await using var alcance = propia.Nodo.CreateAsyncScope();
        return await alcance.ServiceProvider.GetRequiredService<VerificarBitacoraHandler>().EjecutarAsync(new(), default);
    }
}
