using Sintra.Comun.Correo;

namespace Sintra.Cuentas;

/// <summary>What the notice of a change says: what changed and what to do if it was somebody else. No name, no device, no link to follow.</summary>
internal static class MensajeDeCambio
{
    public static Mensaje Para(string correo, ClaseDeCambio clase)
    {
        var (que, siNo) = (Que(clase), SiNo(clase));
        return MensajeBilingue.De(correo, ("Cambio en su acceso al SINTRA", "Change to your access to SINTRA"), ($"{que.Es}\n\n{siNo.Es}", $"{que.En}\n\n{siNo.En}"));
    }

    private static (string Es, string En) Que(ClaseDeCambio clase) => clase switch
    {
        ClaseDeCambio.Password => ("La contraseña de su cuenta del SINTRA cambió.", "The password of your SINTRA account has changed."),
        ClaseDeCambio.AutenticadorActivado => (
            "Se activó una aplicación de códigos para su cuenta del SINTRA.",
            "A code app was activated for your SINTRA account."),
        ClaseDeCambio.AutenticadorReiniciado => (
            "La aplicación de códigos de su cuenta del SINTRA dejó de servir, para registrar otra.",
            "The code app of your SINTRA account no longer works, so that another can be enrolled."),
        ClaseDeCambio.CodigosEmitidos => (
            "Se crearon códigos de recuperación nuevos para su cuenta del SINTRA; los anteriores ya no sirven.",
            "New recovery codes were made for your SINTRA account; the earlier ones no longer work."),
        ClaseDeCambio.CodigoGastado => (
            "Se entró a su cuenta del SINTRA con un código de recuperación.",
            "Somebody signed in to your SINTRA account with a recovery code."),
        ClaseDeCambio.LlaveAgregada => ("Se agregó una llave de acceso a su cuenta del SINTRA.", "A passkey was added to your SINTRA account."),
        ClaseDeCambio.LlaveRevocada => ("Se revocó una llave de acceso de su cuenta del SINTRA.", "A passkey of your SINTRA account was revoked."),
        ClaseDeCambio.RecuperacionAbierta => (
            "Quien administra las cuentas del SINTRA pidió recuperar el acceso a la suya, porque usted habría perdido su segundo factor. Otra persona que administra tiene que confirmarlo.",
            "An administrator of SINTRA accounts asked to recover the access to yours, because you are said to have lost your second factor. Another administrator has to confirm it."),
        ClaseDeCambio.RecuperacionCancelada => (
            "Se canceló la recuperación del acceso a su cuenta del SINTRA. Nada cambió.",
            "The recovery of the access to your SINTRA account was cancelled. Nothing changed."),
        ClaseDeCambio.RecuperacionConfirmada => (
            "Se confirmó la recuperación del acceso a su cuenta del SINTRA. Su contraseña, su aplicación de códigos y sus llaves de acceso ya no sirven; recibirá aparte un enlace para elegir otras.",
            "The recovery of the access to your SINTRA account was confirmed. Your password, your code app and your passkeys no longer work; a link to choose others comes in another message."),
        _ => throw new ArgumentOutOfRangeException(nameof(clase)),
    };

    private static (string Es, string En) SiNo(ClaseDeCambio clase) => clase == ClaseDeCambio.RecuperacionAbierta
        ? ("Si usted no lo pidió, entre al SINTRA como siempre: con eso se cancela. Avise además a quien administra las cuentas en su institución.",
            "If you did not ask for it, sign in to SINTRA as always: that cancels it. Also tell whoever administers the accounts in your institution.")
        : ("Si no fue usted, avise de inmediato a quien administra las cuentas en su institución.",
            "If it was not you, tell whoever administers the accounts in your institution at once.");
}
