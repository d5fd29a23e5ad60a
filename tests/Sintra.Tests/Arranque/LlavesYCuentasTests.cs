using System.Text.Json;
using Sintra.Cuentas;
using Sintra.Tests.Comun;

namespace Sintra.Tests.Arranque;

/// <summary>The verbs that change something, as an operator runs them.</summary>
public sealed class LlavesYCuentasTests
{
    private static readonly string[] Invitacion = ["cuenta", "invitar", "--correo", "ana@example.org", "--institucion", "PGR", "--perfil", "ministerio_publico", "--json"];

    [Theory, AmbosMotores]
    public async Task Invitar_deja_el_mensaje_solo_para_el_dueno_con_el_enlace_de_la_instalacion(Motor motor)
    {
        await using var nueva = await MigradaAsync(motor);

        var final = await Proceso.ConAjustesAsync(nueva, new Dictionary<string, string> { ["DireccionPublica"] = "https://sintra.example" }, Invitacion);

        final.Codigo.ShouldBe(0, final.Errores);
        final.Json.GetProperty("direccion").GetString().ShouldBe("https://sintra.example/");
        (final.Salida + final.Errores).ShouldNotContain("bienvenida");
        var mensaje = Directory.GetFiles(nueva.Datos.Correo).ShouldHaveSingleItem();
        BaseDePrueba.SoloDelDueno(mensaje).ShouldBeTrue();
        (await File.ReadAllTextAsync(mensaje)).ShouldContain("https://sintra.example/bienvenida/");
        var cuenta = final.Json.GetProperty("cuenta").GetGuid();
        await using var db = nueva.Contexto();
        (await db.Set<Cuenta>().SingleAsync(c => c.Correo == "ana@example.org")).Id.Valor.ShouldBe(cuenta);
    }

    [Theory, AmbosMotores]
    public async Task Invitar_sin_decir_la_direccion_de_los_enlaces_solo_vale_en_este_equipo(Motor motor)
    {
        await using var nueva = await MigradaAsync(motor);

        var deOtros = await Proceso.ConAjustesAsync(nueva, new Dictionary<string, string> { ["Proxy__DeConfianza"] = "10.0.0.5" }, Invitacion);
        deOtros.Codigo.ShouldBe(78);
        deOtros.Errores.ShouldContain("DireccionPublica");
        Directory.Exists(nueva.Datos.Correo).ShouldBeFalse();

        var local = await Proceso.OrdenAsync(nueva, Invitacion);
        local.Codigo.ShouldBe(0, local.Errores);
        local.Json.GetProperty("direccion").GetString().ShouldBe("http://localhost:5080/");
    }

    [Theory, AmbosMotores]
    public async Task Invitar_mal_responde_1_y_dice_que_corregir(Motor motor)
    {
        await using var nueva = await MigradaAsync(motor);
        var final = await Proceso.OrdenAsync(nueva, "cuenta", "invitar", "--correo", "ana", "--institucion", "NADIE", "--perfil", "ministerio_publico", "--json");
        final.Codigo.ShouldBe(1);
        final.Json.GetProperty("error").GetString().ShouldNotBeNull().ShouldContain("institución");
        final.Errores.ShouldContain("correo electrónico");
    }

    [Fact]
    public async Task Los_borradores_se_revisan_con_un_verbo()
    {
        await using var nueva = await MigradaAsync(Motor.Sqlite);

        var final = await Proceso.OrdenAsync(nueva, "borradores", "--json");

        final.Codigo.ShouldBe(0, final.Errores);
        final.Salida.Trim().ShouldBe("""{"avisados":0,"purgados":0,"descartados":0}""");
    }

    [Theory, AmbosMotores]
    public async Task Rotar_envuelve_todo_con_la_llave_nueva_y_queda_en_la_bitacora(Motor motor)
    {
        await using var nueva = await MigradaAsync(motor);
        await SembrarLlavesAsync(nueva, danada: false);

        var final = await Proceso.OrdenAsync(nueva, "llaves", "rotar", "--json");

        final.Codigo.ShouldBe(0, final.Errores);
        final.Salida.Trim().ShouldBe("""{"llave":2,"reenvueltas":3,"pendientes":0,"danadas":0}""");
        JsonDocument.Parse(await File.ReadAllBytesAsync(nueva.Datos.Llavero)).RootElement.EnumerateArray()
            .Count(l => l.GetProperty("Uso").GetString() == nameof(UsoDeLlave.Envolver)).ShouldBe(2);
        await using var db = nueva.Contexto();
        (await db.Set<LlaveDeDatos>().AllAsync(l => l.LlaveDelLlavero == 2)).ShouldBeTrue();
        (await db.Asientos.CountAsync(a => a.Suceso == nameof(LlavesReenvueltas))).ShouldBe(1);
        var verificada = await Proceso.OrdenAsync(nueva, "bitacora", "verificar", "--json");
        verificada.Codigo.ShouldBe(0, verificada.Salida + verificada.Errores);
        verificada.Json.GetProperty("puntos").GetInt32().ShouldBeGreaterThan(0);
    }

    [Theory, AmbosMotores]
    public async Task Una_llave_danada_no_detiene_a_las_demas_y_responde_1(Motor motor)
    {
        await using var nueva = await MigradaAsync(motor);
        await SembrarLlavesAsync(nueva, danada: true);

        var final = await Proceso.OrdenAsync(nueva, "llaves", "rotar", "--json");
        final.Codigo.ShouldBe(1);
        final.Salida.Trim().ShouldBe("""{"llave":2,"reenvueltas":2,"pendientes":1,"danadas":1}""");
        final.Errores.ShouldContain("1 llaves no se abren");
    }

    [Theory, AmbosMotores]
    public async Task Con_una_copia_vieja_de_las_llaves_se_niega(Motor motor)
    {
        await using var nueva = await MigradaAsync(motor);
        await SembrarLlavesAsync(nueva, danada: false);
        var vieja = await File.ReadAllBytesAsync(nueva.Datos.Llavero);
        (await Proceso.OrdenAsync(nueva, "llaves", "rotar")).Codigo.ShouldBe(0);
        await File.WriteAllBytesAsync(nueva.Datos.Llavero, vieja);

        var final = await Proceso.OrdenAsync(nueva, "llaves", "rotar");
        final.Codigo.ShouldBe(78);
        final.Errores.ShouldContain("no es el de esta base de datos");
    }

    private static async Task<BaseDePruebas> MigradaAsync(Motor motor)
    {
        var nueva = await BaseDePruebas.NuevaAsync(motor);
        (await Proceso.OrdenAsync(nueva, "migrar")).Codigo.ShouldBe(0);
        return nueva;
    }

    private static async Task SembrarLlavesAsync(BaseDePruebas nueva, bool danada)
    {
        var sellos = new Sellos(Llavero.AbrirOCrear(nueva.Datos.Llavero, TimeProvider.System));
        var llaves = Enumerable.Range(0, 3).Select(_ => sellos.NuevaLlave(Guid.NewGuid(), ClaseDeLlave.Ordinaria)).ToList();
        if (danada)
        {
            llaves[0].Envuelta[20] ^= 1;
        }

        await using var db = nueva.Contexto();
        db.AddRange(llaves);
        await db.SaveChangesAsync();
    }
}
