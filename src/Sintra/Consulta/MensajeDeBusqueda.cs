using System.Globalization;
using Sintra.Comun.Correo;

namespace Sintra.Consulta;

/// <summary>What the weekly notice says: how many, since when and where. Neither what is searched for nor how its author calls it.</summary>
internal static class MensajeDeBusqueda
{
    private static readonly CultureInfo Mexico = CultureInfo.GetCultureInfo("es-MX");
    private static readonly CultureInfo Ingles = CultureInfo.GetCultureInfo("en");

    /// <param name="nuevos">Registered since the last notice.</param>
    public static Mensaje Para(string correo, int cuantos, int nuevos, DateOnly desde, Uri direccion)
    {
        var tope = cuantos > ContarExpedientesHandler.Maximo;
        var total = Math.Min(cuantos, ContarExpedientesHandler.Maximo);
        var (es, en) = (tope ? $"más de {total.ToString("#,0", Mexico)}" : total.ToString("#,0", Mexico), tope ? $"more than {total.ToString("#,0", Ingles)}" : total.ToString("#,0", Ingles));
        return MensajeBilingue.De(
            correo,
            ("Aviso semanal de una búsqueda guardada en el SINTRA", "Weekly notice of a search saved in SINTRA"),
            ($"Una búsqueda que usted guardó tiene hoy {es} expedientes. Registrados desde el {desde.ToString("d 'de' MMMM 'de' yyyy", Mexico)}: {nuevos}.\n\nPara no recibir este aviso, borre la búsqueda o guárdela sin él.",
             $"A search that you saved has {en} files today. Registered since {desde.ToString("d MMMM yyyy", Ingles)}: {nuevos}.\n\nNot to receive this notice, delete the search or save it without it."),
            direccion,
            ("Ver la búsqueda", "See the search"));
    }
}
