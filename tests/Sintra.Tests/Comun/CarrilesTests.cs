using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;

namespace Sintra.Tests.Comun;

/// <summary>The lanes while they are written: nothing lost, nothing doubled, nobody left waiting.</summary>
public sealed class CarrilesTests
{
    [Theory, InlineData(MotorDePrueba.Sqlite), InlineData(MotorDePrueba.Postgres)]
    public async Task Una_transaccion_deshecha_no_deja_hueco(MotorDePrueba motor)
    {
        await using var propia = await BaseDePrueba.NuevaAsync(motor);
        await BaseDePrueba.AsentarAsync(propia.Nodo, 1);
        foreach (var abandonada in new[] { false, true })
        {
            await BaseDePrueba.EnAlcanceAsync(propia.Nodo, async sp =>
            {
                var db = sp.GetRequiredService<SintraDb>();
                var transaccion = await db.Database.BeginTransactionAsync();
                sp.GetRequiredService<Bitacora>().Asentar(new AlgoCambio(9));
                await db.SaveChangesAsync();
                await (abandonada ? Task.CompletedTask : transaccion.RollbackAsync());
                await transaccion.DisposeAsync();

                // The same context goes on after its transaction was given up.
                sp.GetRequiredService<Bitacora>().Asentar(new AlgoCambio(2));
                await db.SaveChangesAsync();
            });
        }

        await VerificaAsync(propia, asientos: 3);
    }

    [Theory, InlineData(MotorDePrueba.Sqlite), InlineData(MotorDePrueba.Postgres)]
    public async Task Volver_a_un_punto_de_retorno_no_deja_hueco(MotorDePrueba motor)
    {
        await using var propia = await BaseDePrueba.NuevaAsync(motor);
        await BaseDePrueba.EnAlcanceAsync(propia.Nodo, async sp =>
        {
            var (db, bitacora) = (sp.GetRequiredService<SintraDb>(), sp.GetRequiredService<Bitacora>());
            await using var transaccion = await db.Database.BeginTransactionAsync();
            bitacora.Asentar(new AlgoCambio(1));
            await db.SaveChangesAsync();
            await transaccion.CreateSavepointAsync("aqui");
            bitacora.Asentar(new AlgoCambio(2));
            await db.SaveChangesAsync();
            await transaccion.RollbackToSavepointAsync("aqui");
            bitacora.Asentar(new AlgoCambio(3));
            await db.SaveChangesAsync();
            await transaccion.CommitAsync();
        });
        await BaseDePrueba.AsentarAsync(propia.Nodo, 1);

        await VerificaAsync(propia, asientos: 3);
    }

    [Theory, InlineData(MotorDePrueba.Sqlite), InlineData(MotorDePrueba.Postgres)]
    public async Task Ocho_que_escriben_a_la_vez_y_a_veces_deshacen_dejan_una_bitacora_integra(MotorDePrueba motor)
    {
        await using var propia = await BaseDePrueba.NuevaAsync(motor);

        var asentados = await EscribirAsync([propia.Nodo], escritores: 8, veces: 100);

        await VerificaAsync(propia, asentados);
    }

    [Theory, InlineData(MotorDePrueba.Sqlite), InlineData(MotorDePrueba.Postgres)]
    public async Task Dos_nodos_con_los_mismos_carriles_no_bifurcan_la_bitacora(MotorDePrueba motor)
    {
        await using var propia = await BaseDePrueba.NuevaAsync(motor);

        var asentados = await EscribirAsync([propia.NuevoNodo(bloque: 3), propia.NuevoNodo(bloque: 3)], escritores: 4, veces: 50);

        await VerificaAsync(propia, asentados);
    }

    [Theory, InlineData(MotorDePrueba.Sqlite), InlineData(MotorDePrueba.Postgres)]
    public async Task Cada_nodo_toma_carriles_propios_y_los_de_lecturas_son_otros(MotorDePrueba motor)
    {
        await using var propia = await BaseDePrueba.NuevaAsync(motor);

        await BaseDePrueba.AsentarAsync(propia.Nodo, cambios: 1, lecturas: 1);
        await BaseDePrueba.AsentarAsync(propia.NuevoNodo(), cambios: 1, lecturas: 1);

        await propia.ConAsync(async db =>
        {
            var asientos = await db.Asientos.AsNoTracking().ToListAsync();
            asientos.Select(a => (a.Carril, a.Suceso)).ShouldBe(
                [(0, nameof(AlgoCambio)), (16, nameof(AlguienLeyo)), (32, nameof(AlgoCambio)), (48, nameof(AlguienLeyo))], ignoreOrder: true);
            asientos.ShouldAllBe(a => Carriles.EsDeLecturas(a.Carril) == (a.Suceso == nameof(AlguienLeyo)));
        });
    }

