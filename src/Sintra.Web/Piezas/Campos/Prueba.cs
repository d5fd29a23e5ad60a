using System.Text.Json.Nodes;

namespace Sintra.Web.Piezas.Campos;

/// <summary>
/// A condition as the page can test it: names are paths of fields on the page, and what depends on answers that stand elsewhere
/// is already decided. The script reads its JSON; the server answers the same question over the same fields.
/// </summary>
public abstract record Prueba
{
    /// <summary>Decided: nothing on the page changes it.</summary>
    public sealed record Fija(bool Valor) : Prueba;

    /// <summary>The field has one of these codes; for several codes, contains one.</summary>
    public sealed record En(string Campo, IReadOnlyList<string> Codigos) : Prueba;

    public sealed record Lleno(string Campo) : Prueba;

    public sealed record No(Prueba De) : Prueba;

    /// <param name="Todas">True: all of them; false: any of them.</param>
    public sealed record Varias(bool Todas, IReadOnlyList<Prueba> De) : Prueba;

    /// <summary>All or any of the parts, with the decided ones folded away.</summary>
    public static Prueba Unir(bool todas, IEnumerable<Prueba> partes)
    {
        var abiertas = new List<Prueba>();
        foreach (var parte in partes)
        {
            if (parte is not Fija fija)
            {
                abiertas.Add(parte);
            }
            else if (fija.Valor != todas)
            {
                return fija;
            }
        }

        return abiertas switch
        {
            [] => new Fija(todas),
            [var unica] => unica,
            _ => new Varias(todas, abiertas),
        };
    }

    /// <summary>The answer for what the form carries now. Every test is false without a value.</summary>
    public bool SeCumple(Crudos crudos) => this switch
    {
        Fija p => p.Valor,
        En p => crudos.Uno(p.Campo + ".estado").Length == 0 && crudos.Todos(p.Campo).Any(p.Codigos.Contains),
        Lleno p => crudos.TieneValor(p.Campo),
        No p => !p.De.SeCumple(crudos),
        Varias { Todas: true } p => p.De.All(d => d.SeCumple(crudos)),
        Varias p => p.De.Any(d => d.SeCumple(crudos)),
        _ => throw new NotSupportedException(GetType().Name),
    };

    /// <summary><c>{"op":"es","campo":…,"codigo":…}</c>, <c>en</c> + <c>codigos</c>, <c>lleno</c>, <c>y</c> | <c>o</c> + <c>de</c>, <c>no</c> + <c>de</c>.</summary>
    public JsonObject AJson() => this switch
    {
        En { Codigos: [var codigo] } p => new() { ["op"] = "es", ["campo"] = p.Campo, ["codigo"] = codigo },
        En p => new() { ["op"] = "en", ["campo"] = p.Campo, ["codigos"] = new JsonArray([.. p.Codigos.Select(c => JsonValue.Create(c))]) },
        Lleno p => new() { ["op"] = "lleno", ["campo"] = p.Campo },
        No p => new() { ["op"] = "no", ["de"] = p.De.AJson() },
        Varias p => new() { ["op"] = p.Todas ? "y" : "o", ["de"] = new JsonArray([.. p.De.Select(d => d.AJson())]) },
        _ => throw new NotSupportedException(GetType().Name),
    };
}
