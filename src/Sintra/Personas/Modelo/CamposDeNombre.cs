using System.Collections.Frozen;

namespace Sintra.Personas;

/// <summary>Likeness of words of a name.</summary>
internal static class Parecido
{
    private const double Apellidos = 0.90;
    private const double Pila = 0.92;

    // Of Mayan monosyllables (Uc, Ek, Ku, Chan) one letter makes another family.
    private const int Corto = 4;

    // From here on two errors are two errors.
    private const int Largo = 6;

    public static bool DeApellido(ApellidoLlano a, ApellidoLlano b) =>
        a.SuenaComo(b) || (!(a.EsConocido && b.EsConocido) && !EsCorto(a.Texto, b.Texto, Corto) && Semejanza.JaroWinkler(a.Texto, b.Texto) >= Apellidos);

    /// <summary>One name badly written. Two names that people bear (Adrián and Adriana) are two, however close.</summary>
    public static bool DePila(NombreDePila a, NombreDePila b) =>
        !(a.EsConocido && b.EsConocido)
        && !EsCorto(a.Texto, b.Texto, Corto - 1)
        && (Semejanza.Ediciones(a.Texto, b.Texto, 2) <= (Math.Min(a.Texto.Length, b.Texto.Length) >= Largo ? 2 : 1) || Semejanza.JaroWinkler(a.Texto, b.Texto) >= Pila);

    public static bool Suena(NombreDePila a, NombreDePila b) => a.SuenaComo(b) || Hipocoristicos.SonUno(a, b);

    private static bool EsCorto(string a, string b, int letras) => a.Length <= letras && b.Length <= letras;
}

/// <summary>Weighs agreement by how common a name is: log2(Σf² / f), from the project's list and never from the records.</summary>
internal sealed class Rareza
{
    private const double Minimo = -4;
    private const double Maximo = 5;
    private readonly FrozenDictionary<string, double> _frecuencias;
    private readonly double _media;
    private readonly double _desconocido;

    public Rareza(FrozenDictionary<string, double> frecuencias)
    {
        var total = frecuencias.Values.Sum();
        _frecuencias = frecuencias;
        _media = frecuencias.Values.Sum(f => f * f) / total;
        _desconocido = frecuencias.Values.Min();
    }

    public double De(string valor) => Math.Clamp(Math.Log2(_media / _frecuencias.GetValueOrDefault(valor, _desconocido)), Minimo, Maximo);
}

/// <summary>Given names.</summary>
internal sealed class CampoDeNombres(bool deMexico) : CampoComparado
{
    public const int MismoConjunto = 0;
    public const int MismoNucleo = 1;
    public const int UnoDentroDelOtro = 2;
    public const int Suenan = 3;
    public const int Parecidos = 4;
    public const int Cambiados = 5;
    public const int CompartenUno = 6;
    public const int NingunoEnComun = 7;

    private static readonly Lazy<Rareza> Frecuencias = new(() => new(DatosDeNombres.Nombres));

    public override string Clave => "nombres";

    public override int Niveles => 8;

    public override Sesiones Sesiones => Sesiones.MismoDia;

    public override bool Identifica => true;

    public override int Comparar(PersonaComparable a, PersonaComparable b)
    {
        if (a.Nombres.Count == 0 || b.Nombres.Count == 0)
        {
            return SinDato;
        }

        var nivel = DePila(a, b);
        return nivel >= CompartenUno && EstanCambiados(a, b) ? Cambiados : nivel;
    }

    public override double Rareza(PersonaComparable a, PersonaComparable b, int nivel) => !deMexico || nivel is < 0 or > UnoDentroDelOtro
        ? 0
        : a.Nucleo.Where(n => b.Nucleo.Any(m => m.Texto == n.Texto)).Select(n => Frecuencias.Value.De(n.Texto)).Order().Sum();

    /// <summary>Name and surname each in the other's place.</summary>
    public static bool EstanCambiados(PersonaComparable a, PersonaComparable b) => a.Primero is { } deA && b.Primero is { } deB
        && deA.Texto != deB.Texto
        && (a.Nombres.Any(n => n.Texto == deB.Texto) ? b.Nombres.Any(n => Es(n, deA)) : b.Nombres.Any(n => n.Texto == deA.Texto) && a.Nombres.Any(n => Es(n, deB)));

    private static bool Es(NombreDePila n, ApellidoLlano a) => n.Texto == a.Texto || n.Clave == a.Clave || Semejanza.Ediciones(n.Texto, a.Texto, 2) <= 2;

