using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>Whose answers are written: the file or the event, and how a new row of it is made.</summary>
/// <param name="Documentos">Every row the owner has, taken-out ones included.</param>
/// <param name="Nuevo">Makes and attaches an empty row for a key and number.</param>
/// <param name="Llave">The owner's data key of a class.</param>
/// <param name="Anterior">What a row says, to be kept when the save of that version writes over it; null of one that is not stored yet.</param>
/// <param name="Conservar">Keeps it.</param>
public sealed record DuenoDeRespuestas(
    Guid Id,
    IReadOnlyCollection<Documento> Documentos,
    Func<string, int, Documento> Nuevo,
    Func<ClaseDeLlave, LlaveDeDatos> Llave,
    Func<Documento, Guid, Documento?> Anterior,
    Action<Documento> Conservar)
{
    /// <summary>An owner whose new rows and keys go to the context and to the lists given.</summary>
    public static DuenoDeRespuestas De<T>(
        Guid id, List<T> documentos, List<LlaveDeDatos> llaves, Func<string, int, T> nuevo, Func<T, Guid, Documento> anterior, SintraDb db, Sellos sellos)
        where T : Documento => new(
            id,
            documentos,
            (clave, fila) => Anotar(db, documentos, nuevo(clave, fila)),
            clase => LlaveDe(id, clase, llaves, db, sellos),
            (documento, version) => db.Entry(documento).State == EntityState.Added ? null : anterior((T)documento, version),
            conservado => db.Add(conservado));

    /// <summary>The owner's newest key of a class, made when there is none.</summary>
    public static LlaveDeDatos LlaveDe(Guid id, ClaseDeLlave clase, List<LlaveDeDatos> llaves, SintraDb db, Sellos sellos) =>
        llaves.Where(l => l.Clase == clase).MaxBy(l => l.Version) ?? Anotar(db, llaves, sellos.NuevaLlave(id, clase));

    private static T Anotar<T>(SintraDb db, List<T> lista, T nuevo) where T : class
    {
        db.Add(nuevo);
        lista.Add(nuevo);
        return nuevo;
    }
}

/// <param name="Vista">What the writer could see.</param>
/// <param name="Mostrado">What the form showed. Null without a form (API, file): then only what comes is written, and nothing is cleared by its absence.</param>
/// <param name="Terminada">«¿Terminó esta sección?»</param>
/// <param name="Motivo">Why what stood is written over (catalogue <c>motivo_de_cambio</c>).</param>
public sealed record ModoDeEscritura(Vista Vista, FormularioMostrado? Mostrado, bool Terminada, string? Motivo = null)
{
    /// <summary>Whether the writer was asked for it and could see it, so that no answer means «cleared».</summary>
    public bool Pregunto(Variable variable) => Mostrado?.Preguntas.Contains(variable.Clave) is true && Vista.Ve(variable);
}

/// <summary>
/// Writes what was captured on one page: its single answers in row 0, each row of its groups in a row of its own. A row that had been taken
/// out and comes with answers is back.
/// </summary>
public sealed class EscritorDePagina(ArchivoDeRespuestas archivo, Sesion sesion, TimeProvider reloj)
{
    private static readonly IReadOnlyDictionary<string, Respuesta> SinRespuestas = new Dictionary<string, Respuesta>();

    /// <param name="contexto">The owner's answers as they will be: what is not asked under them keeps what it had.</param>
    /// <returns>Keys that changed, <c>grupo[n].clave</c> for rows.</returns>
    public IReadOnlyList<string> Escribir(
        Pagina pagina,
        DuenoDeRespuestas dueno,
        CapturaLeida captura,
        ContextoDeCondicion contexto,
        ModoDeEscritura modo)
    {
        var guardado = new Guardado(dueno, Uuid.Nuevo(), modo.Motivo, sesion.Cuenta, reloj.Ahora);
        var llave = dueno.Llave(pagina.AltoRiesgo ? ClaseDeLlave.AltoRiesgo : ClaseDeLlave.Ordinaria);
        var cambios = new List<string>();

        var cabeza = guardado.Abrir(pagina.Clave, 0);
        cambios.AddRange(Escribir(cabeza, guardado, captura.Respuestas.Unicas, contexto, modo, llave));

        foreach (var (grupo, filas) in captura.Respuestas.Filas)
        {
            foreach (var fila in filas)
            {
                // A form may send some rows of a group and not others: each has its place by its own number.
                var documento = guardado.Abrir(grupo, fila.Numero);
                documento.Orden = fila.Numero - 1;
                if (documento.Retirada)
                {
                    documento.Retirada = false;
                    guardado.Firmar(documento);
                    cambios.Add(FormularioMostrado.Fila(grupo, fila.Numero));
                }

                cambios.AddRange(Escribir(documento, guardado, fila.Respuestas, contexto.DeFila(fila), modo, llave).Select(clave => $"{grupo}[{fila.Numero}].{clave}"));
            }
        }

        foreach (var (grupo, numero) in captura.Vacias)
        {
            if (guardado.Vigente(grupo, numero) is { } documento)
            {
                cambios.AddRange(Escribir(documento, guardado, SinRespuestas, contexto.DeFila(new(numero, SinRespuestas)), modo, llave).Select(clave => $"{grupo}[{numero}].{clave}"));
            }
        }

        foreach (var (grupo, numero) in captura.Quitadas)
        {
            if (guardado.Vigente(grupo, numero) is { } documento)
            {
                documento.Retirada = true;
                guardado.Firmar(documento);
                cambios.Add($"{grupo}[{numero}]");
            }
        }

        if (cambios.Count > 0 || cabeza.Terminada != modo.Terminada)
        {
            cabeza.Terminada = modo.Terminada;
            guardado.Firmar(cabeza);
        }

        return cambios;
    }

    private IReadOnlyList<string> Escribir(
        Documento documento,
        Guardado guardado,
        IReadOnlyDictionary<string, Respuesta> respuestas,
        ContextoDeCondicion contexto,
        ModoDeEscritura modo,
        LlaveDeDatos llave)
    {
        var cambios = archivo.Escribir(
            documento, guardado.Dueno.Id.ToString("n"), respuestas, modo.Vista, v => modo.Pregunto(v) && Reglas.EsVisible(v, contexto), llave);
        if (cambios.Count > 0)
        {
            guardado.Firmar(documento);
        }

        return cambios;
    }
}
