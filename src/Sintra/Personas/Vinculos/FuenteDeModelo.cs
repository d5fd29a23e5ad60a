namespace Sintra.Personas;

/// <summary>The model in force, and the comparer made of it: read once, and again when a newer one is kept.</summary>
public sealed class FuenteDeModelo
{
    private volatile Vigente? _vigente;

    /// <returns>Number of the model (0: the program's own) and its comparer.</returns>
    internal async Task<(int Numero, Comparador Comparador)> VigenteAsync(SintraDb db, CancellationToken ct)
    {
        var numero = await db.ModelosDePersonas.MaxAsync(m => (int?)m.Numero, ct) ?? 0;
        if (_vigente is not { } vigente || vigente.Numero != numero)
        {
            var modelo = numero == 0 ? Modelo.Base : Modelo.Leer(await db.ModelosDePersonas.Where(m => m.Numero == numero).Select(m => m.Contenido).SingleAsync(ct));
            _vigente = vigente = new(numero, new(modelo, EsquemaDePersona.DeSintra));
        }

        return (vigente.Numero, vigente.Comparador);
    }

    private sealed record Vigente(int Numero, Comparador Comparador);
}
