using Sintra.Expedientes;

namespace Sintra.Consulta;

/// <param name="Expedientes">The most alike first.</param>
/// <param name="Recortado">There were more than are looked at.</param>
internal sealed record Hallazgo(IReadOnlyList<ExpedienteId> Expedientes, bool Recortado);

/// <summary>
/// The files within reach that a search by identity finds, by blind tokens alone: nothing is opened. A file is found when it has all the words that were
/// typed, or all but one where they were three or more (a second surname, a second name); the more it has, the earlier it comes.
/// </summary>
public sealed class HalladosPorIdentidad(SintraDb db, Sellos sellos, BusquedasPorIdentidadPropias propias, RecetaDeBusqueda receta, Sesion sesion, TimeProvider reloj)
{
    /// <summary>Files that are looked at.</summary>
    public const int Maximo = 200;

    private const int MaximoDeTestigos = 20_000;

    // A number that is a person's own says more than her whole name.
    private const int PesoDeNumero = 100;

    private Guid? _ultima;
    private Hallazgo? _hallazgo;

    /// <returns>Null when the search has ended or is another's.</returns>
    internal async Task<Hallazgo?> DeAsync(Guid busqueda, CancellationToken ct)
    {
        if (_ultima != busqueda)
        {
            (_hallazgo, _ultima) = (await propias.AbrirAsync(busqueda, ct) is { } dicha ? await BuscarAsync(dicha, ct) : null, busqueda);
        }

        return _hallazgo;
    }

    private async Task<Hallazgo> BuscarAsync(BuscarPorIdentidad dicha, CancellationToken ct)
    {
        var palabras = TestigosDeBusqueda.Palabras(dicha.Nombre);
        var buscados = new Dictionary<long, HashSet<int>>();
        var llaves = new HashSet<int>();
        foreach (var (tipo, valor, cubre) in Testigos(dicha, palabras))
        {
            foreach (var (llave, testigo) in sellos.Testigos(tipo, valor))
            {
                llaves.Add(llave);
                buscados.TryAdd(testigo, []);
                buscados[testigo].UnionWith(cubre);
            }
        }

        var valores = buscados.Keys.ToList();
        var alcance = db.Expedientes.AlAlcanceDe(sesion, reloj);
        var hallados = await db.Testigos.AsNoTracking()
            .Where(t => llaves.Contains(t.Llave) && valores.Contains(t.Valor) && alcance.Any(e => e.Id == t.Expediente))
            .Select(t => new { t.Expediente, t.Valor })
            .Take(MaximoDeTestigos)
            .ToListAsync(ct);

        var hacenFalta = palabras.Count >= 3 ? palabras.Count - 1 : palabras.Count;
        var ordenados = hallados
            .GroupBy(h => h.Expediente, h => h.Valor)
            .Select(g => (Expediente: g.Key, Peso: Peso(g.SelectMany(v => buscados[v]).ToHashSet())))
            .Where(h => h.Peso >= hacenFalta && h.Peso > 0)
            .OrderByDescending(h => h.Peso)
            .ThenByDescending(h => h.Expediente)
            .Select(h => h.Expediente)
            .ToList();
        return new([.. ordenados.Take(Maximo)], ordenados.Count > Maximo || hallados.Count == MaximoDeTestigos);
    }

    private static int Peso(HashSet<int> cubiertas) => cubiertas.Sum(c => c < 0 ? PesoDeNumero : 1);

    // Which of the words typed each token would prove to be there; a negative one, a number.
    private IEnumerable<(string Tipo, string Valor, int[] Cubre)> Testigos(BuscarPorIdentidad dicha, IReadOnlyList<string> palabras)
    {
        var instituciones = sesion.Predecesoras.Prepend(sesion.Institucion).ToList();
        var todas = Enumerable.Range(0, palabras.Count).ToArray();
        return
        [
            .. from i in todas
               from j in todas
               where i < j
               from pareja in TestigosDeBusqueda.Parejas(palabras[i], palabras[j])
               select (TestigosDeBusqueda.Fonetico, pareja, new[] { i, j }),
            .. from i in todas
               where palabras.Count == 1
               from institucion in instituciones
               from corto in TestigosDeBusqueda.Cortos(palabras[i], institucion)
               select (TestigosDeBusqueda.Fonetico, corto, new[] { i }),

            // As files written before there were these: pairs as they are spelt, a whole alias.
            .. from i in todas
               from j in todas
               where i < j
               from t in TestigosDeIdentidad.DeBusqueda($"{palabras[i]} {palabras[j]}", null, sesion.Institucion)
               select (t.Tipo, t.Valor, new[] { i, j }),
            .. from institucion in instituciones
               from t in TestigosDeIdentidad.DeBusqueda(dicha.Nombre, dicha.Curp?.Trim(), institucion)
               where t.Tipo != "nombre"
               select (t.Tipo, t.Valor, t.Tipo == "curp" ? new[] { -1 } : todas),
            .. TestigosDeBusqueda.Telefono(dicha.Telefono) is { } telefono ? [(TestigosDeBusqueda.DeTelefono, telefono, new[] { -2 })] : Array.Empty<(string, string, int[])>(),
            .. TestigosDeBusqueda.Numero(dicha.Numero) is { } numero ? receta.Numeros.Select(n => (TestigosDeBusqueda.DeNumero, $"{n}|{numero}", new[] { -3 })) : [],
        ];
    }
}
