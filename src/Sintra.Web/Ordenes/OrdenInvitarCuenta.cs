using System.CommandLine;
using Sintra.Comun.Correo;
using Sintra.Cuentas;

namespace Sintra.Web.Ordenes;

internal static class OrdenInvitarCuenta
{
    private static readonly Option<string> Correo = new("--correo") { Description = "Correo de la persona invitada", HelpName = "CORREO", Required = true };

    private static readonly Option<string> Institucion = new("--institucion") { Description = "Sigla de su institución", HelpName = "SIGLA", Required = true };

    private static readonly Option<string> ClaveDePerfil = new("--perfil") { Description = "Clave del perfil que tendrá", HelpName = "CLAVE", Required = true };

    public static Command Crear()
    {
        var orden = new Command("invitar", "Envía a una persona el enlace para abrir su cuenta. Sirve una vez.") { Correo, Institucion, ClaveDePerfil };
        orden.SetAction((leida, ct) => Orden.ConServiciosAsync(leida, institucion: "", (servicios, salida, t) => EjecutarAsync(leida, servicios, salida, t), ct));
        return orden;
    }

    private static async Task<int> EjecutarAsync(ParseResult leida, IServiceProvider servicios, SalidaDeOrden salida, CancellationToken ct)
    {
        var resultado = await servicios.GetRequiredService<InvitarCuentaHandler>()
            .EjecutarAsync(new(leida.GetValue(Correo), leida.GetValue(Institucion), leida.GetValue(ClaveDePerfil)), ct);
        if (!resultado.EsExito)
        {
            await salida.FracasarAsync(string.Join(Environment.NewLine, resultado.Fallas.Select(f => f.Mensaje)));
            return Codigo.Falla;
        }

        // Neither the person's address nor the link: a console is kept by whoever keeps the machine. What the link begins with is the operator's to see.
        var direccion = servicios.GetRequiredService<DireccionPublica>().Raiz.AbsoluteUri;
        await salida.ResponderAsync(
            new { cuenta = resultado.Valor.Valor, direccion },
            $"El enlace lleva a {direccion} (otra dirección: DireccionPublica).",
            servicios.GetRequiredService<OpcionesDeCorreo>().Servidor is null
                ? $"La invitación está lista como archivo en {servicios.GetRequiredService<DirectorioDeDatos>().Correo}"
                : "La invitación se envió por correo.");
        return Codigo.Bien;
    }
}
