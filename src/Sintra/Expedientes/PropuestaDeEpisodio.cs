using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>What a later episode may begin with: what does not change with time. Age and facts are asked again.</summary>
public sealed class PropuestaDeEpisodio(DiccionarioVigente diccionario, Sesion sesion)
{
    private const string PaginaDeIdentidad = "documentos_e_identidad";
    private const string GrupoDeNombre = "nombre";

    private static readonly string[] Duraderas = ["nivel_identificacion", "sexo", "nacionalidades"];

    /// <summary>Of one's own institution, registered and neither annulled nor on hold.</summary>
    public bool Puede(Expediente anterior) => anterior.Institucion == sesion.Institucion && sesion.Puede(Permiso.ExpedienteRegistrar)
        && anterior.Estado is EstadoDeExpediente.Registrado or EstadoDeExpediente.EnSeguimiento or EstadoDeExpediente.Cerrado or EstadoDeExpediente.Reabierto;

    public static IReadOnlyDictionary<string, Respuesta> Propuestas(ExpedienteLeido anterior) =>
        anterior.Visibles.Unicas.Where(r => Duraderas.Contains(r.Key) && r.Value.Valor is not (null or ValorProtegido)).ToDictionary();

    /// <summary>Whether the reader has the name open now, and so may carry it over.</summary>
    public static bool TieneIdentidad(ExpedienteLeido anterior) => anterior.Vista.GruposAbiertos.Contains(GrupoDeNombre);

    /// <summary>The page of identity as the reader sees it, as the fields of a form; what is closed stays where it is.</summary>
    internal KeyValuePair<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Identidad(ExpedienteLeido anterior) => new(
        PaginaDeIdentidad,
        diccionario.DePagina(PaginaDeIdentidad)
            .Where(v => v is { Ficha: true, Unidad: UnidadDeVariable.Persona })
            .Select(v => (v.Clave, Respuesta: anterior.Visibles.Unicas.GetValueOrDefault(v.Clave)))
            .Where(r => r.Respuesta?.Valor is not (null or ValorProtegido))
            .SelectMany(r => EscritorDeCaptura.Campos(r.Clave, r.Respuesta!))
            .GroupBy(c => c.Key, c => c.Value)
            .ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g]));
}
