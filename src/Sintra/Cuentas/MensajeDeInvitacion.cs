using Sintra.Comun.Correo;

namespace Sintra.Cuentas;

/// <summary>What the invitation says: link and institution, no personal datum beyond the addressee.</summary>
internal static class MensajeDeInvitacion
{
    public static Mensaje Para(string correo, string institucion, Uri enlace)
    {
        var horas = (int)Invitacion.Vigencia.TotalHours;
        return MensajeBilingue.De(
            correo,
            ("Invitación al SINTRA", "Invitation to SINTRA"),
            ($"""
            Le invitaron a usar el Sistema Nacional de Información en Materia de Trata de Personas (SINTRA)
            por parte de: {institucion}.

            Abra el enlace para escribir su nombre y elegir una contraseña. Sirve una sola vez y vence en {horas} horas. Es personal: no lo reenvíe.

            Si no esperaba este mensaje, no haga nada y avise a quien administra el sistema en su institución.
            """,
            $"""
            You have been invited to use the National Information System on Trafficking in Persons (SINTRA)
            on behalf of: {institucion}.

            Open the link to write your name and choose a password. It works once and expires in {horas} hours. It is yours alone: do not forward it.

            If you did not expect this message, do nothing and tell whoever administers the system in your institution.
            """),
            enlace,
            ("Escribir su nombre y elegir una contraseña", "Write your name and choose a password"));
    }
}
