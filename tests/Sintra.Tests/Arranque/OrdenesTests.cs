namespace Sintra.Tests.Arranque;

public sealed class OrdenesTests
{
    [Fact]
    public async Task La_ayuda_lista_los_verbos_en_espanol()
    {
        var final = await Proceso.CorrerAsync(null, "--help");
        final.Codigo.ShouldBe(0);
        final.Salida.ShouldContain("Comandos:");
        foreach (var verbo in new[] { "migrar", "cargar", "llaves", "bitacora", "cuenta" })
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
