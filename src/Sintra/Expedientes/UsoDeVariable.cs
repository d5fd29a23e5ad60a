using System.Runtime.CompilerServices;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>How often one state of answer stands under one version of the dictionary.</summary>
/// <param name="Version">Of the dictionary with which the answer was last written.</param>
public sealed record RespuestasPorVersion(int Version, EstadoDeRespuesta Estado, int Cuantas);

/// <summary>How a question is answered in the whole country: counts of answers, not of people.</summary>
/// <param name="Posibles">Files registered, events, or rows of its group: those that could answer it.</param>
/// <param name="Ultima">When somebody last wrote a page with its value (UTC); null when nobody has.</param>
public sealed record UsoDeVariable(Variable Variable, int Posibles, DateTime? Ultima, IReadOnlyList<RespuestasPorVersion> PorVersion)
{
    public int De(EstadoDeRespuesta estado) => PorVersion.Where(r => r.Estado == estado).Sum(r => r.Cuantas);

    /// <summary>Those without any answer: the page was not opened, the question's condition does not hold, or it was left blank.</summary>
    public int SinLlegar => Math.Max(0, Posibles - PorVersion.Sum(r => r.Cuantas));
}

/// <summary>Counts the answers to one variable in one statement, which sees one moment of the database and loads no file.</summary>
public sealed class UsoDeVariableHandler(SintraDb db, DiccionarioVigente diccionario, Sesion sesion)
{
    private const string Todas = "TODAS";

    /// <returns>Absent for who may not, and for what no page asks.</returns>
    public async Task<Resultado<UsoDeVariable>> EjecutarAsync(string clave, CancellationToken ct)
    {
        if (!(sesion.Puede(Permiso.DiccionarioProponer) || sesion.Puede(Permiso.DiccionarioPublicar)) || diccionario.Buscar(clave) is not { Pagina: not null } variable)
        {
            return new NoExiste();
        }

        var cuentas = await db.Database
            .SqlQuery<Renglon>(FormattableStringFactory.Create(Sentencia(variable), clave, $"$.\"{clave}\"", $",{clave},", variable.Grupo ?? ""))
            .ToListAsync(ct);
        var respuestas = cuentas.Where(c => c.Estado != Todas).Select(c => new RespuestasPorVersion(c.Version, Enum.Parse<EstadoDeRespuesta>(c.Estado), (int)c.Cuantas));
        var ultima = cuentas.Where(c => c.Estado == nameof(EstadoDeRespuesta.R)).Max(c => c.Ultima);
        return new UsoDeVariable(
            variable,
            (int)cuentas.Where(c => c.Estado == Todas).Sum(c => c.Cuantas),
            ultima is { } dia ? DateTime.SpecifyKind(dia, DateTimeKind.Utc) : null,
            [.. respuestas.OrderByDescending(r => r.Version).ThenBy(r => r.Estado)]);
    }

    // Drafts, and files annulled or blocked, count nowhere. Each engine looks into a document in its own words.
    private string Sentencia(Variable variable)
    {
        const string contables = "e.estado not in ('BORRADOR', 'ANULADO', 'BLOQUEADO')";
        var (deHecho, deFila) = (variable.Pagina == EscrituraDeHecho.Pagina, variable.Unidad == UnidadDeVariable.Fila);
        var secciones = deHecho ? "seccion_de_hecho s" : $"seccion s join expediente e on e.id = s.expediente and {contables}";
        var suyas = $"not s.retirada and {(deFila ? "s.fila > 0 and s.clave = {3}" : "s.fila = 0")}";
        var (estado, hay, sellada) = db is SintraDbPostgres
            ? ("coalesce(s.abiertas -> {0} ->> 'estado', 'R')", "jsonb_exists(s.abiertas, {0})", "strpos(',' || s.claves_selladas || ',', {2}) > 0")
            : ("coalesce(json_extract(s.abiertas, {1} || '.estado'), 'R')", "json_type(s.abiertas, {1}) is not null", "instr(',' || s.claves_selladas || ',', {2}) > 0");
        var posibles = deFila ? $"from {secciones} where {suyas}" : deHecho ? "from hecho" : $"from expediente e where {contables}";
        return $"""
            select s.diccionario as "Version", {estado} as "Estado", count(*) as "Cuantas", max(s.escrita_en) as "Ultima"
            from {secciones}
            where {suyas} and ({hay} or {sellada})
            group by s.diccionario, {estado}
            union all
            select 0, '{Todas}', count(*), null {posibles}
            """;
    }

    private sealed record Renglon(int Version, string Estado, long Cuantas, DateTime? Ultima);
}
