namespace Sintra.Personas;

/// <param name="UnArchivo">CSV; its records are compared with each other.</param>
/// <param name="OtroArchivo">With a second one, only across the two.</param>
/// <param name="Verdad">CSV of pairs that are one person; null where the map finds the person in the id.</param>
/// <param name="Mapa">JSON; see docs/operations.md.</param>
/// <param name="Sin">Fields to leave out.</param>
public sealed record EvaluarPersonas(string UnArchivo, string? OtroArchivo, string? Verdad, string Mapa, IReadOnlyList<string> Sin);

/// <summary>
/// Runs any data through the product's own pipeline and says how good it is: normalises, makes tokens, trains without looking at the truth, compares.
/// Needs no database and writes nothing. The same files give the same figures, in whichever order their rows stand.
/// </summary>
public static class EvaluarPersonasHandler
{
    /// <summary>Fails, with a reason in words, when what was given cannot be read.</summary>
    public static Resultado<EvaluacionDePersonas> Ejecutar(EvaluarPersonas orden)
    {
        try
        {
            return Evaluar(orden);
        }
        catch (DatosIlegiblesException causa)
        {
            return new Falla(null, causa.Message);
        }
    }

    private static EvaluacionDePersonas Evaluar(EvaluarPersonas orden)
    {
        var mapa = MapaDeDatos.Leer(orden.Mapa);
        var esquema = mapa.Esquema(orden.Sin);
        var unos = LectorDeRegistros.Leer(orden.UnArchivo, mapa, delSegundo: false);
        List<RegistroDado> registros = orden.OtroArchivo is null ? [.. unos] : [.. unos, .. LectorDeRegistros.Leer(orden.OtroArchivo, mapa, delSegundo: true)];
        var dos = orden.OtroArchivo is not null;
        var verdad = orden.Verdad is not null ? Personas.Verdad.DePares(orden.Verdad, registros, dos)
            : mapa.PersonaEnId is not null ? Personas.Verdad.DeIds(mapa.PersonaEnId, registros, dos)
            : throw new DatosIlegiblesException("Falta saber qué registros son una misma persona: dé --verdad, o «personaEnId» en el mapa.");

        var personas = registros.Select(r => PersonaComparable.De(r.Identidad, esquema)).ToList();
        var candidatos = Candidatos.De([.. personas.Select(p => TestigosDePersona.De(p, esquema))], dos ? unos.Count : null, [.. personas.Select(p => p.Huella)]);
        var muestra = dos ? new Muestra(personas.Take(unos.Count), personas.Skip(unos.Count)) : new Muestra(personas);
        var modelo = Entrenamiento.Entrenar(muestra, esquema, [.. candidatos.Pares.Select(p => (personas[p.A], personas[p.B]))], "evaluación");
        var comparador = new Comparador(modelo, esquema);
        var comparados = candidatos.Pares.Select(p => (Par: p, Comparacion: comparador.Comparar(personas[p.A], personas[p.B]))).ToList();
        return Medidas.De(
            registros.Count,
            muestra.Pares,
            comparados.ToDictionary(c => c.Par, c => c.Comparacion.Probabilidad),
            candidatos.PorConsulta,
            verdad,
            comparados.Select(c => c.Comparacion.SinVeto).Order().Sum());
    }
}
