using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>What one reader sees of one file at this moment: the profile's permissions and the groups of sealed fields now open to the account.</summary>
public sealed record Vista(Sesion Sesion, IReadOnlySet<string> GruposAbiertos)
{
    /// <summary>Places keep their lower levels in this group when the variable has none of its own.</summary>
    public const string GrupoDeLugares = "relato";

    /// <summary>Whether the profile may have a group open: asked each time it is read, for the permission may have gone since.</summary>
    public static bool Permite(Sesion sesion, DiccionarioVigente diccionario, string grupo) =>
        diccionario.GruposDeIdentidad.FirstOrDefault(g => g.Clave == grupo) is { } conocido && sesion.Puede(conocido.Permiso);

    /// <summary>Sealed: while its group is open. Sensitive code: with the permission. The rest: always.</summary>
    public bool Ve(Variable variable) => variable switch
    {
        { Sellada: true } => variable.GrupoDeIdentidad is { } grupo && GruposAbiertos.Contains(grupo),
        { Enmascarada: true } => Sesion.Puede(Permiso.SensibleLeer),
        _ => true,
    };

    /// <summary>Localidad and «como lo refirió» are sealed whatever the variable says.</summary>
    public bool VeLugarFino(Variable variable) => GruposAbiertos.Contains(variable.GrupoDeIdentidad ?? GrupoDeLugares);

    /// <summary>
    /// What a form that was made before could show: a group opened since then was not in it, so its blanks clear nothing.
    /// </summary>
    /// <param name="mostrado">Null when the writer fills none in (API, file).</param>
    public Vista Segun(FormularioMostrado? mostrado) => mostrado is null ? this : this with { GruposAbiertos = GruposAbiertos.Where(mostrado.Grupos.Contains).ToHashSet() };

    /// <summary>The same answers with what this reader may not see replaced by <see cref="ValorProtegido"/>.</summary>
    public IReadOnlyDictionary<string, Respuesta> Enmascarar(IReadOnlyDictionary<string, Respuesta> respuestas, DiccionarioVigente diccionario) =>
        respuestas.ToDictionary(
            r => r.Key,
            r => r.Value.Valor is null || Ve(diccionario[r.Key]) ? r.Value : Respuesta.Con(ValorProtegido.Unico));

    public Respuestas Enmascarar(Respuestas respuestas, DiccionarioVigente diccionario) => new(
        Enmascarar(respuestas.Unicas, diccionario),
        respuestas.Filas.ToDictionary(
            g => g.Key,
            g => (IReadOnlyList<Fila>)[.. g.Value.Select(f => f with { Respuestas = Enmascarar(f.Respuestas, diccionario) })]));
}
