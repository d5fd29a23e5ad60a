namespace Sintra.Personas;

/// <summary>A day as somebody said it: it may not exist, and what is not known is zero.</summary>
internal readonly record struct FechaDicha(int Ejercicio, int Mes, int Dia)
{
    public bool EsCompleta => Ejercicio > 0 && Mes > 0 && Dia > 0;

    public bool EsPrimeroDeEnero => Mes == 1 && Dia == 1;

    /// <summary>Eight digits.</summary>
    public string EnDigitos => $"{Ejercicio:D4}{Mes:D2}{Dia:D2}";
}

/// <summary>Who a record is about, in clear and as it was written: what the linkage takes, in memory alone. Null is what nobody said.</summary>
internal sealed record Identidad
{
    public string? Nombres { get; init; }

    public string? PrimerApellido { get; init; }

    public string? SegundoApellido { get; init; }

    public string? Alias { get; init; }

    /// <summary>H, M or X; anything else as it comes.</summary>
    public string? Sexo { get; init; }

    public FechaDicha? Nacimiento { get; init; }

    public Edad? Edad { get; init; }

    public string? Nacionalidad { get; init; }

    /// <summary>The two letters of RENAPO; NE abroad.</summary>
    public string? EntidadDeNacimiento { get; init; }

    public string? Entidad { get; init; }

    public string? Municipio { get; init; }

    public string? Lengua { get; init; }

    public string? Curp { get; init; }

    public string? Telefono { get; init; }

    public string? Correo { get; init; }

    /// <summary>By the keys of <see cref="EsquemaDePersona.Otros"/>.</summary>
    public IReadOnlyDictionary<string, string> Otros { get; init; } = new Dictionary<string, string>();
}

/// <summary>How a field that SINTRA itself does not have is compared.</summary>
internal enum ClaseDeCampo
{
    /// <summary>Equal or not.</summary>
    Exacto,

    /// <summary>By likeness.</summary>
    Texto,

    /// <summary>By edits of its digits.</summary>
    Numero,

    /// <summary>As a birth date.</summary>
    Fecha,

    /// <summary>Few errors make another: equal, one edit, two.</summary>
    Identificador,
}

/// <summary>A further field.</summary>
internal sealed record CampoLibre(string Clave, ClaseDeCampo Clase);

/// <summary>What there is to compare in some data.</summary>
/// <param name="DeMexico">Names are Mexican: normalised, weighed and nicknamed as such.</param>
/// <param name="Otros">Fields besides those of an identity.</param>
/// <param name="Testigos">Further tokens, each of the fields named together.</param>
/// <param name="Sin">Fields left out.</param>
internal sealed record EsquemaDePersona(bool DeMexico, IReadOnlyList<CampoLibre> Otros, IReadOnlyList<IReadOnlyList<string>> Testigos, IReadOnlySet<string> Sin)
{
    /// <summary>SINTRA's own files.</summary>
    public static EsquemaDePersona DeSintra { get; } = new(true, [], [], new HashSet<string>());
}
