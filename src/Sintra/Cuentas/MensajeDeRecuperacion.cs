using Sintra.Comun.Correo;

namespace Sintra.Cuentas;

/// <summary>The link with which somebody whose factor was lost chooses a password again; no personal datum beyond the addressee.</summary>
internal static class MensajeDeRecuperacion
{
    public static Mensaje Para(string correo, Uri enlace)
    {
        var horas = (int)Invitacion.Vigencia.TotalHours;
        return MensajeBilingue.De(
            correo,
            ("Recupere su acceso al SINTRA", "Recover your access to SINTRA"),
            ($"""
            Dos personas que administran las cuentas confirmaron que usted perdió su segundo factor.

            Abra el enlace para elegir una contraseña y registrar de nuevo su aplicación de códigos o su llave de acceso.
            Sirve una sola vez y vence en {horas} horas. Es personal: no lo reenvíe.

            Si usted no lo pidió, no lo abra y avise de inmediato a quien administra el sistema en su institución.
            """,
            $"""
            Two people who administer the accounts have confirmed that you lost your second factor.

            Open the link to choose a password and to enrol your code app or your passkey again.
            It works once and expires in {horas} hours. It is yours alone: do not forward it.

            If you did not ask for it, do not open it and tell whoever administers the system in your institution at once.
            """),
            enlace,
            ("Elegir una contraseña y registrar de nuevo su segundo factor", "Choose a password and enrol your second factor again"));
    }
}
