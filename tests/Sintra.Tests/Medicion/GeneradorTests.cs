using Microsoft.Extensions.DependencyInjection;
using Sintra.Bench.Generador;
using Sintra.Expedientes;

namespace Sintra.Tests.Medicion;

/// <summary>What the measuring generator writes set by set is what the use cases write file by file.</summary>
public sealed class GeneradorTests
{
    private const ulong Semilla = 7;

    private static readonly FormattableString[] DePostgres =
    [
        $"select indexname || indexdef from pg_indexes where schemaname = 'public'",
        $"select conrelid::regclass::text || conname || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace",
    ];

    private static readonly FormattableString[] DeSqlite = [$"select type || name || coalesce(sql, '') from sqlite_master where name not like 'sqlite@_stat%' escape '@'"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, AmbosMotores]
    public async Task Cien_generados_son_los_que_escriben_los_casos_de_uso(Motor motor)
    {
        await using var una = await BaseDePruebas.NuevaAsync(motor);
        await using var otra = await BaseDePruebas.NuevaAsync(motor);
        await using var generado = await NodoDeFichas.NuevoAsync(una.Postgres, una.Datos, Ct);
        ConLasLlavesDe(una, otra);
        await using var escrito = await NodoDeFichas.NuevoAsync(otra.Postgres, otra.Datos, Ct);
        var (antesDeGenerar, antesDeEscribir) = (await FilasDeBase.LeerAsync(generado, Ct), await FilasDeBase.LeerAsync(escrito, Ct));

        var fichas = new Fichas(generado.Diccionario, Semilla, 100);
        await new Generacion(generado).EjecutarAsync(fichas, null, Ct);
        var folios = new Dictionary<string, string>();
        for (var n = 1; n <= fichas.Cuantas; n++)
        {
            await EscribirAsync(escrito, fichas.De(n), folios);
        }

        var (generadas, escritas) = (await FilasDeBase.LeerAsync(generado, Ct), await FilasDeBase.LeerAsync(escrito, Ct));
        string[] cambiadas = ["acceso", "asiento", "calidad", "expediente", "filtro_multiple", "hecho", "llave_de_datos", "seccion", "testigo"];
        generadas.Tablas.Where(t => t != "bloque_de_carriles" && generadas.Cuenta(t) != antesDeGenerar.Cuenta(t)).Order().ShouldBe(cambiadas);
        escritas.Tablas.Where(t => t != "bloque_de_carriles" && escritas.Cuenta(t) != antesDeEscribir.Cuenta(t)).Order().ShouldBe(cambiadas);
        foreach (var tabla in cambiadas.Except(["asiento"]))
        {
            generadas.Cuenta(tabla).ShouldBeGreaterThan(50);

            // What registering makes comes after reading the file, which draws ids too: those are of the same moment, not the same.
            var (omitidas, deMomento) = (tabla == "llave_de_datos" ? ["envuelta"] : Array.Empty<string>(), tabla switch { "calidad" => ["id"], "expediente" => ["version"], _ => Array.Empty<string>() });
            generadas.Renglones(tabla, omitidas, deMomento).ShouldBe([.. ConFolios(escritas.Renglones(tabla, omitidas, deMomento))]);
        }

        Asientos(generadas, antesDeGenerar).ShouldBe([.. ConFolios(Asientos(escritas, antesDeEscribir)).Order(StringComparer.Ordinal)]);
        await VerificarAsync(generado);
        fichas.De(1).Folio.ShouldNotBeNull();
        folios.Values.Distinct().Count().ShouldBe(folios.Count);
        folios.Values.ShouldAllBe(f => Folio.Leer(f) == f);

        // The one who registers by the form is given a folio by chance.
        IEnumerable<string> ConFolios(IEnumerable<string> renglones) => renglones
            .Select(r => folios.FirstOrDefault(f => r.Contains(f.Key, StringComparison.OrdinalIgnoreCase)) is { Key: { } folio } par ? r.Replace(folio, par.Value.ToLowerInvariant(), StringComparison.OrdinalIgnoreCase) : r)
            .Order(StringComparer.Ordinal);
    }

