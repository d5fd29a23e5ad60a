namespace Sintra.Diccionario;

/// <summary>«marzo de 2024 (aprox.)», «antes del 3 de mayo de 2024», «de 2022 a 2024».</summary>
internal static class FechasEnPalabras
{
    private static readonly string[] MesesEs =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    private static readonly string[] MesesEn =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static string De(FechaParcial fecha, Idioma idioma)
    {
        var (primera, segunda) = FechaEscrita.De(fecha);
        var texto = (fecha.Precision, idioma) switch
        {
            (PrecisionDeFecha.Antes, Idioma.Espanol) => $"antes {Con("de", primera)}",
            (PrecisionDeFecha.Antes, _) => $"before {En(primera)}",
            (PrecisionDeFecha.Despues, Idioma.Espanol) => $"después {Con("de", primera)}",
            (PrecisionDeFecha.Despues, _) => $"after {En(primera)}",
            (PrecisionDeFecha.Periodo, Idioma.Espanol) => $"{Con("de", primera)} {Con("a", segunda!.Value)}",
            (PrecisionDeFecha.Periodo, _) => $"{En(primera)} to {En(segunda!.Value)}",
            (_, Idioma.Espanol) => Es(primera),
            _ => En(primera),
        };
        return Aproximada(texto, fecha.Aproximada, idioma);
    }

    public static string De(PeriodoParcial periodo, Idioma idioma)
    {
        var (desde, hasta) = (Extremo(periodo.Desde), Extremo(periodo.Hasta));
        var texto = (desde, hasta, idioma) switch
        {
            ({ } d, { } h, Idioma.Espanol) => $"{Con("de", d)} {Con("a", h)}",
            ({ } d, { } h, _) => $"{En(d)} to {En(h)}",
            ({ } d, null, Idioma.Espanol) => $"desde {ConArticulo(d)}",
            ({ } d, null, _) => $"since {En(d)}",
            (null, { } h, Idioma.Espanol) => $"hasta {ConArticulo(h)}",
            (null, { } h, _) => $"until {En(h)}",
            _ => "",
        };
        return Aproximada(texto, periodo.Aproximada, idioma);
    }

    private static FechaEscrita? Extremo(FechaParcial? fecha) => fecha is null ? null : FechaEscrita.De(fecha).Primera;

    private static string Aproximada(string texto, bool aproximada, Idioma idioma) =>
        aproximada ? texto + (idioma == Idioma.Espanol ? " (aprox.)" : " (approx.)") : texto;

    private static string Es(FechaEscrita fecha) => fecha switch
    {
        { Mes: { } mes, Dia: { } dia } => $"{dia} de {MesesEs[mes - 1]} de {fecha.Anio}",
        { Mes: { } mes } => $"{MesesEs[mes - 1]} de {fecha.Anio}",
        _ => $"{fecha.Anio}",
    };

    private static string En(FechaEscrita fecha) => fecha switch
    {
        { Mes: { } mes, Dia: { } dia } => $"{dia} {MesesEn[mes - 1]} {fecha.Anio}",
        { Mes: { } mes } => $"{MesesEn[mes - 1]} {fecha.Anio}",
        _ => $"{fecha.Anio}",
    };

    // «de marzo», «del 3 de marzo»; «a marzo», «al 3 de marzo».
    private static string Con(string preposicion, FechaEscrita fecha) => $"{preposicion}{(fecha.Dia is null ? "" : "l")} {Es(fecha)}";

    private static string ConArticulo(FechaEscrita fecha) => fecha.Dia is null ? Es(fecha) : $"el {Es(fecha)}";
}
