using System.Net;
using Sintra.Comun.Correo;

namespace Sintra.Cuentas;

/// <summary>The link with which somebody whose factor was lost chooses a password again; no personal datum beyond the addressee.</summary>
internal static class MensajeDeRecuperacion
{
    public static Mensaje Para(string correo, Uri enlace)
    {
        var horas = (int)Invitacion.Vigencia.TotalHours;
        return new(
            correo,
            "Recupere su acceso al SINTRA",
            $"""
            Dos personas que administran las cuentas confirmaron que usted perdió su segundo factor.

            Abra este enlace para elegir una contraseña y registrar de nuevo su aplicación de códigos o su llave de acceso:

            {enlace}

            El enlace sirve una sola vez y vence en {horas} horas. Es personal: no lo reenvíe.
            Si usted no lo pidió, no lo abra y avise de inmediato a quien administra el sistema en su institución.
            """,
            $"""
            <p>Dos personas que administran las cuentas confirmaron que usted perdió su segundo factor.</p>
            <p><a href="{WebUtility.HtmlEncode(enlace.AbsoluteUri)}">Elegir una contraseña y registrar de nuevo su segundo factor</a></p>
            <p>El enlace sirve una sola vez y vence en {horas} horas. Es personal: no lo reenvíe.
            Si usted no lo pidió, no lo abra y avise de inmediato a quien administra el sistema en su institución.</p>
            """);
    }
}
