using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>Adds to an event of one's own what a report says of it, and leaves the rest of its page as it is.</summary>
/// <param name="Formas">Codes of <c>formas_explotacion</c> to add to those mentioned.</param>
/// <param name="Lugar">Answers of a new row of <c>hecho_lugar</c>; several of one kind are several places. Null adds none.</param>
public sealed record AmpliarHecho(HechoId Hecho, IReadOnlyList<string> Formas, IReadOnlyDictionary<string, Respuesta>? Lugar = null);

public sealed class AmpliarHechoHandler(SintraDb db, LectorDeHecho lector, EscrituraDeHecho escritura, DiccionarioVigente diccionario, Sesion sesion)
{
    private const string Formas = "hecho_formas";
    private const string Lugares = "hecho_lugar";

    /// <returns>Number of the new place; 0 without one.</returns>
    public async Task<Resultado<int>> EjecutarAsync(AmpliarHecho orden, CancellationToken ct)
    {
        if (await lector.LeerAsync(orden.Hecho, ct) is not { } leido || leido.Hecho.Institucion != sesion.Institucion)
        {
            return new NoExiste();
        }

        var formas = diccionario.Catalogos["formas_explotacion"];
        if (orden.Formas.Any(f => formas.Buscar(f) is null))
        {
            return new Falla(Formas, "Elija formas de explotación del catálogo.");
        }

        var unicas = SinProtegidas(leido.Reales.Unicas);
        if (orden.Formas.Count > 0)
        {
            var mencionadas = (unicas.GetValueOrDefault(Formas)?.Valor as ValorDeOpciones)?.Codigos ?? [];
            unicas[Formas] = Respuesta.Con(new ValorDeOpciones([.. formas.Opciones.Select(o => o.Codigo).Where(c => mencionadas.Contains(c) || orden.Formas.Contains(c))]));
        }

        var filas = leido.Reales.Filas.ToDictionary(
            g => g.Key, IReadOnlyList<Fila> (g) => [.. g.Value.Select(f => f with { Respuestas = SinProtegidas(f.Respuestas) })]);
        var numero = 0;
        if (orden.Lugar is { } lugar)
        {
            numero = leido.Secciones.Where(s => s.Clave == Lugares).Select(s => s.Fila).DefaultIfEmpty().Max() + 1;
            filas[Lugares] = [.. filas.GetValueOrDefault(Lugares, []), new Fila(numero, lugar)];
        }

        escritura.Escribir(
            leido.Hecho, leido.Reales, [.. leido.Secciones], [.. leido.Llaves], new(new(unicas, filas), [], []), new(leido.Vista, Mostrado: null, leido.Cabeza?.Terminada is true));
        await db.SaveChangesAsync(ct);

        return numero;
    }

    // What this reader has not opened is not written again: the writer keeps it.
    private static Dictionary<string, Respuesta> SinProtegidas(IReadOnlyDictionary<string, Respuesta> respuestas) =>
        respuestas.Where(r => r.Value.Valor is not ValorProtegido).ToDictionary();
}
