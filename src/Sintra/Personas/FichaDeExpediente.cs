using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Personas;

/// <summary>A file as the linkage sees it: which variables of the dictionary say who a person is.</summary>
public sealed class FichaDeExpediente(DiccionarioVigente diccionario)
{
    /// <summary>The variables that are compared, by the field of the model that compares them; the order is that of a comparison on screen.</summary>
    public static readonly IReadOnlyList<(string Campo, IReadOnlyList<string> Variables)> Comparadas =
    [
        ("nombres", ["nombres"]),
        ("apellidos", ["primer_apellido", "segundo_apellido"]),
        ("alias", ["alias", "nombre_social"]),
        ("sexo", ["sexo"]),
        ("nacimiento", ["fecha_nacimiento", "edad_registro"]),
        ("nacionalidad", ["nacionalidades"]),
        ("entidad_nacimiento", ["lugar_nacimiento"]),
        ("lugar", ["det_lugar"]),
        ("lengua", ["lengua_indigena"]),
        ("curp", ["curp"]),
        ("telefono", ["telefono"]),
        ("correo", ["correo"]),
    ];

    /// <summary>The pages on which those variables are asked: all that has to be read of a file to compare it.</summary>
    public IReadOnlyList<string> Paginas => [.. Comparadas.SelectMany(c => c.Variables).Select(v => diccionario.Buscar(v)?.Pagina).OfType<string>().Distinct()];

    /// <param name="respuestas">The single answers that apply, opened.</param>
    internal PersonaComparable De(IReadOnlyDictionary<string, Respuesta> respuestas) => PersonaComparable.De(Identidad(respuestas), EsquemaDePersona.DeSintra);

    private Identidad Identidad(IReadOnlyDictionary<string, Respuesta> respuestas)
    {
        var (nacio, detectada) = (Lugar("lugar_nacimiento"), Lugar("det_lugar"));
        return new()
        {
            Nombres = Texto("nombres"),
            PrimerApellido = Texto("primer_apellido"),
            SegundoApellido = Texto("segundo_apellido"),
            Alias = Texto("alias") ?? Texto("nombre_social"),
            Sexo = Codigo("sexo"),
            Nacimiento = (Valor("fecha_nacimiento") as ValorDeFechaParcial)?.Fecha is { } fecha ? Dicha(fecha) : null,
            Edad = (Valor("edad_registro") as ValorDeEdad)?.Edad,
            Nacionalidad = (Valor("nacionalidades") as ValorDeOpciones)?.Codigos is [var unica] ? unica : null,
            EntidadDeNacimiento = nacio is { Entidad: { } entidad } ? diccionario.Catalogos["estados"].Buscar(entidad)?.Atributos.GetValueOrDefault("curp") : nacio is { Pais: not (null or "MX") } ? "NE" : null,
            Entidad = detectada?.Entidad,
            Municipio = detectada?.Municipio,
            Lengua = Codigo("lengua_indigena"),
            Curp = Texto("curp"),
            Telefono = Texto("telefono"),
            Correo = Texto("correo"),
        };

        Valor? Valor(string clave) => respuestas.GetValueOrDefault(clave)?.Valor;
        string? Texto(string clave) => (Valor(clave) as ValorDeTexto)?.Texto;
        string? Codigo(string clave) => (Valor(clave) as ValorDeOpcion)?.Codigo;
        Lugar? Lugar(string clave) => (Valor(clave) as ValorDeLugar)?.Lugar;
    }

    private static FechaDicha? Dicha(FechaParcial fecha) => (fecha.Precision, fecha.Desde) switch
    {
        (PrecisionDeFecha.Dia, { } dia) => new(dia.Year, dia.Month, dia.Day),
        (PrecisionDeFecha.Mes, { } dia) => new(dia.Year, dia.Month, 0),
        (PrecisionDeFecha.Anio, { } dia) => new(dia.Year, 0, 0),
        _ => null,
    };
}

/// <summary>Tokens by which files of one person find each other, whichever institution wrote them.</summary>
internal sealed class RecetaDePersona(FichaDeExpediente ficha) : IRecetaDeTestigos
{
    public IEnumerable<(string Tipo, string Valor)> De(Expediente expediente, IReadOnlyDictionary<string, Respuesta> identidad) =>
        TestigosDePersona.De(ficha.De(identidad), EsquemaDePersona.DeSintra);
}
