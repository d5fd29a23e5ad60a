using Sintra.Comun.Correo;

namespace Sintra.Cuentas;

/// <summary>What the notice of a change says: what changed and what to do if it was somebody else. No name, no device, no link to follow.</summary>
internal static class MensajeDeCambio
{
    public static Mensaje Para(string correo, ClaseDeCambio clase)
    {
        var (que, siNo) = (Que(clase), SiNo(clase));
        return new(
            correo,
            "Cambio en su acceso al SINTRA",
            $"""
            {que}

            {siNo}
            """,
            $"<p>{que}</p><p>{siNo}</p>");
    }

    private static string Que(ClaseDeCambio clase) => clase switch
    {
        ClaseDeCambio.Password => "La contraseña de su cuenta del SINTRA cambió.",
        ClaseDeCambio.AutenticadorActivado => "Se activó una aplicación de códigos para su cuenta del SINTRA.",
        ClaseDeCambio.AutenticadorReiniciado => "La aplicación de códigos de su cuenta del SINTRA dejó de servir, para registrar otra.",
        ClaseDeCambio.CodigosEmitidos => "Se crearon códigos de recuperación nuevos para su cuenta del SINTRA; los anteriores ya no sirven.",
        ClaseDeCambio.CodigoGastado => "Se entró a su cuenta del SINTRA con un código de recuperación.",
        ClaseDeCambio.LlaveAgregada => "Se agregó una llave de acceso a su cuenta del SINTRA.",
        ClaseDeCambio.LlaveRevocada => "Se revocó una llave de acceso de su cuenta del SINTRA.",
        ClaseDeCambio.RecuperacionAbierta =>
            "Quien administra las cuentas del SINTRA pidió recuperar el acceso a la suya, porque usted habría perdido su segundo factor. Otra persona que administra tiene que confirmarlo.",
        ClaseDeCambio.RecuperacionCancelada => "Se canceló la recuperación del acceso a su cuenta del SINTRA. Nada cambió.",
        ClaseDeCambio.RecuperacionConfirmada =>
            "Se confirmó la recuperación del acceso a su cuenta del SINTRA. Su contraseña, su aplicación de códigos y sus llaves de acceso ya no sirven; recibirá aparte un enlace para elegir otras.",
        _ => throw new ArgumentOutOfRangeException(nameof(clase)),
    };

    private static string SiNo(ClaseDeCambio clase) => clase == ClaseDeCambio.RecuperacionAbierta
        ? "Si usted no lo pidió, entre al SINTRA como siempre: con eso se cancela. Avise además a quien administra las cuentas en su institución."
        : "Si no fue usted, avise de inmediato a quien administra las cuentas en su institución.";
}
