namespace Sintra.Diccionario;

/// <summary>Dates and ages that cannot all be so: born, recruited, exploited, found, registered.</summary>
internal sealed class DudasDeTiempo(DiccionarioVigente diccionario)
{
    private const string Nacimiento = "fecha_nacimiento";
    private const string Captacion = "fecha_captacion";
    private const string Explotacion = "exp_periodo";
    private const string Deteccion = "fecha_deteccion";

    public IEnumerable<Duda> De(Respuestas respuestas, DateOnly registro) => Fechas(respuestas, registro).Concat(Edades(respuestas, registro));

    /// <summary>From when to when an answer may be; null where it is no date.</summary>
    public static (DateOnly? Desde, DateOnly? Hasta)? Intervalo(Respuesta? respuesta) => respuesta?.Valor switch
    {
        ValorDeFechaParcial { Fecha: var f } => (f.Desde, f.Hasta),
        ValorDePeriodo { Periodo: var p } => (p.Desde?.Desde, p.Hasta?.Hasta),
        _ => null,
    };

    // 5. Born ≤ recruited ≤ exploited ≤ detected ≤ registered: only what no reading of the intervals can mend is asked.
    private IEnumerable<Duda> Fechas(Respuestas respuestas, DateOnly registro)
    {
        var detectada = Intervalo(respuestas.Unicas.GetValueOrDefault(Deteccion));
        var pasos = new List<(string Ruta, string Clave, DateOnly? Desde, DateOnly? Hasta)>();
        foreach (var clave in new[] { Nacimiento, Captacion })
        {
            if (Intervalo(respuestas.Unicas.GetValueOrDefault(clave)) is { } i)
            {
                pasos.Add((clave, clave, i.Desde, i.Hasta));
            }
        }

        foreach (var fila in respuestas.Filas.GetValueOrDefault("explotacion", []))
        {
            if (Intervalo(fila.Respuestas.GetValueOrDefault(Explotacion)) is { } i)
            {
                pasos.Add((RutaDeCampo.De("explotacion", fila.Numero, Explotacion), Explotacion, i.Desde, i.Hasta));
            }

            // Its end, read as early as it can be, comes after she was found.
            if ((fila.Respuestas.GetValueOrDefault(Explotacion)?.Valor as ValorDePeriodo)?.Periodo.Hasta?.Desde > detectada?.Hasta)
            {
                yield return new(
                    diccionario[Explotacion],
                    RutaDeCampo.De("explotacion", fila.Numero, Explotacion),
                    $"«{Etiqueta(Explotacion)}» termina después de «{Etiqueta(Deteccion)}». ¿Son correctas las dos?");
            }
        }

        if (detectada is { } d)
        {
            pasos.Add((Deteccion, Deteccion, d.Desde, d.Hasta));
            if (d.Desde > registro)
            {
                yield return new(diccionario[Deteccion], Deteccion, $"«{Etiqueta(Deteccion)}» es posterior al día en que se empezó el expediente. ¿Es correcta?");
            }
        }

        string[] orden = [Nacimiento, Captacion, Explotacion, Deteccion];
        foreach (var (antes, despues) in
            from antes in pasos
            from despues in pasos
            where Array.IndexOf(orden, antes.Clave) < Array.IndexOf(orden, despues.Clave)
            select (antes, despues))
        {
            // The earlier one certainly begins after the later one has ended.
            if (antes.Desde > despues.Hasta)
            {
                yield return new(diccionario[despues.Clave], despues.Ruta, $"«{Etiqueta(despues.Clave)}» es anterior a «{Etiqueta(antes.Clave)}». ¿Son correctas las dos?");
            }
        }
    }

    // 6. The day of birth answers the age; ages at earlier moments are not greater than the age now.
    private IEnumerable<Duda> Edades(Respuestas respuestas, DateOnly registro)
    {
        var dicha = (respuestas.Unicas.GetValueOrDefault("edad_registro")?.Valor as ValorDeEdad)?.Edad;
        if (dicha is not null && respuestas.Unicas.GetValueOrDefault(Nacimiento)?.Valor is ValorDeFechaParcial
            && Derivadas.EdadAlRegistro(respuestas.Unicas, registro) is { } calculada
            && (calculada.Maxima < dicha.Minima || dicha.Maxima < calculada.Minima))
        {
            yield return new(diccionario[Nacimiento], Nacimiento, $"«{Etiqueta(Nacimiento)}» y «{Etiqueta("edad_registro")}» no coinciden; vale la fecha. ¿Es correcta?");
        }

        var hoy = Derivadas.EdadAlRegistro(respuestas.Unicas, registro)?.Maxima;
        var hechos = EdadesDeLosHechos.De(respuestas);
        var captada = hechos.FirstOrDefault(h => h.Clave == EdadesDeLosHechos.AlSerCaptada)?.Dicha;
        foreach (var (ruta, clave, fecha, edad, segunNacimiento) in hechos)
        {
            if (edad?.Minima > hoy)
            {
                yield return new(diccionario[clave], ruta, $"«{Etiqueta(clave)}» es mayor que la edad de la persona al registrarla. ¿Es correcta?");
            }

            if (clave != EdadesDeLosHechos.AlSerCaptada && captada?.Minima > edad?.Maxima)
            {
                yield return new(diccionario[clave], ruta, $"«{Etiqueta(clave)}» es menor que «{Etiqueta(EdadesDeLosHechos.AlSerCaptada)}». ¿Son correctas las dos?");
            }

            if (edad is { } d && segunNacimiento is { } c && (c.Maxima < d.Minima || d.Maxima < c.Minima))
            {
                yield return new(diccionario[clave], ruta, $"«{Etiqueta(clave)}» no corresponde a «{Etiqueta(Nacimiento)}» y «{Etiqueta(fecha)}». ¿Son correctas las tres?");
            }
        }
    }

    private string Etiqueta(string clave) => diccionario[clave].EtiquetaVisible;
}
