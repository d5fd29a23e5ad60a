using System.Text.Json;
using Sintra.Expedientes;

namespace Sintra.Personas;

/// <summary>How a pair stands in the queue of those who review.</summary>
public enum BandaDeCoincidencia
{
    MuyProbable,
    Posible,

    /// <summary>Little to go by, or something speaks against it: names that differ, two CURPs, an alias alone.</summary>
    ConReserva,

    /// <summary>Said to be one person, and waits for a second one to say so.</summary>
    PorConfirmar,
}

/// <summary>One side of a pair, without identity.</summary>
public sealed record LadoDeCoincidencia(ExpedienteId Expediente, string? Folio, string Institucion, string? Sexo, int? EdadMinima, int? EdadMaxima, DateTime CreadoEn);

/// <param name="Id">Of the suggestion.</param>
public sealed record Coincidente(Guid Id, BandaDeCoincidencia Banda, LadoDeCoincidencia A, LadoDeCoincidencia B, DateTime HechaEn);

/// <summary>How well one field agrees, in words and without its values.</summary>
public enum Concordancia
{
    Falta,
    Iguales,
    Parecidos,
    Distintos,
}

/// <summary>Pairs that may be one person, both of whose files are within reach of whoever reviews; the most probable first.</summary>
public sealed class CoincidenciasHandler(SintraDb db, FuenteDeModelo fuente, Sesion sesion, TimeProvider reloj)
{
    public const int PorPagina = 25;

    /// <param name="despuesDe">The last of the page before; null for the first page.</param>
    public async Task<(IReadOnlyList<Coincidente> Pares, Guid? Siguiente)> ListarAsync(BandaDeCoincidencia banda, Guid? despuesDe, CancellationToken ct)
    {
        var alcance = db.Expedientes.AlAlcanceDe(sesion, reloj).Comparables();
        var sugerencias = DeBanda(banda);
        if (despuesDe is { } ultima && await db.Sugerencias.Where(s => s.Id == ultima).Select(s => (double?)s.Probabilidad).SingleOrDefaultAsync(ct) is { } hasta)
        {
            sugerencias = sugerencias.Where(s => s.Probabilidad < hasta || (s.Probabilidad == hasta && s.Id > ultima));
        }

        var filas = await sugerencias
            .Join(alcance, s => s.A, e => e.Id, (s, a) => new { S = s, A = a })
            .Join(alcance, x => x.S.B, e => e.Id, (x, b) => new { x.S, x.A, B = b })
            .OrderByDescending(x => x.S.Probabilidad).ThenBy(x => x.S.Id)
            .Take(PorPagina + 1)
            .Select(x => new
            {
                x.S.Id,
                x.S.HechaEn,
                A = new LadoDeCoincidencia(x.A.Id, x.A.Folio, x.A.Institucion, x.A.Filtros.Sexo, x.A.Filtros.EdadMinima, x.A.Filtros.EdadMaxima, x.A.CreadoEn),
                B = new LadoDeCoincidencia(x.B.Id, x.B.Folio, x.B.Institucion, x.B.Filtros.Sexo, x.B.Filtros.EdadMinima, x.B.Filtros.EdadMaxima, x.B.CreadoEn),
            })
            .ToListAsync(ct);
        return ([.. filas.Take(PorPagina).Select(f => new Coincidente(f.Id, banda, f.A, f.B, f.HechaEn))], filas.Count > PorPagina ? filas[PorPagina - 1].Id : null);
    }

    /// <summary>How each compared field of a pair agrees, by the keys of <see cref="FichaDeExpediente.Comparadas"/>.</summary>
    public async Task<IReadOnlyDictionary<string, Concordancia>> ConcordanciasAsync(Sugerencia sugerencia, CancellationToken ct)
    {
        var (_, comparador) = await fuente.VigenteAsync(db, ct);
        var niveles = JsonSerializer.Deserialize<Dictionary<string, int>>(sugerencia.Niveles)!;
        return comparador.Campos.Where(c => niveles.ContainsKey(c.Clave)).ToDictionary(c => c.Clave, c => niveles[c.Clave] switch
        {
            < 0 => Concordancia.Falta,
            0 => Concordancia.Iguales,
            var nivel when nivel == c.Niveles - 1 => Concordancia.Distintos,
            _ => Concordancia.Parecidos,
        });
    }

    private IQueryable<Sugerencia> DeBanda(BandaDeCoincidencia banda)
    {
        var (sugerencias, porConfirmar) = (db.Sugerencias, db.Vinculos.Where(v => v.PideOtraPersona && v.ConfirmadoEn == null && v.RevocadoEn == null));
        return banda switch
        {
            BandaDeCoincidencia.MuyProbable => sugerencias.Where(s => s.AtendidaEn == null && s.Probabilidad >= DictaminarVinculoHandler.MuyProbable),
            BandaDeCoincidencia.Posible => sugerencias.Where(s => s.AtendidaEn == null && s.Probabilidad < DictaminarVinculoHandler.MuyProbable && s.Probabilidad >= CompararExpedientesHandler.Umbral),
            BandaDeCoincidencia.ConReserva => sugerencias.Where(s => s.AtendidaEn == null && s.Probabilidad < CompararExpedientesHandler.Umbral),
            _ => sugerencias.Where(s => porConfirmar.Any(v => v.A == s.A && v.B == s.B)),
        };
    }
}
