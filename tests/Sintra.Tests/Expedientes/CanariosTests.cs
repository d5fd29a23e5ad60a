using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Npgsql;
using Sintra.Diccionario;
using Totp = Sintra.Tests.Apoyo.Totp;

namespace Sintra.Tests.Expedientes;

/// <summary>A text of its own in every sealed variable, written through the pages, and then looked for wherever it must not be.</summary>
public sealed partial class CanariosTests
{
    // What cannot hold a text of its own, or is not asked of this file.
    private static readonly string[] SinCanario = ["dom_reservado", "confianza_parentesco", "tutor", "fotografia", "elementos_nota"];

    // As it is stored; pages show it in three boxes.
    private const string Nacimiento = "2010-02-03";

    [Theory, AmbosMotores]
    public async Task Ningun_dato_sellado_esta_donde_no_se_ha_revelado(Motor motor)
    {
        var inicio = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(-2);
        await using var casa = await Casa.NuevaAsync(motor, LogLevel.Debug);
        var diccionario = await casa.DiccionarioAsync();
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        using var navegador = await casa.YaDentroAsync(cuenta);
        var canarios = new Dictionary<string, string>();
        var vistas = new List<PaginaHtml>();

        var id = await navegador.RegistrarAsync(ExpedientesDePruebas.Minimo(edad: "16"));
        var rutas = diccionario.Paginas.Where(p => p.Tipo == "generica").Select(p => (p.Clave, Ruta: $"/expedientes/{id}/paginas/{p.Clave}"))
            .Append((Clave: "hecho", Ruta: $"/hechos/{await casa.HechoDeAsync(id)}/editar")).ToList();
        foreach (var (clave, ruta) in rutas)
        {
            var abierta = await navegador.AbrirAsync(ruta);
            vistas.Add(await abierta.EnviarAsync(Plantar(abierta, diccionario, clave, canarios), ExpedientesDePruebas.Guardar));
        }

        var esperadas = diccionario.Variables.Where(v => v.Sellada && rutas.Any(r => r.Clave == v.Pagina)).Select(v => v.Clave).Except(SinCanario);
        esperadas.Except(canarios.Keys.Select(Clave)).ShouldBeEmpty("every sealed variable has a canary");
        vistas.AddRange(await AbrirTodoAsync(navegador, id, rutas.Select(r => r.Ruta)));
        Faltas(canarios.Values, string.Join('\n', vistas.Select(v => v.Html))).ShouldBeEmpty("a page that reveals nothing");

        var reveladas = await RevelarTodoAsync(casa, navegador, cuenta, id, rutas.Select(r => r.Ruta));
        canarios.Values.Except([Nacimiento]).Except(Faltas(canarios.Values, string.Join('\n', reveladas.Select(v => v.Html)))).ShouldBeEmpty("they were planted, and revealing shows them");
        Faltas(canarios.Values, string.Join('\n', reveladas.Select(v => v.EnPapel))).ShouldBeEmpty("paper, on which nothing is revealed");

        var titulos = vistas.Concat(reveladas).Select(v => v.Titulo);
        Faltas(canarios.Values, string.Join('\n', navegador.Historial.Select(u => Uri.UnescapeDataString(u.ToString())).Concat(titulos))).ShouldBeEmpty("addresses and titles");
        Faltas(canarios.Values, string.Join('\n', casa.Registro.Lineas.Select(l => l.Texto))).ShouldBeEmpty("the log of the server");
        (await casa.EnDbAsync(db => db.Asientos.Select(a => a.Datos).ToListAsync())).SelectMany(d => Faltas(canarios.Values, d)).ShouldBeEmpty("the log of the house");
        ArchivosConCanario(casa.Datos.Raiz, inicio, canarios.Values).ShouldBeEmpty("files of the installation, its database among them");
        ArchivosConCanario(Path.GetTempPath(), inicio, canarios.Values).ShouldBeEmpty("temporary files");
        if (motor == Motor.Postgres)
        {
            var respaldo = await RespaldoAsync(casa.Base.Postgres!);
            respaldo.ShouldContain("FEVIMTRA");
            Faltas(canarios.Values, respaldo).ShouldBeEmpty("a backup");
        }
        else
        {
            ArchivosConCanario(casa.Datos.Raiz, inicio, ["FEVIMTRA"]).ShouldNotBeEmpty("what is looked for is found");
        }
    }