    [Fact]
    public async Task Un_bloque_devuelto_o_vencido_lo_toma_otro_nodo()
    {
        await using var propia = await BaseDePrueba.NuevaAsync(MotorDePrueba.Postgres);
        var (uno, otro) = (Carriles(propia.Nodo), Carriles(propia.NuevoNodo()));
        await uno.AbrirAsync(default);
        await otro.AbrirAsync(default);
        await uno.CerrarAsync(default);
        await Carriles(propia.NuevoNodo()).AbrirAsync(default);
        await propia.ConAsync(async db => (await db.Set<BloqueDeCarriles>().CountAsync()).ShouldBe(2));

        // The second node slept past its term and somebody else has its block: it moves on.
        await propia.SqlAsync("update bloque_de_carriles set hasta = now() - interval '1 minute' where bloque = 1");
        await Carriles(propia.NuevoNodo()).AbrirAsync(default);
        await otro.RenovarAsync(default);
        await propia.ConAsync(async db => (await db.Set<BloqueDeCarriles>().Select(b => b.Nodo).Distinct().CountAsync()).ShouldBe(3));

        static Carriles Carriles(ServiceProvider nodo) => nodo.GetRequiredService<Carriles>();
    }

    [Theory, InlineData(MotorDePrueba.Sqlite), InlineData(MotorDePrueba.Postgres)]
    public async Task Lo_que_no_se_guardo_no_se_asienta_y_el_carril_vuelve(MotorDePrueba motor)
    {
        await using var propia = await BaseDePrueba.NuevaAsync(motor);
        var llave = new Sellos(Llavero.EnMemoria(TimeProvider.System)).NuevaLlave(Guid.NewGuid(), ClaseDeLlave.Ordinaria);
        await propia.ConAsync(db => GuardarAsync(db, llave));

        // One lane of each class on SQLite: were it not given back, the second turn would wait for ever.
        for (var i = 0; i < 3; i++)
        {
            await BaseDePrueba.EnAlcanceAsync(propia.Nodo, async sp =>
            {
                var (db, bitacora) = (sp.GetRequiredService<SintraDb>(), sp.GetRequiredService<Bitacora>());
                db.Attach(new LlaveDeDatos { Dueno = Guid.NewGuid(), Clase = llave.Clase, Version = 1, LlaveDelLlavero = 1, Envuelta = llave.Envuelta }).State = EntityState.Modified;
                bitacora.Asentar(new AlgoCambio(i));
                await Should.ThrowAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
                db.ChangeTracker.Clear();
                bitacora.Asentar(new AlgoCambio(100 + i));
                await db.SaveChangesAsync();
            });
        }

        await VerificaAsync(propia, asientos: 3);
        await propia.ConAsync(async db => (await db.Asientos.AllAsync(a => a.Datos.Contains("10"))).ShouldBeTrue("a change that was not made must not be told"));
    }

    [Theory, InlineData(MotorDePrueba.Sqlite), InlineData(MotorDePrueba.Postgres)]
    public async Task Una_lectura_que_no_se_puede_asentar_no_se_sirve(MotorDePrueba motor)
    {
        await using var propia = await BaseDePrueba.NuevaAsync(motor);
        await propia.SqlAsync("alter table asiento rename to asiento_ido");
        var servida = false;

        await BaseDePrueba.EnAlcanceAsync(propia.Nodo, async sp => await Should.ThrowAsync<Exception>(async () =>
        {
            await sp.GetRequiredService<Bitacora>().LeerAsync(new AlguienLeyo(1), ExpedienteId.Nuevo(), default);
            servida = true;
        }));

        servida.ShouldBeFalse();
    }

    [Theory, InlineData(MotorDePrueba.Sqlite), InlineData(MotorDePrueba.Postgres)]
    public async Task La_base_niega_cambiar_o_borrar_un_asiento(MotorDePrueba motor)
    {
        await using var propia = await BaseDePrueba.NuevaAsync(motor);
        await BaseDePrueba.AsentarAsync(propia.Nodo, 1);

        foreach (var sql in new[] { "update asiento set suceso = 'Otro'", "delete from asiento" })
        {
            (await Should.ThrowAsync<System.Data.Common.DbException>(() => propia.SqlAsync(sql))).Message.ShouldContain("only added to");
        }
    }

