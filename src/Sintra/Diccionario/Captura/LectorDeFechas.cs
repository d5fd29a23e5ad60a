using System.Globalization;
using System.Text.RegularExpressions;

namespace Sintra.Diccionario;

/// <summary>fecha, fecha_parcial, periodo_parcial: by parts, or in one text (2024, 2024-03, 2024-03-15, 15/03/2024).</summary>
internal static partial class LectorDeFechas
{
    private const int PrimerAnio = 1900;
    private const int AniosPorVenir = 5;

    private static readonly string[] Meses =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    public static ValorDeFecha? Dia(CamposDeVariable campos)
    {
        if (Escrita(campos, "", "") is not { } fecha)
        {
            return null;
        }

        return fecha.Dia is null ? campos.Falla<ValorDeFecha>("escriba día, mes y año.") : new(fecha.Inicio);
    }

    public static ValorDeFechaParcial? Parcial(CamposDeVariable campos)
    {
        var aproximada = campos.EstaMarcada("aproximada");
        var clase = campos.Uno("clase", 20) ?? "en";
        var primera = Escrita(campos, "", "");
        var segunda = Escrita(campos, null, "hasta_");
        if (campos.TieneFalla)
        {
            return null;
        }

        if (primera is not { } fecha)
        {
            return campos.Falla<ValorDeFechaParcial>("escriba al menos el año.");
        }

        if (segunda is not null && clase != "periodo")
        {
            return campos.Falla<ValorDeFechaParcial>("escribió dos fechas; elija «Entre dos fechas» o borre la segunda.");
        }

        switch (clase)
        {
            case "en": return new(fecha.En(aproximada));
            case "antes": return new(fecha.Antes(aproximada));
            case "despues": return new(fecha.Despues(aproximada));
            case "periodo" when segunda is not { }: return campos.Falla<ValorDeFechaParcial>("escriba también la segunda fecha del periodo.");
            case "periodo":
                return fecha.Inicio <= segunda.Value.Fin
                    ? new(fecha.Hasta(segunda.Value, aproximada))
                    : campos.Falla<ValorDeFechaParcial>("la primera fecha debe ser anterior a la segunda.");
            default: return campos.Falla<ValorDeFechaParcial>("elija «En», «Antes de», «Después de» o «Entre dos fechas».");
        }
    }

    public static ValorDePeriodo? Periodo(CamposDeVariable campos)
    {
        var desde = Escrita(campos, "desde", "desde_");
        var hasta = Escrita(campos, "hasta", "hasta_");
        if (campos.TieneFalla)
        {
            return null;
        }

        return desde?.Inicio > hasta?.Fin
            ? campos.Falla<ValorDePeriodo>("el inicio debe ser anterior al final.")
            : new(new(desde?.En(aproximada: false), hasta?.En(aproximada: false), campos.EstaMarcada("aproximada")));
    }

    // Null: not typed, or wrong and said.
    private static FechaEscrita? Escrita(CamposDeVariable campos, string? entera, string prefijo)
    {
        var (dia, mes, anio) = (campos.Uno(prefijo + "dia", 20), campos.Uno(prefijo + "mes", 20), campos.Uno(prefijo + "anio", 20));
        if (entera is not null && campos.Uno(entera, 40) is { } texto)
        {
            if (dia is not null || mes is not null || anio is not null)
            {
                return campos.Falla<FechaEscrita?>("llegó más de una respuesta; deje una.");
            }

            if (FechaEnUnTexto().Match(texto) is not { Success: true } partes)
            {
                return campos.Falla<FechaEscrita?>("escriba la fecha como 2024-03-15, o sólo el año.");
            }

            (dia, mes, anio) = (Parte("d"), Parte("m"), Parte("a"));
            string? Parte(string nombre) => partes.Groups[nombre] is { Success: true, Value: var valor } ? valor : null;
        }

        if (campos.TieneFalla || (dia, mes, anio) is (null, null, null))
        {
            return null;
        }

        return DePartes(campos, dia, mes, anio);
    }

    private static FechaEscrita? DePartes(CamposDeVariable campos, string? dia, string? mes, string? anio)
    {
        if (anio is null)
        {
            return campos.Falla<FechaEscrita?>("escriba también el año; si no se sabe, elija «No sabe».");
        }

        if (!Numero(anio, 4, out var a) || a < PrimerAnio || a > campos.Hoy.Year + AniosPorVenir)
        {
            return campos.Falla<FechaEscrita?>($"escriba el año con cuatro cifras, de {PrimerAnio} a {campos.Hoy.Year + AniosPorVenir}.");
        }

        if (mes is null)
        {
            return dia is null ? new(a) : campos.Falla<FechaEscrita?>("escriba también el mes, o borre el día.");
        }

        if (!Mes(mes, out var m))
        {
            return campos.Falla<FechaEscrita?>("escriba el mes con su nombre o un número de 1 a 12.");
        }

        if (dia is null)
        {
            return new(a, m);
        }

        return Numero(dia, 2, out var d) && d >= 1 && d <= DateTime.DaysInMonth(a, m)
            ? new(a, m, d)
            : campos.Falla<FechaEscrita?>($"ese día no existe: {(QuienLee.EnIngles ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(m) : Meses[m - 1])} de {a} tiene {DateTime.DaysInMonth(a, m)} días.");
    }

    private static bool Mes(string texto, out int mes)
    {
        if (Numero(texto, 2, out mes))
        {
            return mes is >= 1 and <= 12;
        }

        var nombre = TextoLimpio.ParaComparar(texto);
        mes = 1 + Array.FindIndex(Meses, m => m == nombre || (nombre.Length == 3 && m.StartsWith(nombre, StringComparison.Ordinal)));
        mes = nombre == "setiembre" ? 9 : mes;
        return mes > 0;
    }

    private static bool Numero(string texto, int cifras, out int numero)
    {
        numero = 0;
        return texto.Length <= cifras && int.TryParse(texto, NumberStyles.None, CultureInfo.InvariantCulture, out numero);
    }

    [GeneratedRegex(@"^((?<a>[0-9]{4})(-(?<m>[0-9]{1,2})(-(?<d>[0-9]{1,2}))?)?|((?<d>[0-9]{1,2})/)?(?<m>[0-9]{1,2})/(?<a>[0-9]{4}))\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FechaEnUnTexto();
}
