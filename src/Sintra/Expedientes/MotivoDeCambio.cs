using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// What was answered and stands is not written over without saying why (catalogue <c>motivo_de_cambio</c>). To answer what nobody had answered
/// asks for no reason, and nothing does while a file is a draft.
/// </summary>
internal static class MotivoDeCambio
{
    public const string Campo = "motivo_de_cambio";

    public static readonly Falla Falta = new(Campo, "Elija por qué cambia lo que ya estaba guardado.");

    public static readonly Falla Desconocido = new(Campo, "Elija por qué cambia la página.");

    /// <summary>Paths of everything that is answered, sealed or not, and of every row, before a save touches them.</summary>
    public static HashSet<string> Dichas(IEnumerable<Documento> documentos, ArchivoDeRespuestas archivo) =>
    [
        .. documentos.Where(d => !d.Retirada).SelectMany(d => archivo.Leer(d).Keys.Concat(d.ClavesSelladas.Split(',', StringSplitOptions.RemoveEmptyEntries))
            .Select(c => c.Split('.')[0])
            .Select(c => d.Fila == 0 ? c : RutaDeCampo.De(d.Clave, d.Fila, c))
            .Append(FormularioMostrado.Fila(d.Clave, d.Fila))),
    ];

    /// <param name="dichas">What stood before.</param>
    /// <param name="cambios">Paths that the save changed.</param>
    public static bool Hace(this IReadOnlySet<string> dichas, IEnumerable<string> cambios) => cambios.Any(dichas.Contains);
}
