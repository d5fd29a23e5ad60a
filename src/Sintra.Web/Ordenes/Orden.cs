using System.CommandLine;
using System.Globalization;
using Sintra.Cuentas;
using Sintra.Web.Operacion;

namespace Sintra.Web.Ordenes;

/// <summary>How a verb ends. Anything else is a signal of the system's.</summary>
internal static class Codigo
{
    public const int Bien = 0;

    /// <summary>A fault in the data that were given, or a verification that found something.</summary>
    public const int Falla = 1;

    /// <summary>The verb was called wrongly.</summary>
    public const int Uso = 2;

    public const int Imprevisto = 70;

    public const int SinConfigurar = Arranque.SinConfigurar;
}

/// <summary>The command-line verbs of the program: <c>Sintra.Web VERB …</c>. Without a verb the web server starts.</summary>
internal static class Orden
{
    public static readonly Option<bool> Json = new("--json") { Description = "Responde con un documento JSON en la salida estándar", Recursive = true };

    public static readonly Option<string?> Datos = new("--datos")
    {
        Description = "Carpeta de datos de la instalación (por omisión, «datos» en la carpeta de trabajo)",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>Settings of the server are «--key value»; a first word, or a call for help, is a verb's.</summary>
    public static bool EsPara(string[] args) => args switch
    {
        ["--json", .. var resto] => EsPara(resto),
        ["--datos", _, .. var resto] => EsPara(resto),
        [var primera, ..] when !primera.StartsWith('-') => true,
        _ => args.Any(a => a is "--help" or "-h" or "-?" or "--version"),
    };

    public static async Task<int> EjecutarAsync(string[] args)
    {
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("es-MX");
        var raiz = new RootCommand("SINTRA. Sin un verbo, atiende en http://localhost:5080 (otra dirección: --urls; PostgreSQL: ConnectionStrings__Postgres).")
        {
            OrdenMigrar.Crear(),
            OrdenCargar.Crear(),
            new Command("llaves", "Las llaves que cierran las identidades.") { OrdenRotarLlaves.Crear() },
            new Command("bitacora", "El registro de lo que ocurre en el sistema.") { OrdenVerificarBitacora.Crear() },
            new Command("cuenta", "Las cuentas de las personas usuarias.") { OrdenInvitarCuenta.Crear() },
        };
        raiz.Options.Add(Json);
        raiz.Options.Add(Datos);

        var leida = raiz.Parse(args);
        if (leida.Errors.Count > 0)
        {
            foreach (var error in leida.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Vea cómo se usa con --help.");
            return Codigo.Uso;
        }

        return await leida.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Runs a verb with the same services as the web server, as the system acting for an institution.</summary>
    /// <param name="institucion">Empty where the verb acts for the whole installation.</param>
    /// <param name="migra">The verb looks after the tables itself.</param>
    public static async Task<int> ConServiciosAsync(
        ParseResult leida,
        string institucion,
        Func<IServiceProvider, SalidaDeOrden, CancellationToken, Task<int>> accion,
        CancellationToken ct,
        bool migra = false)
    {
        var salida = new SalidaDeOrden(leida.GetValue(Json), Console.Out, Console.Error);
        try
        {
            var builder = OperacionServicios.Constructor(leida.GetValue(Datos) is { Length: > 0 } datos ? ["--Datos", datos] : []);
            Registros.Configurar(builder.Logging, builder.Environment, esOrden: true);
            builder.Services.AddNucleo(builder.Configuration);

            await using var app = builder.Build();
            await Arranque.PrepararAsync(app.Services, ct, soloLlaves: migra);
            await using var ambito = app.Services.CreateAsyncScope();
            ambito.ServiceProvider.GetRequiredService<SesionActual>().Es(Sesion.DelSistema(institucion));
            var codigo = await accion(ambito.ServiceProvider, salida, ct);
            if (!migra)
            {
                await FirmarYSoltarAsync(app.Services, ct);
            }

            return codigo;
        }
        catch (ConfiguracionException causa)
        {
            await salida.FracasarAsync(causa.Message);
            return Codigo.SinConfigurar;
        }
        catch (Exception causa) when (causa is not OperationCanceledException)
        {
            // The last one: for the operator the whole of it, for a machine that it was not foreseen.
            await salida.ErrorAsync(causa.ToString());
            await salida.FracasarAsync("Ocurrió algo que el programa no previó; lo anterior lo describe.");
            return Codigo.Imprevisto;
        }
    }

    // What a verb wrote is under a signed head as soon as it ends, and its lanes are free for the next process.
    private static async Task FirmarYSoltarAsync(IServiceProvider servicios, CancellationToken ct)
    {
        await using var ambito = servicios.CreateAsyncScope();
        await ambito.ServiceProvider.GetRequiredService<FirmarPuntoDeControlHandler>().EjecutarAsync(ct);
        await servicios.GetRequiredService<Carriles>().CerrarAsync(ct);
    }
}
