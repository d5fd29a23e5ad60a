using System.Net;
using Sintra.Comun.Correo;

namespace Sintra.Cuentas;

/// <summary>What the invitation says: link and institution, no personal datum beyond the addressee.</summary>
internal static class MensajeDeInvitacion
{
    public static Mensaje Para(string correo, string institucion, Uri enlace)
    {
        var horas = (int)Invitacion.Vigencia.TotalHours;
        return new(
            correo,
            "Invitación al SINTRA",
            $"""
            Le invitaron a usar el Sistema Nacional de Información en Materia de Trata de Personas (SINTRA)
            por parte de: {institucion}.

            Abra este enlace para escribir su nombre y elegir una contraseña:

            {enlace}

            El enlace sirve una sola vez y vence en {horas} horas. Es personal: no lo reenvíe.
            Si no esperaba este mensaje, no haga nada y avise a quien administra el sistema en su institución.
            """,
            $"""
            <p>Le invitaron a usar el Sistema Nacional de Información en Materia de Trata de Personas (SINTRA)
            por parte de: {WebUtility.HtmlEncode(institucion)}.</p>
            <p><a href="{WebUtility.HtmlEncode(enlace.AbsoluteUri)}">Escribir su nombre y elegir una contraseña</a></p>
            <p>El enlace sirve una sola vez y vence en {horas} horas. Es personal: no lo reenvíe.
            Si no esperaba este mensaje, no haga nada y avise a quien administra el sistema en su institución.</p>
            """);
    }
}
