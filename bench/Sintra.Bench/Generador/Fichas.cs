using System.Globalization;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Practica;

namespace Sintra.Bench.Generador;

using Campos = IReadOnlyDictionary<string, IReadOnlyList<string>>;

/// <summary>
/// The files of a seed, each from its number alone: the answers of the practice system's (<see cref="FichaDePractica"/>) with names out of
/// longer lists, spread over five years, three in ten of them sharing an event with the one before. Nobody in them is real.
/// </summary>
/// <param name="cuantas">How many there are to be: over them the five years are spread, later ones fuller.</param>
internal sealed class Fichas(DiccionarioVigente diccionario, ulong semilla, int cuantas)
{
    private const int Nombres = 500;
    private const int Apellidos = 4_000;

    private static readonly TimeZoneInfo Mexico = new RelojDeMexico().LocalTimeZone;
    private static readonly DateTime Primero = new(2022, 1, 3, 15, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Ultimo = new(2026, 10, 30, 23, 0, 0, DateTimeKind.Utc);
    private static readonly ((int De, int A), int)[] Demoras = [((0, 3), 35), ((4, 30), 30), ((31, 365), 25), ((366, 1500), 10)];
    private static readonly string[] Silabas = ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "ja", "que"];

    private readonly Registrantes _registrantes = new(diccionario);

    public ulong Semilla => semilla;

    public int Cuantas => cuantas;

    /// <param name="n">From 1 to <see cref="Cuantas"/>.</param>
    public FichaGenerada De(int n)
    {
        var abierto = Momento(n);
        var dia = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(abierto, Mexico));
        var ficha = FichaDePractica.De(n, dia, semilla);
        var azar = Azar(n, 1);
        var cabeza = Cabeza(n);
        var quien = _registrantes.De(Azar(cabeza, 2), cabeza == n ? ficha.Entidad : FichaDePractica.De(cabeza, dia, semilla).Entidad);
        var paginas = new Dictionary<string, Campos>(ficha.PaginasDe(quien.Institucion));
        paginas["registro_minimo"] = Detectada(paginas["registro_minimo"], dia, PersonaFicticia.De(ficha.Persona).Nacimiento, azar);
        if (paginas.TryGetValue("documentos_e_identidad", out var identidad))
        {
            paginas["documentos_e_identidad"] = Nombrada(identidad, ficha.Persona);
        }

        // The head of an event makes its row first, with the first of its ids.
        HechoId? hecho = cabeza == n ? null : new(Uuids.De(Momento(cabeza), semilla, (ulong)cabeza, 0));
        var registrado = abierto.AddMinutes(azar.Uno([(azar.Entre(8, 90), 80), (azar.Entre(91, 4_000), 20)]));
        return new(
            n,
            quien,
            abierto,
            new(paginas, hecho, string.Create(CultureInfo.InvariantCulture, $"G-{n:000000000}")),
            ficha.SeRegistra ? registrado : null,
            ficha.SeRegistra ? Folio.Con(registrado.AddHours(-6).Year, (int)(((ulong)n + semilla) * 0x2545_F491 % (1 << 30))) : null);
    }

    /// <summary>The file that opened the event this one is of; itself mostly. A few events have dozens.</summary>
    private int Cabeza(int n)
    {
        while (n > 1 && Azar(n, 3).Cae(Azar(n / 64, 4).Cae(4) ? 92 : 22))
        {
            n--;
        }

        return n;
    }

    private DateTime Momento(int n)
    {
        var parte = Math.Pow((double)n / cuantas, 0.7);
        return Primero.AddMilliseconds(Math.Floor((Ultimo - Primero).TotalMilliseconds * parte));
    }

    private Azar Azar(int n, ulong para) => new((semilla << 32) + (para << 56) + (ulong)n);

    // Mostly days before, at times years; never before she was born.
    private static Dictionary<string, IReadOnlyList<string>> Detectada(Campos campos, DateOnly dia, DateOnly nacimiento, Azar azar)
    {
        var (de, a) = azar.Uno(Demoras);
        var deteccion = dia.AddDays(-azar.Entre(de, a));
        deteccion = deteccion < nacimiento ? nacimiento : deteccion;
        return new(campos)
        {
            ["fecha_deteccion.dia"] = [deteccion.Day.ToString(CultureInfo.InvariantCulture)],
            ["fecha_deteccion.mes"] = [deteccion.Month.ToString(CultureInfo.InvariantCulture)],
            ["fecha_deteccion.anio"] = [deteccion.Year.ToString(CultureInfo.InvariantCulture)],
        };
    }

    // The same person, the same name, whoever tells of her. Some names are common and most are rare, as names are.
    private Dictionary<string, IReadOnlyList<string>> Nombrada(Campos campos, int persona)
    {
        var azar = Azar(persona, 5);
        return new(campos)
        {
            ["nombres"] = [$"{campos["nombres"][0].Split(' ')[0]} {Palabra(Sesgado(azar, Nombres))}"],
            ["primer_apellido"] = [Palabra(Sesgado(azar, Apellidos))],
            ["segundo_apellido"] = [Palabra(Sesgado(azar, Apellidos))],
        };
    }

    // The k-th of a list falls as often as 1/k.
    private static int Sesgado(Azar azar, int cuantos) => (int)Math.Pow(cuantos, azar.Entre(0, 999_999) / 1e6);

    private static string Palabra(int cual)
    {
        var texto = Silabas[cual >> 8] + Silabas[(cual >> 4) & 15] + Silabas[cual & 15];
        return char.ToUpperInvariant(texto[0]) + texto[1..];
    }
}
