namespace Sintra.Diccionario;

/// <summary>What follows from other answers: pure functions, named in the column <c>derivada</c> of the dictionary.</summary>
public static class Derivadas
{
    private const int Mayoria = 18;

    /// <param name="respuestas">Of the whole file; the date of birth and places may be missing when they were not opened.</param>
    /// <param name="fechaDeRegistro">The day to which «age at registration» refers.</param>
    /// <param name="conocida">Majority as it was derived when the date of birth was in clear; null: it follows from the answers.</param>
    public static IReadOnlyDictionary<string, Respuesta> Calcular(DiccionarioVigente diccionario, Respuestas respuestas, DateOnly fechaDeRegistro, string? conocida = null)
    {
        var derivadas = new Dictionary<string, Respuesta>();
        var edad = EdadAlRegistro(respuestas.Unicas, fechaDeRegistro);
        var mayoria = conocida ?? MayoriaDe(edad);

        Poner("grupo_edad", GrupoDeEdad(diccionario, edad, respuestas.Unicas.GetValueOrDefault("edad_registro")));
        Poner("mayoria_registro", Opcion(mayoria));
        DeLaInstitucion(diccionario, respuestas.Unicas, Poner);

        var propuesto = Elementos(respuestas, mayoria);
        Poner("elementos_propuesto", Opcion(propuesto));
        if (respuestas.Unicas.GetValueOrDefault("elementos_resultado")?.Valor is ValorDeOpcion { Codigo: var resultado })
        {
            Poner("elementos_difiere", Opcion(resultado == propuesto ? "NO" : "SI"));
        }

        Poner("duracion", DuracionDeExplotacion.De(diccionario, respuestas));
        Poner("alcance", AlcanceDeTrata.De(respuestas));
        return derivadas;

        void Poner(string clave, Respuesta? respuesta)
        {
            if (respuesta is not null)
            {
                derivadas[clave] = respuesta;
            }
        }
    }

    /// <summary>Bounds of the age in whole years; null when nothing is known. The date of birth, when known, speaks before the age.</summary>
    internal static (int Minima, int Maxima)? EdadAlRegistro(IReadOnlyDictionary<string, Respuesta> respuestas, DateOnly registro)
    {
        if (respuestas.GetValueOrDefault("fecha_nacimiento")?.Valor is ValorDeFechaParcial { Fecha: var nacimiento })
        {
            return (Math.Max(0, Anios(nacimiento.Hasta ?? registro, registro)), nacimiento.Desde is { } desde ? Math.Max(0, Anios(desde, registro)) : 120);
        }

        return respuestas.GetValueOrDefault("edad_registro")?.Valor is ValorDeEdad { Edad: var edad } ? (edad.Minima, edad.Maxima) : null;
    }

    /// <summary>Code of <c>mayoria</c>: bounds on both sides of eighteen are presumed a child (art. 5 LGDNNA).</summary>
    private static string MayoriaDe((int Minima, int Maxima)? edad) => edad switch
    {
        null => "DESCONOCIDA",
        { Minima: >= Mayoria } => "ADULTA",
        { Maxima: < Mayoria } => "NNA",
        _ => "PRESUNTA",
    };

    private static Respuesta? GrupoDeEdad(DiccionarioVigente diccionario, (int Minima, int Maxima)? edad, Respuesta? preguntada)
    {
        if (edad is not { } e)
        {
            return preguntada is { Satisface: true } ? preguntada : null;
        }

        var grupo = diccionario.Catalogos["grupo_edad"].Elegibles
            .FirstOrDefault(o => Entero(o, "edad_min") <= e.Minima && e.Maxima <= Entero(o, "edad_max"));
        return grupo is null ? Respuesta.Sin(EstadoDeRespuesta.NS) : Opcion(grupo.Codigo);
    }

    private static void DeLaInstitucion(DiccionarioVigente diccionario, IReadOnlyDictionary<string, Respuesta> respuestas, Action<string, Respuesta?> poner)
    {
        if (respuestas.GetValueOrDefault("institucion_registra")?.Valor is not ValorDeOpcion { Codigo: var sigla }
            || diccionario.Catalogos["instituciones"].Buscar(sigla) is not { } institucion)
        {
            return;
        }

        foreach (var (clave, columna) in new[] { ("tipo_institucion", "tipo"), ("nivel_gobierno", "nivel"), ("entidad_registra", "cve_ent") })
        {
            poner(clave, institucion.Atributos.GetValueOrDefault(columna) is { } codigo ? Opcion(codigo) : null);
        }
    }

    /// <summary>
    /// Act, means, purpose (art. 10 LGPSEDMTP; art. 3 of the Palermo Protocol): means are not required of who was a child, or is presumed to
    /// have been one, when recruited or exploited, nor where the answer says they do not apply. «Por determinar» is no purpose yet. Code of <c>resultado_elementos</c>; a person decides, this proposes.
    /// </summary>
    private static string Elementos(Respuestas respuestas, string mayoria)
    {
        var medios = respuestas.Unicas.GetValueOrDefault("medios_comisivos");
        var sinMedio = EsNna(mayoria) || EdadesDeLosHechos.De(respuestas).Any(h => EsNna(MayoriaDe(h.Dicha)) || EsNna(MayoriaDe(h.SegunNacimiento))) || medios?.Estado == EstadoDeRespuesta.NA;
        var acto = respuestas.Unicas.GetValueOrDefault("conductas")?.Valor is not null;
        var medio = sinMedio || medios?.Valor is not null;
        var fin = HayFinalidad(respuestas);
        return (acto, medio, fin) switch
        {
            (true, true, true) => sinMedio ? "NNA" : "COMPLETO",
            (false, true, true) => "FALTA_ACTO",
            (true, false, true) => "FALTA_MEDIO",
            (true, true, false) => "FALTA_FIN",
            _ => "INSUFICIENTE",
        };
    }

    private static bool EsNna(string mayoria) => mayoria is "NNA" or "PRESUNTA";

    /// <summary>Whether some form of exploitation is known: «por determinar» is none.</summary>
    internal static bool HayFinalidad(Respuestas respuestas) => Formas(respuestas).Any(f => f != "PD");

    private static IEnumerable<string> Formas(Respuestas respuestas) =>
    [
        .. (respuestas.Unicas.GetValueOrDefault("formas")?.Valor as ValorDeOpciones)?.Codigos ?? [],
        .. respuestas.Filas.GetValueOrDefault("explotacion", []).Select(f => (f.Respuestas.GetValueOrDefault("forma")?.Valor as ValorDeOpcion)?.Codigo).OfType<string>(),
    ];

    internal static int Anios(DateOnly nacimiento, DateOnly dia) => dia.Year - nacimiento.Year - (dia < nacimiento.AddYears(dia.Year - nacimiento.Year) ? 1 : 0);

    internal static int? Entero(Opcion opcion, string columna) =>
        int.TryParse(opcion.Atributos.GetValueOrDefault(columna), System.Globalization.CultureInfo.InvariantCulture, out var numero) ? numero : null;

    internal static Respuesta Opcion(string codigo) => Respuesta.Con(new ValorDeOpcion(codigo));
}
