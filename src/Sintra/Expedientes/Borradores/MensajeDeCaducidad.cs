using System.Globalization;
using Sintra.Comun.Correo;

namespace Sintra.Expedientes;

/// <summary>What the notice says: how many, until when and where. Nothing of what was typed, of whom, nor in which page.</summary>
internal static class MensajeDeCaducidad
{
    private static readonly CultureInfo Mexico = CultureInfo.GetCultureInfo("es-MX");
    private static readonly CultureInfo Ingles = CultureInfo.GetCultureInfo("en");

    public static Mensaje Para(string correo, int cuantos, DateOnly dia, Uri direccion)
    {
        var (diaEs, diaEn) = (dia.ToString("d 'de' MMMM 'de' yyyy", Mexico), dia.ToString("d MMMM yyyy", Ingles));
        var (es, en) = (
            $"Tiene capturas sin terminar en el SINTRA: {cuantos}. La primera caduca el {diaEs} y entonces se borra.",
            $"You have unfinished entries in SINTRA: {cuantos}. The first one expires on {diaEn} and is then deleted.");
        const string queHacer = "Para conservarlas, entre y siga escribiendo, o guárdelas. Están en «Continuar», en el inicio.";
        const string whatToDo = "To keep them, sign in and go on writing, or save them. They are under “Continue” on the home page.";
        return MensajeBilingue.De(
            correo,
            ("Capturas por caducar en el SINTRA", "Entries about to expire in SINTRA"),
            ($"{es}\n\n{queHacer}", $"{en}\n\n{whatToDo}"),
            direccion,
            ("Entrar al SINTRA", "Sign in to SINTRA"));
    }
}