    private static Dictionary<string, CampoDeFormulario> Plantar(PaginaHtml abierta, DiccionarioVigente diccionario, string pagina, Dictionary<string, string> canarios)
    {
        var respuestas = abierta.LlenarTodo(diccionario, pagina, _ => "Texto");
        foreach (var nombre in respuestas.Keys.ToList())
        {
            var variable = diccionario[Clave(nombre)];
            var parte = nombre[(nombre.LastIndexOf('.') + 1)..];
            var numero = canarios.Count;
            var canario = variable.Tipo switch
            {
                TipoDeVariable.Lugar => parte is "localidad" or "como" ? $"Kanari{numero:000}x" : null,
                _ when !variable.Sellada => null,
                TipoDeVariable.TextoCorto or TipoDeVariable.TextoLargo => variable.Max == 5 ? "K7Q9Z" : $"Kanari{numero:000}x",
                TipoDeVariable.Telefono => $"5599{numero:000}731",
                TipoDeVariable.Correo => $"kanari{numero:000}x@pruebas.example",
                TipoDeVariable.Curp => $"KANA010101MNEXX{numero:000}",
                TipoDeVariable.FechaParcial => parte == "anio" ? Nacimiento[..4] : null,
                _ => null,
            };
            if (canario is not null)
            {
                respuestas[nombre] = canario;
                canarios[nombre] = variable.Tipo == TipoDeVariable.FechaParcial ? Nacimiento : canario;
            }
        }

        return respuestas;
    }

    // «familiar[1].fam_nombre», «cap_lugar.como» → the variable's key.
    private static string Clave(string nombre)
    {
        var sinFila = nombre[(nombre.IndexOf("].", StringComparison.Ordinal) is var fin and > 0 ? fin + 2 : 0)..];
        return sinFila.Split('.')[0];
    }

    private static async Task<List<PaginaHtml>> AbrirTodoAsync(NavegadorHttp navegador, ExpedienteId id, IEnumerable<string> rutas)
    {
        var vistas = new List<PaginaHtml>();
        foreach (var ruta in new[] { "", "/datos", "/consultas", "/mostrar", "/registrado" }.Select(r => $"/expedientes/{id}{r}").Concat(rutas).Concat(["/registro", "/", "/cuenta"]))
        {
            vistas.Add(await navegador.AbrirAsync(ruta));
        }

        return vistas;
    }

    private static async Task<List<PaginaHtml>> RevelarTodoAsync(Casa casa, NavegadorHttp navegador, CuentaDePruebas cuenta, ExpedienteId id, IEnumerable<string> rutas)
    {
        var mostrar = await navegador.AbrirAsync($"/expedientes/{id}/mostrar");
        await mostrar.EnviarAsync(
            new Dictionary<string, CampoDeFormulario>
            {
                ["Grupos"] = mostrar.Documento.QuerySelectorAll("[name=Grupos]").Select(g => g.GetAttribute("value")!).ToArray(),
                ["Motivo"] = "ATENCION",
                ["Codigo"] = Totp.Codigo(cuenta.Autenticador, casa.Reloj),
            },
            "Mostrar");
        return await AbrirTodoAsync(navegador, id, rutas);
    }

    private static IEnumerable<string> Faltas(IEnumerable<string> canarios, string donde) =>
        canarios.Where(c => donde.Contains(c, StringComparison.OrdinalIgnoreCase));

    // Other tests write to the same folder, but nobody else writes these texts.
    private static List<string> ArchivosConCanario(string carpeta, DateTime desde, IReadOnlyCollection<string> canarios)
    {
        var hallados = new List<string>();
        foreach (var archivo in new DirectoryInfo(carpeta).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint }))
        {
            if (Leer(archivo, desde) is { } bytes)
            {
                var texto = Encoding.Latin1.GetString(bytes);
                hallados.AddRange(canarios.Where(c => texto.Contains(c, StringComparison.OrdinalIgnoreCase)).Select(c => $"{archivo.FullName}: {c}"));
            }
        }

        return hallados;
    }

    private static byte[]? Leer(FileInfo archivo, DateTime desde)
    {
        try
        {
            // A pipe of the runtime has no length, and reading it would wait for ever.
            if (archivo.LastWriteTimeUtc < desde || archivo.Length is 0 or > 64 << 20)
            {
                return null;
            }

            using var lectura = new FileStream(archivo.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copia = new MemoryStream();
            lectura.CopyTo(copia);
            return copia.ToArray();
        }
        catch (Exception causa) when (causa is IOException or UnauthorizedAccessException)
        {
            return null; // another test's, gone meanwhile
        }
    }

    /// <summary>What pg_dump writes, and the bytes of every bytea in it.</summary>
    private static async Task<string> RespaldoAsync(string cadena)
    {
        var partes = new NpgsqlConnectionStringBuilder(cadena);
        var programa = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin", "pg_dump")).Last()
            : Path.Combine(Environment.GetEnvironmentVariable("SINTRA_PG_BIN") ?? "", "pg_dump");
        using var proceso = Process.Start(new ProcessStartInfo(programa, [$"--host={partes.Host}", $"--port={partes.Port}", $"--username={partes.Username}", partes.Database!]) { RedirectStandardOutput = true })!;
        var texto = await proceso.StandardOutput.ReadToEndAsync();
        await proceso.WaitForExitAsync();
        proceso.ExitCode.ShouldBe(0);
        return texto + string.Concat(Bytea().Matches(texto).Select(m => Encoding.Latin1.GetString(Convert.FromHexString(m.Groups[1].Value))));
    }

    [GeneratedRegex(@"\\x((?:[0-9a-f]{2})+)")]
    private static partial Regex Bytea();
}