    private static int DePila(PersonaComparable a, PersonaComparable b)
    {
        if (Contenido(a.Nombres, b.Nombres, (x, y) => x.Texto == y.Texto))
        {
            if (a.Nombres.Count == b.Nombres.Count)
            {
                return MismoConjunto;
            }
        }

        var (corto, largo) = a.Nucleo.Count <= b.Nucleo.Count ? (a.Nucleo, b.Nucleo) : (b.Nucleo, a.Nucleo);
        if (Contenido(corto, largo, (x, y) => x.Texto == y.Texto))
        {
            return corto.Count == largo.Count ? MismoNucleo : UnoDentroDelOtro;
        }

        if (Contenido(corto, largo, Parecido.Suena))
        {
            return Suenan;
        }

        if (Contenido(corto, largo, (x, y) => Parecido.Suena(x, y) || Parecido.DePila(x, y)))
        {
            return Parecidos;
        }

        // María is shared by half of all women: it counts only where it is all that there is.
        return Alguno(a.Nucleo, b.Nucleo) || ((a.Nucleo.Count == a.Nombres.Count || b.Nucleo.Count == b.Nombres.Count) && Alguno(a.Nombres, b.Nombres))
            ? CompartenUno
            : NingunoEnComun;
    }

    private static bool Alguno(IReadOnlyList<NombreDePila> unos, IReadOnlyList<NombreDePila> otros) =>
        unos.Any(x => otros.Any(y => Parecido.Suena(x, y) || Parecido.DePila(x, y)));

    private static bool Contenido(IReadOnlyList<NombreDePila> corto, IReadOnlyList<NombreDePila> largo, Func<NombreDePila, NombreDePila, bool> son)
    {
        foreach (var x in corto)
        {
            if (!largo.Any(y => son(x, y)))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Both surnames at once: they are swapped, dropped and changed together.</summary>
internal sealed class CampoDeApellidos(bool deMexico) : CampoComparado
{
    public const int AmbosIguales = 0;
    public const int Invertidos = 1;
    public const int AmbosParecidos = 2;
    public const int InvertidosParecidos = 3;
    public const int PrimeroIgualYFalta = 4;
    public const int PrimeroParecidoYFalta = 5;
    public const int UnoIgual = 6;
    public const int UnoCruzado = 7;
    public const int Ninguno = 8;

    private static readonly Lazy<Rareza> Frecuencias = new(() => new(DatosDeNombres.Apellidos));

    public override string Clave => "apellidos";

    public override int Niveles => 9;

    public override Sesiones Sesiones => Sesiones.MismoDia;

    public override bool Identifica => true;

    public override int Comparar(PersonaComparable a, PersonaComparable b)
    {
        if (a.Primero is not { } a1 || b.Primero is not { } b1)
        {
            return SinDato;
        }

        // What the given names already say of the exchange is not said twice.
        if (a.Nombres.Count > 0 && b.Nombres.Count > 0 && CampoDeNombres.EstanCambiados(a, b))
        {
            return SinDato;
        }

        if (a.Segundo is { } a2 && b.Segundo is { } b2)
        {
            return (a1.Texto == b1.Texto, a2.Texto == b2.Texto, a1.Texto == b2.Texto, a2.Texto == b1.Texto) switch
            {
                (true, true, _, _) => AmbosIguales,
                (_, _, true, true) => Invertidos,
                _ when Parecido.DeApellido(a1, b1) && Parecido.DeApellido(a2, b2) => AmbosParecidos,
                _ when Parecido.DeApellido(a1, b2) && Parecido.DeApellido(a2, b1) => InvertidosParecidos,
                (true, _, _, _) or (_, true, _, _) => UnoIgual,
                (_, _, true, _) or (_, _, _, true) => UnoCruzado,
                _ => Ninguno,
            };
        }

        return a1.Texto == b1.Texto ? PrimeroIgualYFalta
            : Parecido.DeApellido(a1, b1) ? PrimeroParecidoYFalta
            : a.Segundo?.Texto == b1.Texto || b.Segundo?.Texto == a1.Texto ? UnoCruzado
            : Ninguno;
    }

    public override double Rareza(PersonaComparable a, PersonaComparable b, int nivel) => !deMexico || nivel < 0
        ? 0
        : new[] { a.Primero, a.Segundo }.OfType<ApellidoLlano>().Select(x => x.Texto)
            .Intersect(new[] { b.Primero, b.Segundo }.OfType<ApellidoLlano>().Select(x => x.Texto))
            .Select(x => Frecuencias.Value.De(x)).Order().Sum();
}
