using System.CommandLine;
using Sintra.Practica;
using Sintra.Web.Operacion;

namespace Sintra.Web.Ordenes;

/// <summary>The one verb that goes on serving.</summary>
internal static class OrdenPractica
{
    public const string Nombre = "practica";

    private const string CarpetaPorOmision = "datos-practica";

    private static readonly Option<int> Expedientes = new("--expedientes")
    {
        Description = "Cuántos expedientes ficticios debe haber (por omisión, 2000)",
        HelpName = "N",
        DefaultValueFactory = _ => 2000,
    };

    private static readonly Option<bool> Reiniciar = new("--reiniciar") { Description = "Borra lo que haya en el sistema de práctica y lo hace de nuevo" };

    private static readonly Option<string?> Direccion = new("--urls") { Description = $"Dirección en que atiende (por omisión, {Escucha.PorOmision})", HelpName = "URL" };

    public static Command Crear()
    {
        Expedientes.Validators.Add(leida =>
        {
            if (leida.Errors.Any() || leida.GetValueOrDefault<int>() is < 0 or > 100_000)
            {
                leida.AddError("Diga en --expedientes un número de 0 a 100000.");
            }
        });
        var orden = new Command(Nombre, $"Prepara un sistema de práctica con personas ficticias y lo atiende. Tiene su propia base y su carpeta ({CarpetaPorOmision}); no toca ninguna otra.")
        {
            Expedientes,
            Reiniciar,
            Direccion,
        };
        orden.SetAction(EjecutarAsync);
        return orden;
    }

    private static async Task<int> EjecutarAsync(ParseResult leida, CancellationToken ct)
    {
        var json = leida.GetValue(Orden.Json);
        var salida = new SalidaDeOrden(json, Console.Out, Console.Error);
        return await Orden.CuidarAsync(salida, async () =>
        {
            var datos = leida.GetValue(Orden.Datos) is { Length: > 0 } dicha ? dicha : CarpetaPorOmision;
            string[] ajustes = ["--Datos", datos, .. leida.GetValue(Direccion) is { Length: > 0 } urls ? new[] { "--urls", urls } : []];
            await using var app = Servidor.Construir(ajustes, ModoDePractica.Si, salidaPropia: json);
            await Nucleo.EnTerrenoAsync(
                app.Configuration,
                app.Services.GetRequiredService<DirectorioDeDatos>(),
                terreno => leida.GetValue(Reiniciar) ? terreno.VaciarAsync(ct) : terreno.ExigirAsync(ct));
            await Arranque.PrepararAsync(app.Services, ct);
            await using (var ambito = app.Services.CreateAsyncScope())
            {
                var preparada = await ambito.ServiceProvider.GetRequiredService<PrepararPracticaHandler>().EjecutarAsync(leida.GetValue(Expedientes), ct);
                await salida.ResponderAsync(Documento(preparada), Palabras(preparada));
            }

            await Servidor.AtenderAsync(app);
            return Codigo.Bien;
        });
    }

    private static object Documento(PracticaPreparada preparada) => new
    {
        escritos = preparada.Escritos,
        expedientes = preparada.Expedientes,
        cuentas = preparada.Cuentas.Select(c => new { perfil = c.Perfil, institucion = c.Institucion, correo = c.Correo, password = c.Password }),
    };

    private static IEnumerable<string> Palabras(PracticaPreparada preparada) =>
    [
        $"Sistema de práctica: personas ficticias. Expedientes: {preparada.Expedientes} (escritos ahora: {preparada.Escritos}).",
        "Cuentas (perfil, institución, correo, contraseña):",
        .. preparada.Cuentas.Select(c => $"  {c.Perfil,-30} {c.Institucion,-10} {c.Correo,-50} {c.Password}"),
        "",
    ];
}
