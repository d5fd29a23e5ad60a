namespace Sintra.Personas;

/// <summary>A field that agrees or does not.</summary>
internal sealed class CampoExacto(string clave, Func<PersonaComparable, string?> de, bool identifica = false) : CampoComparado
{
    public override string Clave => clave;

    public override int Niveles => 2;

    public override bool Identifica => identifica;

    public override int Comparar(PersonaComparable a, PersonaComparable b) => SiAmbos(de(a), de(b), (x, y) => x == y ? 0 : 1);
}

/// <summary>Where: the municipality, the state, another.</summary>
internal sealed class CampoDeLugar : CampoComparado
{
    public const int MismoMunicipio = 0;
    public const int MismaEntidad = 1;
    public const int Otra = 2;

    public override string Clave => "lugar";

    public override int Niveles => 3;

    public override int Comparar(PersonaComparable a, PersonaComparable b) => SiAmbos(a.Entidad, b.Entidad, (x, y) =>
        x != y ? Otra : a.Municipio is not null && a.Municipio == b.Municipio ? MismoMunicipio : MismaEntidad);
}

/// <summary>Aliases with each other, or one's alias with the other's given name: «Yuli» is often all that the first record knows of Yuliana.</summary>
internal sealed class CampoDeAlias : CampoComparado
{
    public const int Iguales = 0;
    public const int Suenan = 1;
    public const int VieneDelNombre = 2;
    public const int NoVieneDelNombre = 3;
    public const int Distintos = 4;

    public override string Clave => "alias";

    public override int Niveles => 5;

    public override int Comparar(PersonaComparable a, PersonaComparable b)
    {
        var (deA, deB) = (a.Alias, b.Alias);
        if (deA.Count > 0 && deB.Count > 0)
        {
            return Alguno(deA, deB, (x, y) => x.Texto == y.Texto) ? Iguales : Alguno(deA, deB, Parecido.Suena) ? Suenan : Distintos;
        }

        var (alias, nombres) = deA.Count > 0 ? (deA, b.Nucleo) : (deB, a.Nucleo);
        return alias.Count == 0 || nombres.Count == 0 ? SinDato : Alguno(alias, nombres, Parecido.Suena) ? VieneDelNombre : NoVieneDelNombre;
    }

    private static bool Alguno(IReadOnlyList<NombreDePila> unos, IReadOnlyList<NombreDePila> otros, Func<NombreDePila, NombreDePila, bool> son) =>
        unos.Any(x => otros.Any(y => son(x, y)));
}

/// <summary>A field of the data at hand, compared as its class says.</summary>
internal sealed class CampoDeClase(CampoLibre campo, int lugar) : CampoComparado
{
    private const double CasiIgual = 0.95;
    private const double Parecido = 0.85;

    /// <summary>In lower case, as the base model names it.</summary>
    public string Clase => campo.Clase.ToString().ToLowerInvariant();

    public override string Clave => campo.Clave;

    public override int Niveles => campo.Clase switch { ClaseDeCampo.Exacto => 2, ClaseDeCampo.Numero => 3, ClaseDeCampo.Fecha => 7, _ => 4 };

    public override bool Identifica => campo.Clase is not ClaseDeCampo.Exacto;

    public override int Comparar(PersonaComparable a, PersonaComparable b) => SiAmbos(a.Otros[lugar], b.Otros[lugar], (x, y) => campo.Clase switch
    {
        _ when x == y => 0,
        ClaseDeCampo.Exacto => 1,
        ClaseDeCampo.Numero => Semejanza.Ediciones(x, y, 1) <= 1 ? 1 : 2,
        ClaseDeCampo.Identificador => Semejanza.Ediciones(x, y, 2),
        ClaseDeCampo.Fecha => EnFecha(x) is { } f && EnFecha(y) is { } g ? FechasParecidas.Comparar(f, g) : SinDato,
        _ => Semejanza.JaroWinkler(x, y) switch { >= CasiIgual => 1, >= Parecido => 2, _ => 3 },
    });

    // The reader of the data leaves dates as eight digits.
    private static FechaDicha? EnFecha(string d) => d.Length == 8 && d.All(char.IsAsciiDigit)
        ? new(int.Parse(d.AsSpan(0, 4), provider: null), int.Parse(d.AsSpan(4, 2), provider: null), int.Parse(d.AsSpan(6, 2), provider: null))
        : null;
}

/// <summary>The fields of a scheme, in the order of a model's.</summary>
internal static class CamposDeEsquema
{
    public static IReadOnlyList<CampoComparado> De(EsquemaDePersona esquema) =>
    [
        new CampoDeNombres(esquema.DeMexico),
        new CampoDeApellidos(esquema.DeMexico),
        new CampoDeNacimiento(),
        new CampoExacto("sexo", p => p.Sexo),
        new CampoDeCurp(),
        new CampoExacto("entidad_nacimiento", p => p.EntidadDeNacimiento),
        new CampoExacto("nacionalidad", p => p.Nacionalidad),
        new CampoDeLugar(),
        new CampoExacto("telefono", p => p.Telefono, identifica: true),
        new CampoExacto("correo", p => p.Correo, identifica: true),
        new CampoDeAlias(),
        new CampoExacto("lengua", p => p.Lengua),
        .. esquema.Otros.Select((campo, i) => new CampoDeClase(campo, i)),
    ];
}
