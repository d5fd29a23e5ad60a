using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sintra.Personas;

/// <summary>What somebody gave cannot be evaluated; <see cref="Exception.Message"/> says why, to whoever runs the verb.</summary>
internal sealed class DatosIlegiblesException(string motivo) : Exception(motivo);

/// <summary>One column of the data.</summary>
/// <param name="Columna">Its head, as written but for spaces around it.</param>
/// <param name="Campo">The field of an identity that it fills, or a further one, which then has a class.</param>
/// <param name="Clase">How a further field is compared.</param>
/// <param name="Formato">Of dates: yyyy, MM and dd in their places.</param>
/// <param name="Codigos">What its codes are in ours; a value that is not there stays.</param>
internal sealed record ColumnaDeMapa(string Columna, string Campo, ClaseDeCampo? Clase, string? Formato, IReadOnlyDictionary<string, string>? Codigos);

/// <summary>Which column of some data feeds which field, and how its truth is told.</summary>
/// <param name="Nombres">«mexicanos» or «otros».</param>
/// <param name="Separador">One character; a comma where none is said.</param>
/// <param name="Id">The column that names a record.</param>
/// <param name="Testigos">Further tokens, each of the fields named together.</param>
/// <param name="PersonaEnId">Without a file of pairs: expression whose first group, found in the id, names the person.</param>
internal sealed record MapaDeDatos(
    string Nombres, string? Separador, string Id, IReadOnlyList<ColumnaDeMapa> Campos, IReadOnlyList<IReadOnlyList<string>>? Testigos, string? PersonaEnId)
{
    public const string Mexicanos = "mexicanos";
    public const string Otros = "otros";

    /// <summary>Fields of an identity.</summary>
    public static readonly IReadOnlySet<string> DeIdentidad = new HashSet<string>
    {
        "nombres", "primer_apellido", "segundo_apellido", "alias", "sexo", "fecha_nacimiento", "edad", "fecha_registro", "nacionalidad", "entidad_nacimiento",
        "entidad", "municipio", "lengua", "curp", "telefono", "correo",
    };

    private static readonly JsonSerializerOptions Formato = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <param name="sin">Fields to leave out.</param>
    public EsquemaDePersona Esquema(IEnumerable<string> sin)
    {
        var fuera = sin.ToHashSet();
        return fuera.Except(Campos.Select(c => c.Campo)).FirstOrDefault() is { } ajeno
            ? throw new DatosIlegiblesException($"El mapa no tiene el campo «{ajeno}» que se pide dejar fuera con --sin.")
            : new(
                Nombres == Mexicanos,
                [.. Campos.Where(c => c.Clase is not null && !fuera.Contains(c.Campo)).Select(c => new CampoLibre(c.Campo, c.Clase!.Value))],
                [.. (Testigos ?? []).Where(t => !t.Any(fuera.Contains))],
                fuera);
    }

    /// <exception cref="DatosIlegiblesException">No such file, or not a map.</exception>
    public static MapaDeDatos Leer(string ruta)
    {
        try
        {
            return Revisado(JsonSerializer.Deserialize<MapaDeDatos>(ArchivoDado.Texto(ruta), Formato) ?? throw new DatosIlegiblesException($"El mapa {ruta} está vacío."), ruta);
        }
        catch (JsonException causa)
        {
            throw new DatosIlegiblesException($"El mapa {ruta} no se entiende en la línea {causa.LineNumber + 1} ({causa.Path}): revise que sea JSON y que sus nombres sean los de un mapa.");
        }
    }

    private static MapaDeDatos Revisado(MapaDeDatos mapa, string ruta)
    {
        var falta = mapa switch
        {
            { Nombres: not (Mexicanos or Otros) } => "«nombres» es «mexicanos» u «otros».",
            { Id: null or "" } => "falta «id», la columna que nombra cada registro.",
            { Campos: null or [] } => "falta «campos».",
            { Separador: { Length: not 1 } } => "«separador» es un solo carácter.",
            _ when mapa.Campos.Any(c => c is null || string.IsNullOrWhiteSpace(c.Columna) || string.IsNullOrWhiteSpace(c.Campo)) => "cada campo lleva «columna» y «campo».",
            _ when mapa.Campos.FirstOrDefault(c => c.Clase is null && !DeIdentidad.Contains(c.Campo)) is { } ajeno =>
                $"el campo «{ajeno.Campo}» no es de una identidad: dígale «clase» (exacto, texto, numero, fecha o identificador).",
            _ when mapa.Campos.FirstOrDefault(c => c.Clase is not null && DeIdentidad.Contains(c.Campo)) is { } propio => $"el campo «{propio.Campo}» es de una identidad y no lleva «clase».",
            _ when mapa.Campos.GroupBy(c => c.Campo).FirstOrDefault(g => g.Count() > 1) is { } dos => $"el campo «{dos.Key}» está dos veces.",
            _ when (mapa.Testigos ?? []).Any(t => t is null or []) => "cada elemento de «testigos» es una lista de campos.",
            _ when (mapa.Testigos ?? []).SelectMany(t => t).Except(mapa.Campos.Select(c => c.Campo)).FirstOrDefault() is { } sinCampo => $"«testigos» nombra «{sinCampo}», que no es un campo del mapa.",
            _ => null,
        };
        return falta is null ? mapa : throw new DatosIlegiblesException($"El mapa {ruta}: {falta}");
    }
}
