using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// Puts answers into the rows that keep them and takes them out again: what is clear goes to <see cref="Documento.Abiertas"/>,
/// the values of sealed variables (and the lower levels of every place) to <see cref="Documento.Selladas"/>.
/// A reason for having no value («no sabe») identifies nobody and stays clear.
/// </summary>
public sealed class ArchivoDeRespuestas(LlavesAbiertas llaves, DiccionarioVigente diccionario)
{
    private static readonly IReadOnlyDictionary<string, Respuesta> Ninguna = new Dictionary<string, Respuesta>();

    /// <summary>Writes a row's answers and returns the keys that changed.</summary>
    /// <param name="fila">The row's key as text, part of what the seal is bound to.</param>
    /// <param name="vista">What the writer could see: of the rest, the old answer stays unless there is a new one.</param>
    /// <param name="borrable">Whether no answer means «cleared»: the question was put to the writer, and is asked today. The rest is kept.</param>
    public IReadOnlyList<string> Escribir(
        Documento documento,
        string fila,
        IReadOnlyDictionary<string, Respuesta> nuevas,
        Vista vista,
        Func<Variable, bool> borrable,
        LlaveDeDatos llave)
    {
        var (abiertasAntes, selladasAntes) = (Abiertas(documento), Selladas(documento, fila, llave));
        var abiertas = new Dictionary<string, Respuesta>();
        var selladas = new Dictionary<string, Respuesta>();
        var claves = nuevas.Keys.Union(abiertasAntes.Keys).Union(selladasAntes.Keys).ToList();

        foreach (var clave in claves)
        {
            var variable = diccionario[clave];
            var (abierta, sellada) = (abiertasAntes.GetValueOrDefault(clave), selladasAntes.GetValueOrDefault(clave));
            if (nuevas.TryGetValue(clave, out var nueva))
            {
                (abierta, sellada) = Repartir(variable, ConSuFecha(nueva, abierta ?? sellada), vista.VeLugarFino(variable) ? null : sellada);
            }
            else if (vista.Ve(variable) && borrable(variable))
            {
                (abierta, sellada) = (null, variable.Sellada || vista.VeLugarFino(variable) ? null : sellada);
            }

            if (abierta is not null)
            {
                abiertas[clave] = abierta;
            }

            if (sellada is not null)
            {
                selladas[clave] = sellada;
            }
        }

        var cambios = claves.Where(c => Difiere(abiertasAntes, abiertas, c) || Difiere(selladasAntes, selladas, c)).ToList();
        if (cambios.Count > 0 || documento.Abiertas.Length == 0)
        {
            documento.Abiertas = FormatoDeRespuestas.AJson(abiertas, diccionario);
            documento.ClavesSelladas = string.Join(',', selladas.Keys.Order(StringComparer.Ordinal));
            documento.Selladas = selladas.Count == 0 ? null : llaves.Abrir(llave).Sellar(Sitio(documento, fila), FormatoDeRespuestas.AJson(selladas, diccionario));
            (documento.ClaseDeLlave, documento.VersionDeLlave) = (llave.Clase, llave.Version);
            documento.Diccionario = diccionario.Version;
        }

        return cambios;
    }

    /// <summary>The clear answers, with <see cref="ValorProtegido"/> in the place of each sealed one.</summary>
    public Dictionary<string, Respuesta> Leer(Documento documento)
    {
        var respuestas = new Dictionary<string, Respuesta>(Abiertas(documento));
        foreach (var clave in documento.ClavesSelladas.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            respuestas.TryAdd(clave, Respuesta.Con(ValorProtegido.Unico));
        }

        return respuestas;
    }

    /// <summary>The answers with the sealed values that the reader may see.</summary>
    public Dictionary<string, Respuesta> Leer(Documento documento, string fila, LlaveDeDatos llave, Vista vista)
    {
        var respuestas = Leer(documento);
        foreach (var (clave, sellada) in Selladas(documento, fila, llave).Where(s => Abre(diccionario[s.Key], vista)))
        {
            respuestas[clave] = respuestas.TryGetValue(clave, out var abierta) && abierta.Valor is ValorDeLugar grueso && sellada.Valor is ValorDeLugar fino
                ? Respuesta.Con(new ValorDeLugar(grueso.Lugar with { Localidad = fino.Lugar.Localidad, ComoLoRefirio = fino.Lugar.ComoLoRefirio }))
                : sellada;
        }

        return respuestas;
    }

    /// <summary>The answers as the reader may see them, opening a seal only when some group is open.</summary>
    public Dictionary<string, Respuesta> LeerSegun(Documento documento, Guid dueno, IEnumerable<LlaveDeDatos> suyas, Vista vista) =>
        documento.Selladas is null || vista.GruposAbiertos.Count == 0
            ? Leer(documento)
            : Leer(documento, dueno.ToString("n"), suyas.Single(l => l.Clase == documento.ClaseDeLlave && l.Version == documento.VersionDeLlave), vista);

    /// <param name="finoOculto">The lower levels of a place that the writer could not see and so did not rewrite.</param>
    private static (Respuesta? Abierta, Respuesta? Sellada) Repartir(Variable variable, Respuesta nueva, Respuesta? finoOculto) => nueva.Valor switch
    {
        null => (nueva, null),
        _ when variable.Sellada => (null, nueva),
        ValorDeLugar { Lugar: var lugar } => (
            lugar is { Pais: null, Entidad: null, Municipio: null }
                ? null
                : Respuesta.Con(new ValorDeLugar(lugar with { Localidad = null, ComoLoRefirio = null })),
            lugar is { Localidad: null, ComoLoRefirio: null }
                ? finoOculto
                : Respuesta.Con(new ValorDeLugar(new(null, null, null, lugar.Localidad, lugar.ComoLoRefirio)))),
        _ => (nueva, null),
    };

    // The same years said again are the same statement: the day to which they refer is the day on which it was made.
    private static Respuesta ConSuFecha(Respuesta nueva, Respuesta? vieja) =>
        nueva.Valor is ValorDeEdad { Edad: var dicha } && vieja?.Valor is ValorDeEdad { Edad: var antes } && (dicha.Minima, dicha.Maxima) == (antes.Minima, antes.Maxima)
            ? Respuesta.Con(new ValorDeEdad(dicha with { Referida = antes.Referida }))
            : nueva;

    private IReadOnlyDictionary<string, Respuesta> Abiertas(Documento documento) =>
        documento.Abiertas.Length == 0 ? Ninguna : FormatoDeRespuestas.DeJson(documento.Abiertas, diccionario);

    private IReadOnlyDictionary<string, Respuesta> Selladas(Documento documento, string fila, LlaveDeDatos llave) => documento.Selladas is { } sello
        ? FormatoDeRespuestas.DeJson(llaves.Abrir(llave).AbrirTexto(Sitio(documento, fila), sello), diccionario)
        : Ninguna;

    private static bool Abre(Variable variable, Vista vista) => variable.Sellada ? vista.Ve(variable) : vista.VeLugarFino(variable);

    private static bool Difiere(IReadOnlyDictionary<string, Respuesta> antes, IReadOnlyDictionary<string, Respuesta> ahora, string clave) =>
        !Equals(antes.GetValueOrDefault(clave), ahora.GetValueOrDefault(clave));

    private static Sitio Sitio(Documento documento, string fila) =>
        new(documento is Seccion or SeccionAnterior ? "seccion" : "seccion_de_hecho", "selladas", $"{fila}/{documento.Clave}/{documento.Fila}");
}
