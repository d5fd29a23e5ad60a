namespace Sintra.Personas;

/// <summary>Two dates, as far as they are one date badly copied.</summary>
internal static class FechasParecidas
{
    public const int Iguales = 0;
    public const int UnError = 1;
    public const int PrimeroDeEnero = 2;
    public const int DosErrores = 3;
    public const int MismoAnio = 4;
    public const int DosAnios = 5;
    public const int Incompatibles = 6;

    public static int Comparar(FechaDicha a, FechaDicha b)
    {
        if (a == b)
        {
            return Iguales;
        }

        var mismo = a.Ejercicio == b.Ejercicio;
        var aparte = Math.Abs(a.Ejercicio - b.Ejercicio);
        if ((mismo && a.Dia == b.Mes && a.Mes == b.Dia) || (aparte == 1 && (a.Mes, a.Dia) == (b.Mes, b.Dia)))
        {
            return UnError;
        }

        var ediciones = Semejanza.Ediciones(a.EnDigitos, b.EnDigitos, 2);
        return ediciones == 1 ? UnError
            : mismo && (a.EsPrimeroDeEnero || b.EsPrimeroDeEnero) ? PrimeroDeEnero
            : ediciones == 2 ? DosErrores
            : mismo ? MismoAnio
            : aparte <= 2 ? DosAnios
            : Incompatibles;
    }
}

/// <summary>When they were born: by dates where both are known, otherwise by the years that an age allows.</summary>
internal sealed class CampoDeNacimiento : CampoComparado
{
    public const int EdadesCercanas = 7;
    public const int EdadesParecidas = 8;
    public const int EdadesIncompatibles = 9;

    public override string Clave => "nacimiento";

    public override int Niveles => 10;

    public override Sesiones Sesiones => Sesiones.MismoNombre;

    public override int Comparar(PersonaComparable a, PersonaComparable b)
    {
        if (a.Fechas.Count > 0 && b.Fechas.Count > 0)
        {
            var mejor = FechasParecidas.Incompatibles;
            foreach (var x in a.Fechas)
            {
                foreach (var y in b.Fechas)
                {
                    mejor = Math.Min(mejor, FechasParecidas.Comparar(x, y));
                }
            }

            return mejor;
        }

        if (a.Anios is not { } deA || b.Anios is not { } deB)
        {
            return SinDato;
        }

        return Math.Max(0, Math.Max(deA.Desde - deB.Hasta, deB.Desde - deA.Hasta)) switch
        {
            <= 1 => EdadesCercanas,
            <= 3 => EdadesParecidas,
            _ => EdadesIncompatibles,
        };
    }
}

/// <summary>CURP. It follows from the name, the birth and the sex, so it is learnt after them and never proves an identity by itself.</summary>
internal sealed class CampoDeCurp : CampoComparado
{
    public const int Iguales = 0;
    public const int DosEdiciones = 1;
    public const int MismoNombreYDia = 2;
    public const int Distintas = 3;
    private const int DeNombreYNacimiento = 10;

    public override string Clave => "curp";

    public override int Niveles => 4;

    public override Sesiones Sesiones => Sesiones.Ninguna;

    public override bool Identifica => true;

    public override int Comparar(PersonaComparable a, PersonaComparable b) => SiAmbos(a.Curp, b.Curp, (x, y) =>
        x == y ? Iguales
        : Semejanza.Ediciones(x, y, 2) <= 2 ? DosEdiciones
        : x.AsSpan(0, DeNombreYNacimiento).SequenceEqual(y.AsSpan(0, DeNombreYNacimiento)) ? MismoNombreYDia
        : Distintas);
}