    [Fact]
    public async Task Sin_carriles_o_sin_espera_no_se_guarda()
    {
        await using var propia = await BaseDePrueba.NuevaAsync(MotorDePrueba.Sqlite);
        await using var suelto = new SintraDbSqlite(new DbContextOptionsBuilder<SintraDbSqlite>().UseSqlite($"Data Source={propia.Directorio.Base}").Options);
        new Bitacora(suelto, Sesion.Anonima, TimeProvider.System).Asentar(new AlgoCambio(1));

        (await Should.ThrowAsync<InvalidOperationException>(() => suelto.SaveChangesAsync())).Message.ShouldContain("lanes");
#pragma warning disable RS0030 // that it is banned is what the test is about
        await propia.ConAsync(db => Task.FromResult(Should.Throw<NotSupportedException>(() => db.SaveChanges())));
#pragma warning restore RS0030
    }

    [Theory, InlineData(MotorDePrueba.Sqlite), InlineData(MotorDePrueba.Postgres)]
    public async Task Una_transaccion_anterior_a_los_carriles_no_asienta_en_vez_de_esperar(MotorDePrueba motor)
    {
        await using var propia = await BaseDePrueba.NuevaAsync(motor);
        await BaseDePrueba.EnAlcanceAsync(propia.NuevoNodo(), async sp =>
        {
            await using var transaccion = await sp.GetRequiredService<SintraDb>().Database.BeginTransactionAsync();
            sp.GetRequiredService<Bitacora>().Asentar(new AlgoCambio(1));

            (await Should.ThrowAsync<InvalidOperationException>(() => sp.GetRequiredService<SintraDb>().SaveChangesAsync())).Message.ShouldContain("AbrirAsync");
        });
    }

    private static Task<int> GuardarAsync(SintraDb db, LlaveDeDatos llave)
    {
        db.Add(llave);
        return db.SaveChangesAsync();
    }

    private static async Task<int> EscribirAsync(ServiceProvider[] nodos, int escritores, int veces)
    {
        foreach (var nodo in nodos)
        {
            await nodo.GetRequiredService<Carriles>().AbrirAsync(default);
        }

        var asentados = new ConcurrentBag<int>();
        await Task.WhenAll(Enumerable.Range(0, escritores).Select(k => Task.Run(async () =>
        {
            for (var i = 0; i < veces; i++)
            {
                var nodo = nodos[k % nodos.Length];
                asentados.Add(await (i % 5 == 0
                    ? SinAbrazosAsync(() => EnTransaccionAsync(nodo, deshacer: i % 10 == 0))
                    : DeUnaVezAsync(nodo)));
            }
        })));
        return asentados.Sum();
    }

    private static async Task<int> DeUnaVezAsync(ServiceProvider nodo)
    {
        var cambios = RandomNumberGenerator.GetInt32(2);
        await BaseDePrueba.AsentarAsync(nodo, cambios, lecturas: 1);
        return cambios + 1;
    }

    private static async Task<int> EnTransaccionAsync(ServiceProvider nodo, bool deshacer)
    {
        await BaseDePrueba.EnAlcanceAsync(nodo, async sp =>
        {
            var (db, bitacora) = (sp.GetRequiredService<SintraDb>(), sp.GetRequiredService<Bitacora>());
            await using var transaccion = await db.Database.BeginTransactionAsync();
            bitacora.Asentar(new AlguienLeyo(1));
            await db.SaveChangesAsync();
            bitacora.Asentar(new AlgoCambio(2));
            await db.SaveChangesAsync();
            await (deshacer ? transaccion.RollbackAsync() : transaccion.CommitAsync());
        });
        return deshacer ? 0 : 2;
    }

    // Two nodes on one lane may also embrace each other in the database (40P01), which undoes one: whoever asked asks again.
    private static async Task<int> SinAbrazosAsync(Func<Task<int>> caso)
    {
        while (true)
        {
            try
            {
                return await caso();
            }
            catch (InvalidOperationException e) when (e.InnerException?.InnerException is Npgsql.PostgresException { SqlState: "40P01" })
            {
                // Again.
            }
        }
    }

    private static Task VerificaAsync(BaseDePrueba propia, int asientos) => BaseDePrueba.EnAlcanceAsync(propia.Nodo, async sp =>
    {
        var vista = await sp.GetRequiredService<VerificarBitacoraHandler>().EjecutarAsync(new(), default);
        vista.Roto.ShouldBeNull();
        vista.Asientos.ShouldBe(asientos);
    });
}
