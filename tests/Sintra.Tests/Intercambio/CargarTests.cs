using System.Text;
using Sintra.Cuentas;
using Sintra.Expedientes;
using Sintra.Intercambio;
using Sintra.Seguimiento;
using Sintra.Tests.Arranque;

namespace Sintra.Tests.Intercambio;

/// <summary>The hotline's records through the verb, as an operator loads them.</summary>
public sealed class CargarTests
{
    private const string Hechos = "linea-hechos.csv";

    private static readonly string Datos = Path.Combine(AppContext.BaseDirectory, "Datos", "patci-2018");

    [Theory, AmbosMotores]
    public async Task Carga_la_linea_una_vez_y_la_segunda_no_agrega_nada(Motor motor)
    {
        await using var nueva = await BaseMigradaAsync(motor);

        var primera = await Proceso.OrdenAsync(nueva, "cargar", Datos, "--json");
        primera.Codigo.ShouldBe(0, primera.Errores);
        primera.Salida.Trim().ShouldBe(
            """{"llamadas":523,"hechos":56,"formas":62,"lugares":118,"canalizaciones":48,"victimas":192,"ya_existentes":0,"archivos_desconocidos":["SOURCES.md"]}""");

        var segunda = await Proceso.OrdenAsync(nueva, "cargar", Datos, "--json");
        segunda.Codigo.ShouldBe(0, segunda.Errores);
        segunda.Salida.Trim().ShouldBe(
            """{"llamadas":0,"hechos":0,"formas":0,"lugares":0,"canalizaciones":0,"victimas":0,"ya_existentes":999,"archivos_desconocidos":["SOURCES.md"]}""");

        await using var db = nueva.Contexto();
        (await db.Llamadas.CountAsync()).ShouldBe(523);
        (await db.Llamadas.CountAsync(l => l.Hecho != null && l.Clasificacion == "POSIBLE_TRATA" && l.Sexo != null)).ShouldBe(56);
        (await db.Hechos.CountAsync(h => h.Institucion == "CCSP-CDMX" && h.Canal == "LINEA")).ShouldBe(56);
        (await db.ReportesDeHecho.CountAsync(r => r.Via == "04")).ShouldBe(56);
        (await db.SeccionesDeHecho.CountAsync(s => s.Clave == "hecho_lugar" && s.Fila > 0)).ShouldBe(118);
        (await db.CanalizacionesDeReporte.CountAsync(c => c.Destino == "PGJ-CDMX-FTP")).ShouldBe(15);
        (await db.Expedientes.GroupBy(e => e.Filtros.NivelIdentificacion!).Select(g => new { g.Key, N = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.N))
            .ShouldBe(new Dictionary<string, int> { ["ID"] = 68, ["NI"] = 112, ["GR"] = 12 }, ignoreOrder: true);
        (await db.Expedientes.CountAsync(e => e.Estado == EstadoDeExpediente.Borrador && e.Filtros.ViaDeteccion == "04" && e.Filtros.DeteccionDesde != null)).ShouldBe(192);
        (await db.OrigenesDeCarga.CountAsync()).ShouldBe(999);

        var formas = await db.SeccionesDeHecho.Where(s => s.Clave == "hecho" && s.Fila == 0).Select(s => s.Abiertas).ToListAsync();
        formas.Count(f => f.Contains("\"SEX\"")).ShouldBe(42);
        formas.Count(f => f.Contains("\"TFO\"")).ShouldBe(9);
        var lugares = await db.SeccionesDeHecho.Where(s => s.Clave == "hecho_lugar").Select(s => s.Abiertas).ToListAsync();
        lugares.Count(l => l.Contains("\"98\"")).ShouldBe(31);
        lugares.Count(l => l.Contains("\"99\"")).ShouldBe(0, "99 is the answer «no sabe»");
        lugares.Count(l => l.Contains("\"NS\"")).ShouldBe(3);

        var asientos = await db.Asientos.GroupBy(a => a.Suceso).Select(g => new { g.Key, N = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.N);
        asientos[nameof(LlamadaRegistrada)].ShouldBe(523);
        asientos[nameof(HechoAbierto)].ShouldBe(56);
        asientos[nameof(ReporteAnotado)].ShouldBe(56);
        asientos[nameof(ReporteCanalizado)].ShouldBe(48);
        asientos[nameof(ExpedienteAbierto)].ShouldBe(192);
        asientos[nameof(HechoGuardado)].ShouldBe(56 + 62 + 118);
        asientos[nameof(ArchivoCargado)].ShouldBe(6, "the second load brought nothing");
        var verificada = await Proceso.OrdenAsync(nueva, "bitacora", "verificar", "--json");
        verificada.Codigo.ShouldBe(0, verificada.Salida);
    }

    [Theory]
    [InlineData("linea-lugares.csv", "LN-2017-08-010,05,sobra", 2, null, "3 columnas")]
    [InlineData("linea-lugares.csv", "LN-2017-08-010,77", 2, "tipo_lugar", "catálogo tipo_lugar")]
    [InlineData("linea-lugares.csv", "LN-1999-01-001,05", 2, "hecho", "No hay un hecho")]
    [InlineData("linea-lugares.csv", ",05", 2, "hecho", "No hay un hecho")]
    [InlineData("linea-llamadas.csv", "09/08/2017,", 2, "fecha", "AAAA-MM-DD")]
    [InlineData("linea-llamadas.csv", "2017-02-30,", 2, "fecha", "AAAA-MM-DD")]
    [InlineData("linea-llamadas.csv", "2999-01-01,", 2, "fecha", "futura")]
    [InlineData("linea-canalizaciones.csv", "LN-2017-08-006,NADIE", 2, "can_destino", "catálogo instituciones")]
    [InlineData("linea-canalizaciones.csv", "LN-2017-08-006,CCSP-CDMX", 2, "can_destino", "otra institución")]
    [InlineData("linea-victimas.csv", "V-2017-08-IDH-002,LN-2017-08-002,ID,M", 4, "victima", "repetido")]
    [InlineData("linea-victimas.csv", "V 1,LN-2017-08-002,ID,M", 2, "victima", "número de origen")]
    [InlineData("linea-victimas.csv", "\"V-1,LN-2017-08-002,ID,M", 2, null, "comillas")]
    public async Task Un_renglon_roto_se_dice_y_nada_de_su_archivo_se_carga(string archivo, string renglon, int linea, string? columna, string motivo)
    {
        await using var nueva = await BaseMigradaAsync(Motor.Sqlite);
        using var carpeta = new Carpeta(Hechos, archivo);
        carpeta.Poner(archivo, lineas => [lineas[0], renglon, .. lineas[1..]]);

        var final = await Proceso.OrdenAsync(nueva, "cargar", carpeta.Ruta, "--json");
        final.Codigo.ShouldBe(1);
        var falla = final.Json.GetProperty("fallas").EnumerateArray().ShouldHaveSingleItem();
        falla.GetProperty("archivo").GetString().ShouldBe(archivo);
        falla.GetProperty("linea").GetInt32().ShouldBe(linea);
        falla.GetProperty("columna").GetString().ShouldBe(columna);
        falla.GetProperty("motivo").GetString().ShouldNotBeNull().ShouldContain(motivo);
        final.Errores.ShouldContain($"{archivo}, línea {linea}");

        await using var db = nueva.Contexto();
        (await db.OrigenesDeCarga.CountAsync(o => o.Archivo == archivo)).ShouldBe(0);
        (await db.OrigenesDeCarga.CountAsync(o => o.Archivo == Hechos)).ShouldBe(56, "the other file was loaded");
    }

    [Theory]
    [InlineData("hecho;fecha_reporte;via_deteccion;reporta_sexo", "encabezado")]
    [InlineData("hecho,fecha_reporte,via_deteccion", "encabezado")]
    public async Task Sin_los_hechos_lo_que_depende_de_ellos_espera(string encabezado, string motivo)
    {
        await using var nueva = await BaseMigradaAsync(Motor.Sqlite);
        using var carpeta = new Carpeta([.. Directory.EnumerateFiles(Datos, "*.csv").Select(r => Path.GetFileName(r))]);
        carpeta.Poner(Hechos, lineas => [encabezado, .. lineas[1..]]);

        var final = await Proceso.OrdenAsync(nueva, "cargar", carpeta.Ruta, "--json");
        final.Codigo.ShouldBe(1);
        var fallas = final.Json.GetProperty("fallas").EnumerateArray().ToList();
        fallas.Count.ShouldBe(6, "each file once, not each of its rows");
        fallas[0].GetProperty("motivo").GetString().ShouldNotBeNull().ShouldContain(motivo);
        fallas[1].GetProperty("motivo").GetString().ShouldNotBeNull().ShouldContain(Hechos);

        await using var db = nueva.Contexto();
        (await db.OrigenesDeCarga.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Corregido_el_archivo_se_carga_solo_lo_que_faltaba()
    {
        await using var nueva = await BaseMigradaAsync(Motor.Sqlite);
        using var carpeta = new Carpeta(Hechos, "linea-lugares.csv");
        carpeta.Poner("linea-lugares.csv", lineas => [.. lineas, "LN-1999-01-001,05"]);
        (await Proceso.OrdenAsync(nueva, "cargar", carpeta.Ruta)).Codigo.ShouldBe(1);

        carpeta.Poner("linea-lugares.csv", lineas => lineas);
        var final = await Proceso.OrdenAsync(nueva, "cargar", carpeta.Ruta, "--json");
        final.Json.GetProperty("lugares").GetInt32().ShouldBe(118);
        final.Json.GetProperty("ya_existentes").GetInt32().ShouldBe(56);
    }

    [Fact]
    public async Task Se_toleran_CRLF_comillas_marca_de_orden_y_columnas_en_otro_orden()
    {
        await using var nueva = await BaseMigradaAsync(Motor.Sqlite);
        using var carpeta = new Carpeta(Hechos, "linea-llamadas.csv");
        (await Proceso.OrdenAsync(nueva, "cargar", carpeta.Ruta)).Codigo.ShouldBe(0);
        carpeta.Poner("linea-llamadas.csv", lineas => ["\uFEFF\"hecho\",fecha", .. lineas[1..].Select(l => l.Split(',')).Select(c => $"\"{c[1]}\" , {c[0]}\r".Replace("\" ,", "\","))]);

        var final = await Proceso.OrdenAsync(nueva, "cargar", carpeta.Ruta, "--json");
        final.Codigo.ShouldBe(0, final.Errores);
        final.Json.GetProperty("ya_existentes").GetInt32().ShouldBe(56 + 523, "the same rows, however written");
    }

    [Fact]
    public async Task Lo_que_no_se_conoce_sea_lo_que_sea_se_nombra_y_se_deja()
    {
        await using var nueva = await BaseMigradaAsync(Motor.Sqlite);
        using var carpeta = new Carpeta();
        await File.WriteAllTextAsync(Path.Combine(carpeta.Ruta, "sesiones.csv"), "a,b\n");
        await File.WriteAllTextAsync(Path.Combine(carpeta.Ruta, "linea-hechos.xlsx"), "x");
        await File.WriteAllTextAsync(Path.Combine(carpeta.Ruta, "LEEME.txt"), "x");
        Directory.CreateDirectory(Path.Combine(carpeta.Ruta, "2019"));

        var final = await Proceso.OrdenAsync(nueva, "cargar", carpeta.Ruta, "--json");
        final.Codigo.ShouldBe(0, final.Errores);
        final.Json.GetProperty("archivos_desconocidos").EnumerateArray().Select(a => a.GetString()).ShouldBe(["2019/", "LEEME.txt", "linea-hechos.xlsx", "sesiones.csv"]);
    }

    [Fact]
    public async Task Otra_institucion_carga_lo_suyo()
    {
        await using var nueva = await BaseMigradaAsync(Motor.Sqlite);
        using var carpeta = new Carpeta(Hechos, "linea-canalizaciones.csv");
        (await Proceso.OrdenAsync(nueva, "cargar", carpeta.Ruta)).Codigo.ShouldBe(0);
        var final = await Proceso.OrdenAsync(nueva, "cargar", carpeta.Ruta, "--institucion", "FEVIMTRA", "--json");
        final.Json.GetProperty("hechos").GetInt32().ShouldBe(56);
        final.Json.GetProperty("fallas").EnumerateArray().ShouldAllBe(f => f.GetProperty("columna").GetString() == "can_destino", "it cannot refer to itself");

        (await Proceso.OrdenAsync(nueva, "cargar", carpeta.Ruta, "--institucion", "NADIE")).Codigo.ShouldBe(2);
        (await Proceso.OrdenAsync(nueva, "cargar", Path.Combine(Datos, "no-hay"))).Codigo.ShouldBe(2);
    }

    [Theory]
    [AmbosMotores(null, "no tiene un convenio vigente ni está exenta por ley")]
    [AmbosMotores(-1, "venció el")]
    public async Task Sin_convenio_vigente_no_se_carga_nada(Motor motor, int? dias, string motivo)
    {
        await using var nueva = await BaseMigradaAsync(motor, dias);

        // The hotline's own body sits in the Commission and is exempt from the seed on: without an end of it, another of its kind is asked.
        string[] deQuien = dias is null ? ["--institucion", "OSC02"] : [];
        var final = await Proceso.OrdenAsync(nueva, ["cargar", Datos, "--json", .. deQuien]);

        final.Codigo.ShouldBe(2);
        final.Json.GetProperty("error").GetString().ShouldNotBeNull().ShouldContain(motivo);
        await using var db = nueva.Contexto();
        (await db.OrigenesDeCarga.CountAsync() + await db.Hechos.CountAsync()).ShouldBe(0);
    }

    /// <param name="dias">Days that the hotline's convenio still lasts; null: it never had one.</param>
    private static async Task<BaseDePruebas> BaseMigradaAsync(Motor motor, int? dias = 365)
    {
        var nueva = await BaseDePruebas.NuevaAsync(motor);
        await nueva.MigrarAsync();
        if (dias is { } restantes)
        {
            var hoy = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            await using var db = nueva.Contexto();
            db.Add(new Institucion { Sigla = "CCSP-CDMX", Nombre = "Consejo Ciudadano", Tipo = "OSC", Nivel = "NA" });
            db.Add(new Convenio
            {
                Institucion = "CCSP-CDMX",
                Clase = ClaseDeConvenio.Colaboracion,
                Objeto = "Línea nacional",
                Desde = hoy.AddYears(-1),
                Hasta = hoy.AddDays(restantes),
                Fin = hoy.AddDays(restantes),
                Anexo = null,
                RegistradoEn = TimeProvider.System.GetUtcNow().UtcDateTime,
                RegistradoPor = CuentaId.Sistema,
            });
            await db.SaveChangesAsync();
        }

        return nueva;
    }

    /// <summary>A copy of some files of the set that a test may spoil.</summary>
    private sealed class Carpeta : IDisposable
    {
        public Carpeta(params string[] archivos)
        {
            foreach (var archivo in archivos)
            {
                File.Copy(Path.Combine(Datos, archivo), Path.Combine(Ruta, archivo));
            }
        }

        public string Ruta { get; } = Directory.CreateTempSubdirectory("sintra-carga-").FullName;

        public void Poner(string archivo, Func<string[], IEnumerable<string>> cambio) => File.WriteAllText(
            Path.Combine(Ruta, archivo),
            string.Join('\n', cambio(File.ReadAllLines(Path.Combine(Datos, archivo)))) + "\n",
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

        public void Dispose() => Directory.Delete(Ruta, recursive: true);
    }
}
