using System.Text.Json;

namespace Sintra.Personas;

/// <summary>Shares of each level of a field: among pairs of one person, and among pairs of two.</summary>
/// <param name="M">Sums to one.</param>
/// <param name="U">Sums to one.</param>
internal sealed record PesosDeCampo(double[] M, double[] U);

/// <summary>
/// What was learnt, as a value: kept beside the verdicts that it gave, so that any of them can be worked out again (Fellegi and Sunter 1969).
/// </summary>
/// <param name="Version">Of the fields and their levels: another one's shares mean something else.</param>
/// <param name="Origen">Where it was learnt.</param>
/// <param name="Previo">log2 of the odds that two records taken at random are one person.</param>
internal sealed record Modelo(int Version, string Origen, double Previo, IReadOnlyDictionary<string, PesosDeCampo> Campos)
{
    public const int VersionActual = 1;

    private static readonly Lazy<Modelo> DeBase = new(() =>
    {
        using var recurso = DatosDeNombres.Abrir("modelo-base.json");
        return JsonSerializer.Deserialize<Modelo>(recurso, JsonSerializerOptions.Web)!;
    });

    /// <summary>The one that comes with the program, for sets too small to learn from.</summary>
    public static Modelo Base => DeBase.Value;

    /// <exception cref="JsonException">Not a model.</exception>
    /// <exception cref="InvalidDataException">Of another version.</exception>
    public static Modelo Leer(string json)
    {
        var modelo = JsonSerializer.Deserialize<Modelo>(json, JsonSerializerOptions.Web) ?? throw new JsonException("Null is no model.");
        return modelo.Version == VersionActual ? modelo : throw new InvalidDataException($"A model of version {modelo.Version}; this program compares by version {VersionActual}.");
    }

    public string Escribir() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>The shares of a field; what was never learnt, from the base.</summary>
    public PesosDeCampo De(CampoComparado campo) => Campos.GetValueOrDefault(campo.Clave) ?? BaseDe(campo);

    /// <summary>A field's shares before anything is learnt: its own, or its class's.</summary>
    public static PesosDeCampo BaseDe(CampoComparado campo) =>
        campo is CampoDeClase libre ? Base.Campos[$"clase:{libre.Clase}"] : Base.Campos[campo.Clave];
}
