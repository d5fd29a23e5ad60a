namespace Sintra.Personas;

/// <summary>
/// Tokens by which records of one person find each other. Each is composed of several fields, so that how often it occurs says little; the value is
/// blinded under the ring's key (<c>Sellos.Testigo</c>) before it is stored anywhere. Types T1 to T11 of docs/decisions/0013.
/// </summary>
internal static class TestigosDePersona
{
    private const int BandaDeAnios = 3;
    private const int BandaDeAlias = 4;

    // With more words than any name has, pairs of them would be work for nothing.
    private const int MaximoDeNombres = 6;

    private static readonly Dictionary<string, int> Pesos = new()
    {
        ["T1"] = 20, ["T2"] = 16, ["T3"] = 10, ["T4"] = 5, ["T5"] = 6, ["T6"] = 9, ["T7"] = 8, ["T8"] = 8, ["T9"] = 12, ["T10"] = 3, ["T11"] = 1,
    };

    /// <summary>Types of which SINTRA's own files have tokens.</summary>
    public static IReadOnlyCollection<string> Tipos => Pesos.Keys;

    /// <summary>How much sharing a token of this type says: candidates are ranked by the sum, and the best are opened.</summary>
    public static int Peso(string tipo) => Pesos.GetValueOrDefault(tipo, 8);

    /// <summary>The tokens of a record, without repetition.</summary>
    public static IReadOnlyList<(string Tipo, string Valor)> De(PersonaComparable p, EsquemaDePersona esquema)
    {
        var testigos = new List<(string, string)>();
        var pila = p.Nucleo.Take(MaximoDeNombres).SelectMany(n => n.Claves).Distinct().ToList();
        var apellidos = new[] { p.Primero, p.Segundo }.OfType<ApellidoLlano>().Select(a => a.Clave).Order(StringComparer.Ordinal).ToList();
        var bandas = Bandas(p.Anios, BandaDeAnios);
        if (p.CurpEsValida)
        {
            testigos.Add(("T1", p.Curp!));
        }

        if (p.ClaveRenapo is { } clave)
        {
            testigos.Add(("T2", clave));
        }

        testigos.AddRange(
        [
            .. apellidos.Count == 0 ? [] : pila.Select(n => ("T3", string.Join('|', apellidos.Append(n).Order(StringComparer.Ordinal)))),
            .. apellidos.Count < 2 ? [] : bandas.Select(b => ("T4", $"{string.Join('+', apellidos)}|{b}")),
            .. from a in apellidos from n in pila from b in bandas select ("T5", $"{a}|{n}|{b}"),
            .. from f in p.Fechas from n in pila select ("T6", $"{DiaYMes(f)}|{f.Ejercicio}|{n}"),
            .. from f in p.Fechas from a in apellidos select ("T7", $"{DiaYMes(f)}|{f.Ejercicio}|{a}"),
            .. from f in p.Fechas from a in apellidos from n in pila select ("T8", $"{f.Mes}-{f.Dia}|{a}|{n}"),
        ]);
        if (p.Telefono is not null)
        {
            testigos.Add(("T9", p.Telefono));
        }

        if (p.Correo is not null)
        {
            testigos.Add(("T9", p.Correo));
        }

        testigos.AddRange(esquema.Testigos.SelectMany((campos, i) => Compuestos(p, esquema, campos).Select(valor => ($"L{i + 1}", valor))));
        if (apellidos.Count == 0)
        {
            testigos.AddRange(DeFichaEscasa(p, pila, bandas));
        }

        return [.. testigos.Distinct()];
    }

    // Few values, so the most telling about whoever holds the table: only for records that have nothing better.
    private static IEnumerable<(string, string)> DeFichaEscasa(PersonaComparable p, List<string> pila, IReadOnlyList<int> bandas)
    {
        var cortos = p.Alias.SelectMany(a => a.Claves).Distinct().ToList();
        return
        [
            .. from a in cortos from b in Bandas(p.Anios, BandaDeAlias) select ("T10", $"{a}|{p.Entidad}|{b}"),
            .. from n in pila.Concat(cortos) from b in bandas select ("T11", $"{n}|{p.Entidad}|{p.Sexo}|{b}"),
        ];
    }

    // Every field must be there; of one with several words each gives one.
    private static IEnumerable<string> Compuestos(PersonaComparable p, EsquemaDePersona esquema, IReadOnlyList<string> campos) =>
        campos.Aggregate<string, IEnumerable<string>>([""], (hasta, campo) => from h in hasta from v in Valores(p, esquema, campo) select $"{h}|{v}");

    private static IEnumerable<string> Valores(PersonaComparable p, EsquemaDePersona esquema, string campo) => campo switch
    {
        "nombres" => p.Nombres.Take(MaximoDeNombres).Select(n => n.Clave),
        "primer_apellido" => p.Primero is { } a ? [a.Clave] : [],
        "segundo_apellido" => p.Segundo is { } a ? [a.Clave] : [],
        "fecha_nacimiento" => p.Fechas.Select(f => f.EnDigitos),
        _ => esquema.Otros.Index()
            .Where(o => o.Item.Clave == campo)
            .Select(o => o.Item.Clase is ClaseDeCampo.Texto ? ClaveFonetica.De(p.Otros[o.Index]) : p.Otros[o.Index])
            .Where(v => v.Length > 0),
    };

    private static string DiaYMes(FechaDicha f) => $"{Math.Min(f.Dia, f.Mes)}-{Math.Max(f.Dia, f.Mes)}";

    // Of a known year its band and the neighbour's where the next year is there; of an age all that it touches.
    private static IReadOnlyList<int> Bandas((int Desde, int Hasta)? anios, int ancho) => anios is not { } a ? []
        : [.. Enumerable.Range((a.Desde - 1) / ancho, ((a.Hasta + 1) / ancho) - ((a.Desde - 1) / ancho) + 1)];
}
