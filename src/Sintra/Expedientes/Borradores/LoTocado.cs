using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// Of a form that came whole, what was typed into it. What it merely showed is left out, revealed values above all: they are the file's, and are
/// not to outlive in a draft the ten minutes for which they were opened. To tell them apart every seal is opened here and nothing of it leaves.
/// </summary>
public sealed class LoTocado(SintraDb db, ArchivoDeRespuestas archivo, DiccionarioVigente diccionario, Sesion sesion)
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> DeAsync(
        RutaDeBorrador ruta, IReadOnlyDictionary<string, IReadOnlyList<string>> enviados, FormularioMostrado mostrado, CancellationToken ct)
    {
        var guardados = await GuardadosAsync(ruta, ct);
        var vista = Vista(mostrado.Grupos);

        // A row that the form only said in a line sends nothing, and nothing of it was unmarked.
        var filas = enviados.Keys.Select(FilaDe).ToHashSet();
        var desmarcados = guardados.Keys.Where(nombre => !enviados.ContainsKey(nombre) && filas.Contains(FilaDe(nombre)) && SeMostro(nombre, mostrado, vista));

        return enviados
            .Where(c => !Dichos(c.Value).SequenceEqual(guardados.GetValueOrDefault(c.Key, [])))
            .Where(c => Dichos(c.Value).Any() || SeMostro(c.Key, mostrado, vista))
            .Concat(desmarcados.Select(nombre => KeyValuePair.Create(nombre, (IReadOnlyList<string>)[])))
            .ToDictionary();
    }

    private static (string?, int)? FilaDe(string nombre) => RutaDeCampo.Analizar(nombre) is { } campo ? (campo.Grupo, campo.Fila) : null;

    private static IEnumerable<string> Dichos(IReadOnlyList<string> valores) => valores.Where(v => v.Length > 0);

    // A blank says «cleared» only of what was there to be cleared.
    private bool SeMostro(string nombre, FormularioMostrado mostrado, Vista vista) =>
        RutaDeCampo.Analizar(nombre) is { } campo
        && mostrado.Preguntas.Contains(campo.Clave)
        && diccionario.Buscar(campo.Clave) is { } variable
        && vista.Ve(variable)
        && (campo.Parte is not ("localidad" or "como") || vista.VeLugarFino(variable));

    private Vista Vista(IReadOnlySet<string> grupos) => new(sesion, grupos);

    private async Task<Dictionary<string, List<string>>> GuardadosAsync(RutaDeBorrador ruta, CancellationToken ct)
    {
        var (dueno, documentos) = ruta switch
        {
            { Expediente: { } expediente } => (expediente.Valor, (List<Documento>)[.. await db.Secciones.AsNoTracking().Where(s => s.Expediente == expediente).ToListAsync(ct)]),
            { Hecho: { } hecho } => (hecho.Valor, [.. await db.SeccionesDeHecho.AsNoTracking().Where(s => s.Hecho == hecho).ToListAsync(ct)]),
            _ => (default, []),
        };
        var llaves = await db.LlavesDeDatos.AsNoTracking().Where(l => l.Dueno == dueno).ToListAsync(ct);
        var todo = Vista(diccionario.GruposDeIdentidad.Select(g => g.Clave).ToHashSet());

        return documentos.Where(d => !d.Retirada)
            .SelectMany(d => archivo.LeerSegun(d, dueno, llaves, todo).SelectMany(r => EscritorDeCaptura.Campos(RutaDeCampo.De(d.Fila == 0 ? null : d.Clave, d.Fila, r.Key), r.Value)))
            .GroupBy(c => c.Key, c => c.Value)
            .ToDictionary(g => g.Key, g => g.ToList());
    }
}