    [Theory, AmbosMotores]
    public async Task La_misma_semilla_da_los_mismos_y_la_base_queda_como_estaba(Motor motor)
    {
        await using var una = await BaseDePruebas.NuevaAsync(motor);
        await using var otra = await BaseDePruebas.NuevaAsync(motor);
        await using var primera = await NodoDeFichas.NuevoAsync(una.Postgres, una.Datos, Ct);
        ConLasLlavesDe(una, otra);
        await using var segunda = await NodoDeFichas.NuevoAsync(otra.Postgres, otra.Datos, Ct);
        var antes = await ObjetosAsync(una);

        foreach (var nodo in new[] { primera, segunda })
        {
            await new Generacion(nodo).EjecutarAsync(new(nodo.Diccionario, Semilla, 600), null, Ct);
            await VerificarAsync(nodo);
        }

        var (unas, otras) = (await FilasDeBase.LeerAsync(primera, Ct), await FilasDeBase.LeerAsync(segunda, Ct));
        foreach (var tabla in new[] { "acceso", "calidad", "expediente", "filtro_multiple", "hecho", "llave_de_datos", "seccion", "testigo" })
        {
            unas.Renglones(tabla, ["envuelta"], []).ShouldBe(otras.Renglones(tabla, ["envuelta"], []));
        }

        (await ObjetosAsync(una)).ShouldBe(antes);
        new Fichas(primera.Diccionario, Semilla + 1, 600).De(1).Orden.Paginas["registro_minimo"]
            .ShouldNotBe(new Fichas(primera.Diccionario, Semilla, 600).De(1).Orden.Paginas["registro_minimo"]);
        await Should.ThrowAsync<InvalidOperationException>(() => new Generacion(primera).EjecutarAsync(new(primera.Diccionario, Semilla, 1), null, Ct));
    }

    private static void ConLasLlavesDe(BaseDePruebas una, BaseDePruebas otra)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(otra.Datos.Llavero)!);
        File.Copy(una.Datos.Llavero, otra.Datos.Llavero);
    }

    private static async Task EscribirAsync(NodoDeFichas nodo, FichaGenerada ficha, Dictionary<string, string> folios)
    {
        var turno = FichaEnCurso.Empezar(ficha, Semilla);
        var id = await EnAlcanceAsync(nodo, sp => sp.GetRequiredService<AbrirExpedienteHandler>().EjecutarAsync(ficha.Orden, Ct));
        if (ficha is { RegistradoEn: { } registrado, Folio: { } folio })
        {
            turno.Momento = registrado;
            folios.Add((await EnAlcanceAsync(nodo, sp => sp.GetRequiredService<RegistrarExpedienteHandler>().EjecutarAsync(id.Valor, Ct))).Valor!.Folio!, folio);
            (await EnAlcanceAsync(nodo, sp => sp.GetRequiredService<ConsultarExpedienteHandler>().EjecutarAsync(id.Valor, FichaGenerada.Pantalla, Ct))).ShouldNotBeNull();
        }

        FichaEnCurso.Terminar();
    }

    private static async Task<T> EnAlcanceAsync<T>(NodoDeFichas nodo, Func<IServiceProvider, Task<T>> accion)
    {
        await using var alcance = nodo.Servicios.CreateAsyncScope();
        return await accion(alcance.ServiceProvider);
    }

    // By what they say; lane and place depend on who wrote beside, and the MAC on them: that the chains hold is verified apart.
    private static IReadOnlyList<string> Asientos(FilasDeBase filas, FilasDeBase antes)
    {
        var habia = antes.Filas("asiento").Select(Lugar).ToHashSet();
        return filas.Renglones("asiento", ["carril", "n", "mac"], [], f => !habia.Contains(Lugar(f)));

        static (object?, object?) Lugar(IReadOnlyDictionary<string, object?> fila) => (fila["carril"], fila["n"]);
    }

    private static async Task VerificarAsync(NodoDeFichas nodo)
    {
        var verificada = await EnAlcanceAsync(nodo, sp => sp.GetRequiredService<VerificarBitacoraHandler>().EjecutarAsync(new(), Ct));
        verificada.Roto.ShouldBeNull();
        verificada.Carriles.ShouldBeGreaterThan(2);
    }

    private static async Task<IReadOnlyList<string>> ObjetosAsync(BaseDePruebas cual)
    {
        await using var db = cual.Contexto();
        var objetos = new List<string>();
        foreach (var consulta in cual.Motor == Motor.Postgres ? DePostgres : DeSqlite)
        {
            objetos.AddRange(await db.Database.SqlQuery<string>(consulta).ToListAsync(Ct));
        }

        return [.. objetos.Order(StringComparer.Ordinal)];
    }
}
