using Sintra.Diccionario;

namespace Sintra.Personas;

/// <summary>A record ready to be compared and to be found: normalised, what its CURP says put where nothing else was said.</summary>
internal sealed class PersonaComparable
{
    private PersonaComparable(Identidad identidad, EsquemaDePersona esquema)
    {
        // Form, not the check digit: what a person copied with one error still says their birthday.
        var curp = Sin("curp") ? null : TextoLlano.De(identidad.Curp).Replace(" ", "", StringComparison.Ordinal) is { Length: 18 } dieciocho ? dieciocho : null;
        var falla = curp is null ? null : Diccionario.Curp.Revisar(curp);
        var deCurp = curp is not null && falla is null or FallaDeCurp.DigitoVerificador ? curp : null;
        Curp = curp;
        CurpEsValida = curp is not null && falla is null;

        Sexo = Dicho("sexo", identidad.Sexo) ?? (deCurp is null ? null : Diccionario.Curp.Sexo(deCurp).ToString());
        var escrito = esquema.DeMexico
            ? NombreDeMexico.De(Texto("nombres", identidad.Nombres), Texto("primer_apellido", identidad.PrimerApellido), Texto("segundo_apellido", identidad.SegundoApellido), Sexo == "H")
            : Llano(TextoLlano.Palabras(Texto("nombres", identidad.Nombres)), Pegado("primer_apellido", identidad.PrimerApellido), Pegado("segundo_apellido", identidad.SegundoApellido));
        Nombres = [.. escrito.Nombres.Select(n => NombreDePila.De(n, esquema.DeMexico))];
        Nucleo = [.. Nombres.Where(n => escrito.Nucleo.Contains(n.Texto))];
        (Primero, Segundo) = (ApellidoLlano.De(escrito.Primero, esquema.DeMexico), ApellidoLlano.De(escrito.Segundo, esquema.DeMexico));
        Alias = Dicho("alias", identidad.Alias) is { } alias ? [.. TextoLlano.Palabras(alias).Select(p => NombreDePila.De(p, esquema.DeMexico))] : [];

        var dicha = Sin("fecha_nacimiento") ? null : identidad.Nacimiento;
        var deLaCurp = deCurp is null ? null : Dia(Diccionario.Curp.Nacimiento(deCurp));
        Fechas = [.. new[] { dicha is { EsCompleta: true } ? dicha : null, deLaCurp }.OfType<FechaDicha>().Distinct()];
        Anios = Fechas is [var primera, ..] ? (primera.Ejercicio, primera.Ejercicio)
            : dicha is { Ejercicio: > 0 and var deNacer } ? (deNacer, deNacer)
            : Sin("edad") || identidad.Edad is not { } edad ? null
            : (edad.Referida.Year - edad.Maxima - 1, edad.Referida.Year - edad.Minima);

        EntidadDeNacimiento = Dicho("entidad_nacimiento", identidad.EntidadDeNacimiento) ?? (deCurp is null ? null : Diccionario.Curp.Entidad(deCurp));
        Nacionalidad = Dicho("nacionalidad", identidad.Nacionalidad);
        Entidad = Dicho("entidad", identidad.Entidad);
        Municipio = Dicho("municipio", identidad.Municipio);
        Lengua = Dicho("lengua", identidad.Lengua);
        Telefono = Sin("telefono") || TextoLlano.Digitos(identidad.Telefono) is not { Length: >= 10 } digitos ? null : digitos[^10..];
        Correo = Sin("correo") || identidad.Correo?.Trim().ToLowerInvariant() is not { Length: > 0 } correo ? null : correo;
        Otros = [.. esquema.Otros.Select(o => Sin(o.Clave) ? "" : TextoLlano.De(identidad.Otros.GetValueOrDefault(o.Clave)))];
        ClaveRenapo = deCurp?[..16] ?? Dieciseis(identidad);
        Huella = string.Join('\u001f', [
            .. Nombres.Select(n => n.Texto), "|", Primero?.Texto ?? "", Segundo?.Texto ?? "", .. Alias.Select(a => a.Texto), "|", Sexo ?? "", .. Fechas.Select(f => f.EnDigitos), "|",
            $"{Anios}", EntidadDeNacimiento ?? "", Nacionalidad ?? "", Entidad ?? "", Municipio ?? "", Lengua ?? "", Curp ?? "", Telefono ?? "", Correo ?? "", .. Otros]);

        bool Sin(string campo) => esquema.Sin.Contains(campo);
        string? Texto(string campo, string? valor) => Sin(campo) ? null : valor;
        string? Dicho(string campo, string? valor) => Sin(campo) || TextoLlano.De(valor) is not { Length: > 0 } llano ? null : llano;
        string Pegado(string campo, string? valor) => Sin(campo) ? "" : TextoLlano.De(valor).Replace(" ", "", StringComparison.Ordinal);
    }

    public IReadOnlyList<NombreDePila> Nombres { get; }

    /// <summary>Given names that tell people apart.</summary>
    public IReadOnlyList<NombreDePila> Nucleo { get; }

    public ApellidoLlano? Primero { get; }

    public ApellidoLlano? Segundo { get; }

    public IReadOnlyList<NombreDePila> Alias { get; }

    public string? Sexo { get; }

    /// <summary>Whole birth dates: the one that was said, and the CURP's where it is another.</summary>
    public IReadOnlyList<FechaDicha> Fechas { get; }

    /// <summary>First and last year in which they may have been born.</summary>
    public (int Desde, int Hasta)? Anios { get; }

    public string? EntidadDeNacimiento { get; }

    public string? Nacionalidad { get; }

    public string? Entidad { get; }

    public string? Municipio { get; }

    public string? Lengua { get; }

    public string? Curp { get; }

    /// <summary>Agrees with itself, check digit and all.</summary>
    public bool CurpEsValida { get; }

    /// <summary>The sixteen characters that follow from a person's data, of the CURP or worked out.</summary>
    public string? ClaveRenapo { get; }

    /// <summary>Ten digits.</summary>
    public string? Telefono { get; }

    public string? Correo { get; }

    /// <summary>By the order of <see cref="EsquemaDePersona.Otros"/>; empty when missing.</summary>
    public IReadOnlyList<string> Otros { get; }

    /// <summary>All of it in one line: orders records by what they say, whichever order they came in.</summary>
    public string Huella { get; }

    /// <summary>Normalises a record; costs some microseconds.</summary>
    public static PersonaComparable De(Identidad identidad, EsquemaDePersona esquema) => new(identidad, esquema);

    private static NombreDeMexico Llano(string[] nombres, string primero, string segundo) => new(nombres, nombres, primero, segundo);

    private static FechaDicha? Dia(DateOnly? dia) => dia is { } d ? new(d.Year, d.Month, d.Day) : null;

    private string? Dieciseis(Identidad identidad)
    {
        if (identidad.Nombres is null || identidad.PrimerApellido is null || Nucleo.Count == 0 || Primero is null
            || Fechas is not [var fecha, ..] || Sexo is not ("H" or "M" or "X") || EntidadDeNacimiento is not { Length: 2 })
        {
            return null;
        }

        var (iniciales, consonantes) = Diccionario.Curp.DeNombre(
            TextoLlano.Reparar(identidad.Nombres), TextoLlano.Reparar(identidad.PrimerApellido), Segundo is null ? null : TextoLlano.Reparar(identidad.SegundoApellido ?? ""));
        return $"{iniciales}{fecha.EnDigitos[2..]}{Sexo}{EntidadDeNacimiento}{consonantes}";
    }
}
