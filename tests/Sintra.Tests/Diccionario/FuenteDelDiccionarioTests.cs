using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Diccionario;
using Sintra.Tests.Comun;

namespace Sintra.Tests.Diccionario;

public sealed class FuenteDelDiccionarioEnSqlite() : FuenteDelDiccionarioTests(MotorDePrueba.Sqlite);

public sealed class FuenteDelDiccionarioEnPostgres() : FuenteDelDiccionarioTests(MotorDePrueba.Postgres);

/// <summary>Storage, in a database of its own for each test.</summary>
public abstract class FuenteDelDiccionarioTests(MotorDePrueba motor) : IAsyncLifetime
{
    private BaseDePrueba _base = null!;
    private ServiceProvider _servicios = null!;

    public async ValueTask InitializeAsync()
    {
        _base = await BaseDePrueba.NuevaAsync(motor);
        _servicios = _base.NuevoNodo(mas: servicios => servicios.AddDiccionario());
        await _servicios.GetRequiredService<Carriles>().AbrirAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Antes_de_prepararla_no_hay_diccionario()
    {
        Should.Throw<InvalidOperationException>(() => _servicios.GetRequiredService<FuenteDelDiccionario>().Vigente);
        await PrepararAsync();
        _servicios.GetRequiredService<FuenteDelDiccionario>().Vigente.Version.ShouldBe(1);
    }

    [Fact]
    public async Task La_base_guarda_lo_que_trae_la_semilla_una_sola_vez()
    {
        var reloj = Stopwatch.StartNew();
        var fuente = await PrepararAsync();
        TestContext.Current.TestOutputHelper!.WriteLine($"first start {reloj.ElapsedMilliseconds} ms");

        fuente.Vigente.Variables.ShouldBe(SemillaTests.Vigente.Variables);
        fuente.Vigente.Paginas.ShouldBe(SemillaTests.Vigente.Paginas);
        fuente.Vigente.GruposDeIdentidad.ShouldBe(SemillaTests.Vigente.GruposDeIdentidad);
        fuente.Vigente.Catalogos.Keys.ShouldBe(SemillaTests.Vigente.Catalogos.Keys, ignoreOrder: true);
        fuente.Vigente.Catalogos["municipios"].Opciones.Select(o => (o.Codigo, o.Nombre))
            .ShouldBe(SemillaTests.Vigente.Catalogos["municipios"].Opciones.Select(o => (o.Codigo, o.Nombre)));
        fuente.Vigente.Transiciones("expediente").ShouldBe(SemillaTests.Vigente.Transiciones("expediente"));

        reloj.Restart();
        (await PrepararAsync()).Vigente.Version.ShouldBe(1);
        TestContext.Current.TestOutputHelper!.WriteLine($"second start {reloj.ElapsedMilliseconds} ms");
        (await EnDb(db => db.VersionesDeDiccionario.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Una_semilla_distinta_guarda_solo_lo_que_cambia_y_lo_escrito_antes_se_lee_con_lo_de_antes()
    {
        // The base as an older program would have left it: a question worded otherwise, an option since withdrawn, a country not there yet.
        await PrepararAsync();
        await EnDb(async db =>
        {
            await db.VersionesDeDiccionario.ExecuteUpdateAsync(v => v.SetProperty(x => x.Huella, "otra"));
            await db.ElementosDeDiccionario.Where(e => e.Clase == ClaseDeElemento.Opcion && e.Clave == "paises/GT").ExecuteDeleteAsync();
            await db.ElementosDeDiccionario.Where(e => e.Clave == "sexo").ExecuteUpdateAsync(e => e.SetProperty(
                x => x.Definicion, x => x.Definicion.Replace("\"etiqueta\":\"Sexo\"", "\"etiqueta\":\"Género\"")));
            db.Add(new ElementoDeDiccionario { Clase = ClaseDeElemento.Opcion, Clave = "sexo/Z", Version = 1, Orden = 99, Definicion = """{"codigo":"Z","nombre":"Otra"}""" });
            return await db.SaveChangesAsync();
        });

        var fuente = await PrepararAsync();

        fuente.Vigente.Version.ShouldBe(2);
        fuente.Vigente["sexo"].Etiqueta.ShouldBe("Sexo");
        fuente.Vigente.Catalogos["sexo"].Elegibles.ShouldAllBe(o => o.Codigo != "Z");
        fuente.Vigente.Catalogos["sexo"].Buscar("Z").ShouldNotBeNull("what files have chosen is still read");
        fuente.Vigente.Catalogos["paises"].Buscar("GT").ShouldNotBeNull();
        (await EnDb(db => db.ElementosDeDiccionario.CountAsync(e => e.Version == 2))).ShouldBe(3);

        var anterior = await fuente.VersionAsync(1, TestContext.Current.CancellationToken);
        anterior["sexo"].Etiqueta.ShouldBe("Género");
        anterior.Catalogos["sexo"].Buscar("Z")!.Nombre.ShouldBe("Otra");
        (await fuente.VersionAsync(2, TestContext.Current.CancellationToken)).ShouldBeSameAs(fuente.Vigente);
    }

    [Fact]
    public async Task Lo_que_la_gente_definio_no_lo_cambia_una_version_nueva_del_programa()
    {
        await PrepararAsync();
        await EnDb(async db =>
        {
            // The people's version over a seed that was another; the program brings its own again.
            db.Add(new VersionDeDiccionario { Numero = 2, PublicadaEn = DateTime.UnixEpoch, Desde = DateOnly.MinValue });
            db.Add(new ElementoDeDiccionario { Clase = ClaseDeElemento.Opcion, Clave = "sexo/M", Version = 2, Orden = 0, Definicion = """{"codigo":"M","nombre":"Como lo dijo la gente"}""" });
            db.Add(new ElementoDeDiccionario { Clase = ClaseDeElemento.Opcion, Clave = "sexo/PROPIA", Version = 2, Orden = 98, Definicion = """{"codigo":"PROPIA","nombre":"Propia"}""" });
            await db.SaveChangesAsync();
            return await db.VersionesDeDiccionario.Where(v => v.Numero == 1).ExecuteUpdateAsync(v => v.SetProperty(x => x.Huella, "de antes"));
        });

        var vigente = (await PrepararAsync()).Vigente;

        vigente.Version.ShouldBe(3);
        vigente.Catalogos["sexo"].Buscar("M")!.Nombre.ShouldBe("Como lo dijo la gente");
        vigente.Catalogos["sexo"].Elegibles.ShouldContain(o => o.Codigo == "PROPIA");
    }

    [Fact]
    public async Task Un_programa_anterior_no_regresa_el_diccionario()
    {
        await PrepararAsync();
        await EnDb(async db =>
        {
            db.Add(new VersionDeDiccionario { Numero = 2, Huella = "posterior", PublicadaEn = DateTime.UnixEpoch, Desde = DateOnly.MinValue });
            return await db.SaveChangesAsync();
        });

        (await PrepararAsync()).Vigente.Version.ShouldBe(2);
        (await EnDb(db => db.VersionesDeDiccionario.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Dos_nodos_que_arrancan_a_la_vez_guardan_una_version()
    {
        // SQLite answers on the thread that asks: without threads of their own the second would start when the first has ended.
        await Task.WhenAll(Task.Run(() => Nueva().PrepararAsync(default)), Task.Run(() => Nueva().PrepararAsync(default)));
        (await EnDb(db => db.VersionesDeDiccionario.CountAsync())).ShouldBe(1);
    }

    private FuenteDelDiccionario Nueva() => new(_servicios.GetRequiredService<IServiceScopeFactory>(), _servicios.GetRequiredService<TimeProvider>());

    private async Task<FuenteDelDiccionario> PrepararAsync()
    {
        var fuente = Nueva();
        await fuente.PrepararAsync(TestContext.Current.CancellationToken);
        await _servicios.GetRequiredService<FuenteDelDiccionario>().PrepararAsync(TestContext.Current.CancellationToken);
        return fuente;
    }

    private async Task<T> EnDb<T>(Func<SintraDb, Task<T>> accion)
    {
        await using var ambito = _servicios.CreateAsyncScope();
        return await accion(ambito.ServiceProvider.GetRequiredService<SintraDb>());
    }
}
