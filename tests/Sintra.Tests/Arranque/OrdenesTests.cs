using Sintra.Tests.Comun;

namespace Sintra.Tests.Arranque;

public sealed class OrdenesTests
{
    [Fact]
    public async Task La_ayuda_lista_los_verbos_en_espanol()
    {
        var final = await Proceso.CorrerAsync(null, "--help");
        final.Codigo.ShouldBe(0);
        final.Salida.ShouldContain("Comandos:");
        foreach (var verbo in new[] { "migrar", "cargar", "llaves", "bitacora", "cuenta", "borradores", "practica" })
        {
            final.Salida.ShouldContain($"  {verbo} ");
        }
    }

    [Theory]
    [InlineData("nada")]
    [InlineData("migrar --cosa")]
    [InlineData("cargar")]
    public async Task Mal_llamado_responde_2_y_dice_como_se_usa(string args)
    {
        var final = await Proceso.CorrerAsync(null, args.Split(' '));
        final.Codigo.ShouldBe(2);
        final.Salida.ShouldBeEmpty();
        final.Errores.ShouldContain("--help");
    }

    [Theory, AmbosMotores]
    public async Task Migrar_pone_al_dia_una_vez(Motor motor)
    {
        await using var nueva = await BaseDePruebas.NuevaAsync(motor);
        var primera = await Proceso.OrdenAsync(nueva, "migrar", "--json");
        primera.Codigo.ShouldBe(0, primera.Errores);
        primera.Json.GetProperty("aplicadas").GetArrayLength().ShouldBeGreaterThan(0);

        var segunda = await Proceso.OrdenAsync(nueva, "migrar", "--json");
        segunda.Codigo.ShouldBe(0, segunda.Errores);
        segunda.Json.GetProperty("aplicadas").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task PostgreSQL_sin_migrar_se_rechaza_nombrando_el_verbo()
    {
        await using var nueva = await BaseDePruebas.NuevaAsync(Motor.Postgres);
        (await Proceso.OrdenAsync(nueva, "migrar")).Codigo.ShouldBe(0);
        await using (var db = nueva.Contexto())
        {
            await db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsHistory" """);
        }

        var final = await Proceso.OrdenAsync(nueva, "bitacora", "verificar");
        final.Codigo.ShouldBe(78);
        final.Errores.ShouldContain("migrar");
    }

