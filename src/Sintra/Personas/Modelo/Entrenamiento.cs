namespace Sintra.Personas;

/// <summary>
/// Learns a model from records alone, without any truth: expectation–maximisation in sessions. One run over all candidates settles on «nearly all
/// are one person», since candidates were chosen by agreeing; in a session the field that chose the pairs has no say (docs/decisions/0013).
/// </summary>
internal static class Entrenamiento
{
    private const int ParesAlAzar = 300_000;
    private const int ParesDeSesion = 200_000;
    private const int Vueltas = 50;
    private const int VueltasDelPrevio = 10;

    // As many pairs as the base model counts for: few pairs move it little, thousands forget it.
    private const double PesoDeLaBase = 20;

    // No single field is decisive.
    private const double MinimoDeM = 0.004;
    private const double MinimoDeU = 1e-6;

    /// <summary>Deterministic rules see about half of the pairs; only where the search for the odds begins.</summary>
    private const double AlcanceDeLasReglas = 0.5;

    /// <param name="candidatos">Pairs that share a token.</param>
    public static Modelo Entrenar(Muestra muestra, EsquemaDePersona esquema, IReadOnlyCollection<(PersonaComparable A, PersonaComparable B)> candidatos, string origen)
    {
        var comparador = new Comparador(Modelo.Base, esquema);
        var campos = comparador.Campos;
        var alAzar = Tabla.De(muestra.AlAzar(ParesAlAzar), comparador);
        var u = campos.Select((c, f) => Partes(alAzar.Suma(f, c.Niveles, _ => 1), Modelo.BaseDe(c).U, MinimoDeU)).ToArray();
        var m = campos.Select(c => Modelo.BaseDe(c).M).ToArray();

        var dia = Tabla.De(muestra.ConMisma(p => p.Fechas is [var f, ..] ? f.EnDigitos : null, ParesDeSesion), comparador);
        var nombre = Tabla.De(muestra.ConMisma(NombreCompleto, ParesDeSesion), comparador);
        var sesiones = new[] { (Cual: Sesiones.MismoDia, Tabla: dia), (Cual: Sesiones.MismoNombre, Tabla: nombre) }
            .Select(s => (s.Cual, s.Tabla, P: Sesion(s.Tabla, s.Cual, campos, m, u)))
            .ToList();
        m = [.. campos.Select((c, f) => Partes(
            sesiones.Where(s => c.Sesiones.HasFlag(s.Cual)).Select(s => s.Tabla.Suma(f, c.Niveles, i => s.P[i])).Aggregate(new double[c.Niveles], Mas),
            Modelo.BaseDe(c).M,
            MinimoDeM))];

        // Pairs at random are two persons but for a few, whose agreements must not count as chance.
        var previo = Modelo.Base.Previo;
        previo = Previo(muestra, candidatos, esquema, Armar());
        u = [.. campos.Select((c, f) => Partes(alAzar.Suma(f, c.Niveles, alAzar.Complemento(previo, m, u)), Modelo.BaseDe(c).U, MinimoDeU))];
        previo = Previo(muestra, candidatos, esquema, Armar());
        return Armar();

        Modelo Armar() => new(Modelo.VersionActual, origen, previo, campos.Select((c, f) => (c.Clave, Pesos: new PesosDeCampo(m[f], u[f]))).ToDictionary(c => c.Clave, c => c.Pesos));
    }

    /// <summary>One session: who of these pairs are one person, by the fields that did not choose them.</summary>
    private static double[] Sesion(Tabla tabla, Sesiones cual, IReadOnlyList<CampoComparado> campos, double[][] mInicial, double[][] u)
    {
        var habla = campos.Select(c => c.Sesiones.HasFlag(cual)).ToArray();
        var (m, p, parte) = (mInicial, new double[tabla.Pares], 0.5);
        for (var vuelta = 0; vuelta < Vueltas && tabla.Pares > 0; vuelta++)
        {
            tabla.Probar(p, Math.Log(parte / (1 - parte)), m, u, habla);
            parte = Math.Clamp(p.Average(), 1e-6, 1 - 1e-6);
            m = [.. campos.Select((c, f) => habla[f] ? Partes(tabla.Suma(f, c.Niveles, i => p[i]), Modelo.BaseDe(c).M, MinimoDeM) : m[f])];
        }

        return p;
    }

    // log2 of the odds: as many pairs as the model itself finds among the candidates.
    private static double Previo(Muestra muestra, IReadOnlyCollection<(PersonaComparable A, PersonaComparable B)> candidatos, EsquemaDePersona esquema, Modelo modelo)
    {
        var comparador = new Comparador(modelo with { Previo = 0 }, esquema);
        var total = Math.Max(1.0, muestra.Pares);
        var comparados = candidatos.Select(c => comparador.Comparar(c.A, c.B)).ToList();
        var seguros = candidatos.Count(c => EsSeguro(c.A, c.B));
        var parte = Parte(seguros / AlcanceDeLasReglas);
        for (var vuelta = 0; vuelta < VueltasDelPrevio; vuelta++)
        {
            var previo = Math.Log2(parte / (1 - parte));
            parte = Parte(comparados.Select(c => (c with { Puntos = c.Puntos + previo }).Probabilidad).Order().Sum());
        }

        return Math.Log2(parte / (1 - parte));

        double Parte(double esperados) => Math.Clamp((esperados + 1) / (total + 2), 1e-9, 0.5);
    }

    private static bool EsSeguro(PersonaComparable a, PersonaComparable b) =>
        (a.CurpEsValida && a.Curp == b.Curp) || (a.Fechas is [var f, ..] && b.Fechas is [var g, ..] && f == g && NombreCompleto(a) is { } nombre && nombre == NombreCompleto(b));

    private static string? NombreCompleto(PersonaComparable p) => p.Nucleo.Count == 0 || p.Primero is null ? null
        : $"{string.Join(' ', p.Nucleo.Select(n => n.Texto).Order(StringComparer.Ordinal))}|{p.Primero.Texto}|{p.Segundo?.Texto}";

    private static double[] Mas(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];

    // Counts beside the base's own, as shares with a floor.
    private static double[] Partes(double[] cuentas, double[] deLaBase, double minimo)
    {
        var total = cuentas.Sum() + PesoDeLaBase;
        var partes = cuentas.Zip(deLaBase, (c, b) => Math.Max(minimo, (c + (PesoDeLaBase * b)) / total)).ToArray();
        var suma = partes.Sum();
        return [.. partes.Select(p => p / suma)];
    }
}
