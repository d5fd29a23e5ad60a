using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Personas;

/// <summary>One question of both files, and how well they agree.</summary>
public sealed record RenglonDeComparacion(Variable Variable, RenglonDeResumen? A, RenglonDeResumen? B, Concordancia Concordancia);

/// <param name="Vinculo">The verdict in force; null while there is none.</param>
/// <param name="Grupo">Files that count as one person with either, these two included.</param>
public sealed record ComparacionLeida(
    Sugerencia Sugerencia, ExpedienteLeido A, ExpedienteLeido B, IReadOnlyList<RenglonDeComparacion> Renglones, Vinculo? Vinculo, IReadOnlyList<ExpedienteId> Grupo);

/// <summary>Two files side by side, as whoever reviews may see them: masked until revealed, and read by name in both logs.</summary>
public sealed class CompararCoincidenciaHandler(
    SintraDb db, ConsultarExpedienteHandler consultar, CoincidenciasHandler coincidencias, Agrupaciones agrupaciones, ResumenDePagina resumen)
{
    /// <summary>What «Quién ha consultado» of a file calls having been compared.</summary>
    public const string Pantalla = "comparar";

    /// <returns>Null when there is no such pair, or one of its files is out of reach.</returns>
    public async Task<ComparacionLeida?> EjecutarAsync(Guid id, CancellationToken ct)
    {
        if (await db.Sugerencias.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } sugerencia
            || await consultar.EjecutarAsync(sugerencia.A, Pantalla, ct) is not { } a
            || await consultar.EjecutarAsync(sugerencia.B, Pantalla, ct) is not { } b)
        {
            return null;
        }

        var concordancias = await coincidencias.ConcordanciasAsync(sugerencia, ct);
        var claves = FichaDeExpediente.Comparadas.SelectMany(c => c.Variables).ToList();
        var (deA, deB) = (resumen.DeVariables(claves, a).ToDictionary(r => r.Variable.Clave), resumen.DeVariables(claves, b).ToDictionary(r => r.Variable.Clave));
        IReadOnlyList<RenglonDeComparacion> renglones =
        [
            .. from campo in FichaDeExpediente.Comparadas
               from clave in campo.Variables
               let variable = deA.GetValueOrDefault(clave)?.Variable ?? deB.GetValueOrDefault(clave)?.Variable
               where variable is not null
               select new RenglonDeComparacion(variable, deA.GetValueOrDefault(clave), deB.GetValueOrDefault(clave), concordancias.GetValueOrDefault(campo.Campo, Concordancia.Falta)),
        ];
        var vinculo = await db.Vinculos.AsNoTracking().SingleOrDefaultAsync(v => v.A == sugerencia.A && v.B == sugerencia.B && v.RevocadoEn == null, ct);
        var grupo = (await agrupaciones.DeAsync(sugerencia.A, ct)).Union(await agrupaciones.DeAsync(sugerencia.B, ct)).Order().ToList();
        return new(sugerencia, a, b, renglones, vinculo, grupo);
    }
}