    [Theory, AmbosMotores]
    public async Task Una_base_mas_nueva_que_el_programa_se_rechaza(Motor motor)
    {
        await using var nueva = await BaseDePruebas.NuevaAsync(motor);
        await nueva.MigrarAsync();
        await using (var db = nueva.Contexto())
        {
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('99991231000000_DelFuturo', '10.0.0')""");
        }

        var final = await Proceso.OrdenAsync(nueva, "migrar", "--json");
        final.Codigo.ShouldBe(78);
        final.Errores.ShouldContain("99991231000000_DelFuturo");
        final.Json.GetProperty("error").GetString().ShouldNotBeNull().ShouldContain("más nueva");
    }

    [Theory]
    [InlineData(Motor.Sqlite, "bitacora verificar")]
    [InlineData(Motor.Postgres, "bitacora verificar")]
    [InlineData(Motor.Sqlite, "llaves rotar")]
    [InlineData(Motor.Postgres, "llaves rotar")]
    [InlineData(Motor.Sqlite, "cuenta invitar --correo ana@example.org --institucion PGR --perfil ministerio_publico")]
    [InlineData(Motor.Postgres, "cuenta invitar --correo ana@example.org --institucion PGR --perfil ministerio_publico")]
    public async Task En_una_carpeta_equivocada_no_hace_otra_instalacion(Motor motor, string orden)
    {
        await using var nueva = await BaseDePruebas.NuevaAsync(motor);
        await nueva.MigrarAsync();
        var otra = Path.Combine(nueva.Datos.Raiz, "otra");

        var final = await Proceso.CorrerAsync(nueva.Postgres, [.. orden.Split(' '), "--json", "--datos", otra]);

        final.Codigo.ShouldBe(78);
        final.Json.GetProperty("error").GetString().ShouldNotBeNull().ShouldContain(otra);
        Directory.Exists(otra).ShouldBeFalse();
    }

    [Theory]
    [InlineData("--datos={0} migrar --json")]
    [InlineData("--datos {0} --json migrar")]
    [InlineData("--json --Datos={0} migrar")]
    public async Task El_verbo_se_reconoce_detras_de_sus_opciones(string args)
    {
        await using var nueva = await BaseDePruebas.NuevaAsync(Motor.Sqlite);
        var final = await Proceso.CorrerAsync(null, args.Replace("{0}", nueva.Datos.Raiz, StringComparison.Ordinal).Split(' '));
        final.Codigo.ShouldBe(0, final.Errores);
        final.Json.GetProperty("aplicadas").GetArrayLength().ShouldBeGreaterThan(0);
        File.Exists(nueva.Datos.Base).ShouldBeTrue();
    }

    [Theory]
    [InlineData(null, "migrar")]
    [InlineData("{", "migrar")]
    [InlineData("[null]", "bitacora verificar")]
    [InlineData("""[{"Id":1,"Uso":"Firma","Creada":"2026-01-01T00:00:00","Material":"AAAA"}]""", "llaves rotar")]
    [InlineData("{", "--urls http://localhost:0")]
    public async Task Un_archivo_de_llaves_danado_se_dice_y_no_se_toca(string? contenido, string args)
    {
        await using var nueva = await BaseDePruebas.NuevaAsync(Motor.Sqlite);
        (await Proceso.OrdenAsync(nueva, "migrar")).Codigo.ShouldBe(0);
        contenido ??= (await File.ReadAllTextAsync(nueva.Datos.Llavero))[..200];
        await File.WriteAllTextAsync(nueva.Datos.Llavero, contenido);

        var final = await Proceso.OrdenAsync(nueva, args.Split(' '));

        final.Codigo.ShouldBe(78);
        final.Errores.Trim().ShouldBe($"El archivo de llaves {nueva.Datos.Llavero} está dañado y no se puede leer. Restaure su copia de respaldo; no lo borre.");
        (await File.ReadAllTextAsync(nueva.Datos.Llavero)).ShouldBe(contenido);
    }

    [Fact]
    public async Task La_base_de_datos_nace_solo_del_dueno_y_abierta_a_todos_detiene_el_programa()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        await using var nueva = await BaseDePruebas.NuevaAsync(Motor.Sqlite);
        const UnixFileMode delDueno = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        BaseDePrueba.Modo(nueva.Datos.Raiz, delDueno | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        (await Proceso.OrdenAsync(nueva, "migrar")).Codigo.ShouldBe(0);
        BaseDePrueba.SoloDelDueno(nueva.Datos.Base).ShouldBeTrue();

        BaseDePrueba.DejarLeerATodos(nueva.Datos.Base);
        var final = await Proceso.OrdenAsync(nueva, "bitacora", "verificar");
        final.Codigo.ShouldBe(78);
        final.Errores.ShouldContain($"chmod 600 {nueva.Datos.Base}");
    }

    [Fact]
    public async Task Unas_llaves_que_otros_pueden_leer_detienen_el_programa()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // its files have no modes
        }

        await using var nueva = await BaseDePruebas.NuevaAsync(Motor.Sqlite);
        (await Proceso.OrdenAsync(nueva, "migrar")).Codigo.ShouldBe(0);
        File.SetUnixFileMode(nueva.Datos.Llavero, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        var final = await Proceso.OrdenAsync(nueva, "migrar");
        final.Codigo.ShouldBe(78);
        final.Errores.ShouldContain($"chmod 600 {nueva.Datos.Llavero}");
    }

    [Fact]
    public async Task Una_conexion_mal_escrita_se_dice_sin_repetirla()
    {
        var final = await Proceso.CorrerAsync("Host=x;Contrasenia=muysecreta", "migrar", "--datos", Path.Combine(Path.GetTempPath(), $"sintra-pruebas-{Guid.NewGuid():n}"));
        final.Codigo.ShouldBe(78);
        final.Errores.ShouldContain("ConnectionStrings__Postgres");
        (final.Errores + final.Salida).ShouldNotContain("muysecreta");
    }
}
