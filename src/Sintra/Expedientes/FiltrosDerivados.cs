using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>Copies out of the answers what lists and searches ask for, in the transaction that writes them.</summary>
public sealed class FiltrosDerivados(SintraDb db, DiccionarioVigente diccionario)
{
    // Files that a file names, from its single answers or from any of its rows: so they are found from the other end too.
    private IEnumerable<(string Variable, string Codigo)> Referidos(IReadOnlyDictionary<string, Respuesta> unicas, IReadOnlyDictionary<string, IReadOnlyList<Fila>> filas) => unicas
        .Concat(filas.SelectMany(g => g.Value.SelectMany(f => f.Respuestas)))
        .Where(r => r.Value.Valor is ValorDeReferencia && diccionario.Buscar(r.Key) is { ReferenciaA: ReferenciaEnPalabras.Expediente })
        .Select(r => (r.Key, ((ValorDeReferencia)r.Value.Valor!).Id));

    /// <param name="respuestas">The single answers that apply today; a sealed one counts as missing.</param>
    /// <param name="filas">The rows of every group, with what applies of each.</param>
    /// <param name="derivadas">What follows from the answers: age group, reach …</param>
    /// <param name="edad">Bounds of the age at registration: of the date of birth when there is one.</param>
    public void Aplicar(
        Expediente expediente,
        IReadOnlyDictionary<string, Respuesta> respuestas,
        IReadOnlyDictionary<string, IReadOnlyList<Fila>> filas,
        IReadOnlyDictionary<string, Respuesta> derivadas,
        (int Minima, int Maxima)? edad)
    {
        string? Codigo(string clave) =>
            ((respuestas.GetValueOrDefault(clave) ?? derivadas.GetValueOrDefault(clave))?.Valor as ValorDeOpcion)?.Codigo;
        var deteccion = (respuestas.GetValueOrDefault("fecha_deteccion")?.Valor as ValorDeFechaParcial)?.Fecha;
        var lugar = (respuestas.GetValueOrDefault("det_lugar")?.Valor as ValorDeLugar)?.Lugar;

        expediente.Filtros = new()
        {
            NivelIdentificacion = Codigo("nivel_identificacion"),
            NumPersonas = (int?)(respuestas.GetValueOrDefault("num_personas_grupo")?.Valor as ValorDeNumero)?.Numero,
            Sexo = Codigo("sexo"),
            EdadMinima = edad?.Minima,
            EdadMaxima = edad?.Maxima,
            GrupoDeEdad = Codigo("grupo_edad"),
            Mayoria = Codigo("mayoria_registro"),
            Calidad = Codigo("calidad"),
            DeteccionDesde = deteccion?.Desde,
            DeteccionHasta = deteccion?.Hasta,
            DeteccionPais = lugar?.Pais,
            DeteccionEntidad = lugar?.Entidad,
            DeteccionMunicipio = lugar?.Municipio,
            ViaDeteccion = Codigo("via_deteccion"),
            TipoVictima = Codigo("tipo_victima"),
            SituacionMigratoria = Codigo("situacion_migratoria"),
            Idioma = Codigo("idioma"),
        };

        var quiere = respuestas
            .Concat(derivadas.Where(d => !respuestas.ContainsKey(d.Key)))
            .Concat(filas.Values.SelectMany(g => g.SelectMany(f => f.Respuestas)))
            .Where(r => diccionario.Buscar(r.Key) is { } variable && CodigosDeFiltro.EnRenglones(variable, diccionario))
            .SelectMany(r => CodigosDeFiltro.De(r.Value.Valor).Select(c => (Variable: r.Key, Codigo: c)))
            .Concat(Referidos(respuestas, filas))
            .ToHashSet();

        db.RemoveRange(expediente.FiltrosMultiples.Where(f => !quiere.Contains((f.Variable, f.Codigo))));
        db.AddRange(quiere
            .Except(expediente.FiltrosMultiples.Select(f => (f.Variable, f.Codigo)))
            .Select(q => new FiltroMultiple { Expediente = expediente.Id, Variable = q.Variable, Codigo = q.Codigo }));
    }
}
