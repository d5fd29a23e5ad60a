using System.Globalization;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>What a reference points at, as people call it: «2. Madre», a folio, «8 nov 2026: Otorgado». Nothing sealed is needed to tell them apart.</summary>
/// <param name="visibles">The file that refers, as this reader may see it: rows of the same file are looked up here.</param>
/// <param name="referidos">Files within reach, by id, with their folios.</param>
public sealed class ReferenciaEnPalabras(Respuestas visibles, IReadOnlyDictionary<string, string?> referidos, DiccionarioVigente diccionario, Idioma idioma)
{
    /// <summary>The group to whose rows references within a file point.</summary>
    public const string Familiar = "familiar";

    /// <summary>What references to another file point at.</summary>
    public const string Expediente = "expediente";

    /// <param name="id">What is stored; one that points at nothing is said as what it should be.</param>
    public string De(Variable variable, string id) => variable.ReferenciaA switch
    {
        Familiar => DeFamiliar(id),
        Consentimiento.Grupo => DeConsentimiento(id),
        Expediente => DeExpediente(id),
        _ => id,
    };

    /// <summary>The file it points at, where one may follow it there.</summary>
    public ExpedienteId? Enlace(Variable variable, string id) =>
        variable.ReferenciaA == Expediente && referidos.ContainsKey(id) && ExpedienteId.TryParse(id, CultureInfo.InvariantCulture, out var expediente) ? expediente : null;

    /// <summary>A row of a group in words; null where the group has none of its own.</summary>
    public string? DeFila(string grupo, int numero) => grupo == Familiar ? DeFamiliar(numero.ToString(CultureInfo.InvariantCulture)) : null;

    /// <summary>Rows of the same file to which the variable may point; none for what is not in it.</summary>
    public IEnumerable<string> Filas(Variable variable) => variable.ReferenciaA switch
    {
        Familiar => Numeros(visibles, Familiar),
        Consentimiento.Grupo => [.. DeSuFin(variable, visibles).Union(Citadas(variable))],
        _ => [],
    };

    // What a row already cites stays chosen, whether or not it still holds.
    private IEnumerable<string> Citadas(Variable variable) => visibles.Filas.GetValueOrDefault(variable.Grupo ?? "", [])
        .Select(f => f.Respuestas.GetValueOrDefault(variable.Clave)?.Valor).OfType<ValorDeReferencia>().Select(v => v.Id);

    /// <summary>Numbers of the consents that hold of the purpose on which a row of that group rests.</summary>
    internal static IEnumerable<string> DeSuFin(Variable variable, Respuestas respuestas) =>
        ConsentimientosQueAmparan.De(respuestas, ConsentimientosQueAmparan.FinDe.GetValueOrDefault(variable.Grupo ?? "")).Select(EnTexto);

    private static IEnumerable<string> Numeros(Respuestas respuestas, string grupo) => respuestas.Filas.GetValueOrDefault(grupo, []).Select(f => EnTexto(f.Numero));

    private static string EnTexto(int numero) => numero.ToString(CultureInfo.InvariantCulture);

    private string DeExpediente(string id) => referidos.TryGetValue(id, out var folio)
        ? folio ?? (idioma == Idioma.Espanol ? "Borrador" : "Draft")
        : idioma == Idioma.Espanol ? "Otro expediente" : "Another file";

    private string DeFamiliar(string id)
    {
        var rotulo = Rotulo("parentesco", Fila(Familiar, id), "fam_parentesco");
        return rotulo is not null ? $"{id}. {rotulo}" : idioma == Idioma.Espanol ? $"Familiar {id}" : $"Relative {id}";
    }

    private string DeConsentimiento(string id)
    {
        var fila = Fila(Consentimiento.Grupo, id);
        var dia = fila?.Respuestas.GetValueOrDefault("con_fecha")?.Valor is ValorDeFecha { Fecha: var fecha } ? FechasEnPalabras.De(FechaParcial.Del(fecha), idioma) : null;
        return (dia, Rotulo("consentimiento_estado", fila, "con_estado")) switch
        {
            ({ } d, { } estado) => $"{d}: {estado}",
            (_, { } estado) => estado,
            _ => idioma == Idioma.Espanol ? $"Consentimiento {id}" : $"Consent {id}",
        };
    }

    private Fila? Fila(string grupo, string id) => visibles.Filas.GetValueOrDefault(grupo, []).FirstOrDefault(f => f.Numero.ToString(CultureInfo.InvariantCulture) == id);

    private string? Rotulo(string catalogo, Fila? fila, string clave) =>
        Codigo(fila, clave) is { } codigo && diccionario.Catalogos[catalogo].Buscar(codigo) is { } opcion ? idioma == Idioma.Espanol ? opcion.Nombre : opcion.NombreEn : null;

    private static string? Codigo(Fila? fila, string clave) => (fila?.Respuestas.GetValueOrDefault(clave)?.Valor as ValorDeOpcion)?.Codigo;
}
