using System.CommandLine;
using System.CommandLine.Parsing;
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

    // The second name is the setting's, as the server takes it.
    public static readonly Option<string?> Datos = new("--datos", "--Datos")
    {
        Description = "Carpeta de datos de la instalación (por omisión, «datos» en la carpeta de trabajo)",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>Settings of the server are «--key value»; a first word behind the verbs' own options, or a call for help, is a verb's.</summary>
    public static bool EsPara(string[] args)
    {
        var palabras = Raiz().Parse(args).Tokens.ToList();
        while (palabras is [{ Type: TokenType.Option, Value: var opcion }, ..])
        {
            palabras.RemoveRange(0, opcion != Json.Name && palabras is [_, { Type: TokenType.Argument }, ..] ? 2 : 1);
        }

        return palabras is [{ Value: var primera }, ..] && !primera.StartsWith('-')
            || args.Any(a => a is "--help" or "-h" or "-?" or "--version");
    }

    private static RootCommand Raiz() => new("SINTRA. Sin un verbo, atiende en http://localhost:5080 (otra dirección: --urls; PostgreSQL: ConnectionStrings__Postgres).")
    {
        OrdenMigrar.Crear(),
        OrdenCargar.Crear(),
        new Command("llaves", "Las llaves que cierran las identidades.") { OrdenRotarLlaves.Crear() },
        OrdenTestigos.Crear(),
        new Command("bitacora", "El registro de lo que ocurre en el sistema.") { OrdenVerificarBitacora.Crear() },
        OrdenBorradores.Crear(),
        OrdenBusquedas.Crear(),
        OrdenPractica.Crear(),
        new Command("personas", "Una misma persona en varios registros.") { OrdenEvaluarPersonas.Crear(), OrdenRevisarPersonas.Crear(), OrdenAprenderPersonas.Crear() },
        new Command("cuenta", "Las cuentas de las personas usuarias.") { OrdenInvitarCuenta.Crear() },
        Json,
        Datos,
    };

    public static async Task<int> EjecutarAsync(string[] args)
    {
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("es-MX");
        var raiz = Raiz();
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

        var configuracion = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
        if (leida.CommandResult.Command.Name == OrdenPractica.Nombre)
        {
            configuracion.ProcessTerminationTimeout = null; // the web server stops itself, and takes longer than a verb may
        }

        return await leida.InvokeAsync(configuracion);
    }

    /// <summary>Runs a verb with the same services as the web server, as the system acting for an institution.</summary>
    /// <param name="institucion">Empty where the verb acts for the whole installation.</param>
    /// <param name="crea">Whether the verb may make an installation where there is none.</param>
    public static async Task<int> ConServiciosAsync(
        ParseResult leida,
        string institucion,
        Func<IServiceProvider, SalidaDeOrden, CancellationToken, Task<int>> accion,
        CancellationToken ct,
        bool crea = false,
        Preparacion preparacion = Preparacion.Completa)
    {
        var salida = new SalidaDeOrden(leida.GetValue(Json), Console.Out, Console.Error);
        return await CuidarAsync(salida, async () =>
        {
            var builder = OperacionServicios.Constructor(leida.GetValue(Datos) is { Length: > 0 } datos ? ["--Datos", datos] : []);
            Registros.Configurar(builder.Logging, builder.Environment, esOrden: true);
            builder.Services.AddNucleo(builder.Configuration, crea);

            await using var app = builder.Build();
            await Arranque.PrepararAsync(app.Services, ct, preparacion);
            await using var ambito = app.Services.CreateAsyncScope();
            ambito.ServiceProvider.GetRequiredService<SesionActual>().Es(Sesion.DelSistema(institucion));
            var codigo = await accion(ambito.ServiceProvider, salida, ct);
            if (preparacion is Preparacion.Completa)
            {
                await FirmarYSoltarAsync(app.Services, ct);
            }

            return codigo;
        });
    }

    /// <summary>What goes wrong in a verb, said as every verb says it.</summary>
    public static async Task<int> CuidarAsync(SalidaDeOrden salida, Func<Task<int>> accion)
    {
        try
        {
            return await accion();
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
