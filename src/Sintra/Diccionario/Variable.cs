namespace Sintra.Diccionario;

/// <summary>The closed set of types a variable may have.</summary>
public enum TipoDeVariable
{
    Opcion,
    Opciones,
    SiNo,
    TextoCorto,
    TextoLargo,
    Entero,
    Decimal,
    Fecha,
    FechaParcial,
    PeriodoParcial,
    Lugar,
    Edad,
    Referencia,
    Archivo,
    Telefono,
    Correo,
    Curp,
}

/// <summary>Of what the variable speaks.</summary>
public enum UnidadDeVariable
{
    Hecho,
    Expediente,
    Persona,

    /// <summary>A repeatable row of <see cref="Variable.Grupo"/>.</summary>
    Fila,

    /// <summary>A typed entity (<see cref="Variable.Grupo"/>) with a screen of its own.</summary>
    Entidad,

    /// <summary>Generated, never asked.</summary>
    Sistema,
}

/// <summary>M minimum record · R needed for «Registrado» · C needed while its condition holds · O optional.</summary>
public enum Requerido
{
    M,
    R,
    C,
    O,
}

/// <summary>ID identity · SE sensitive · CI quasi-identifier · OP operation · NO none.</summary>
public enum Privacidad
{
    ID,
    SE,
    CI,
    OP,
    NO,
}

/// <summary>The text beside a question, in form, dictionary and workbook.</summary>
public sealed record Ayuda(string Definicion, string CuandoUsar, string Ejemplo, string Fuente, string ComoSeCuenta);

/// <summary>One datum of the national register, as <c>diccionario.csv</c> describes it (its README is the grammar).</summary>
public sealed record Variable
{
    public required string Clave { get; init; }
    public required string Seccion { get; init; }

    /// <summary>Capture task on which it is asked; null when it has a screen of its own or is generated.</summary>
    public string? Pagina { get; init; }

    public required int Orden { get; init; }
    public required string Etiqueta { get; init; }
    public required string EtiquetaEn { get; init; }
    public required UnidadDeVariable Unidad { get; init; }

    /// <summary>Row group (fila) or entity type (entidad).</summary>
    public string? Grupo { get; init; }

    public required TipoDeVariable Tipo { get; init; }
    public string? Catalogo { get; init; }

    /// <summary>Characters for text, greatest number for entero and decimal, MB for archivo.</summary>
    public int? Max { get; init; }

    public required Requerido Requerido { get; init; }
    public Condicion? Condicion { get; init; }
    public required Privacidad Privacidad { get; init; }

    /// <summary>Its value stands only in the sealed JSON.</summary>
    public required bool Sellada { get; init; }

    /// <summary>Hidden unless revealed (sealed) or unless the reader may see sensitive codes (SE).</summary>
    public required bool Enmascarada { get; init; }

    public required bool Filtrable { get; init; }

    /// <summary>How it enters the statistical cube; null = never.</summary>
    public string? Cubo { get; init; }

    public string? Derivada { get; init; }
    public string? Htcds { get; init; }
    public string? Ctdc { get; init; }
    public string? Fud { get; init; }
    public string? Ley { get; init; }
    public string? ClavesAnteriores { get; init; }
    public string? ReferenciaA { get; init; }

    /// <summary>Has blind tokens: searchable by identity though sealed.</summary>
    public required bool Ficha { get; init; }

    /// <summary>
    /// Group of fields with which it is revealed: every sealed variable asked on a page has one, and every place asked on a page,
    /// for its localidad and own words.
    /// </summary>
    public string? GrupoDeIdentidad { get; init; }

    /// <summary>Null for what the system generates.</summary>
    public Ayuda? Ayuda { get; init; }

    /// <summary>No longer asked; answers that files have to it are shown as ever.</summary>
    public bool Retirada { get; init; }

    public override string ToString() => Clave;
}
