namespace Sintra.Diccionario;

/// <summary>Something that two answers say and cannot both be so, put as a question: it stops nobody.</summary>
/// <param name="Ruta">Question to look at, <c>clave</c> or <c>grupo[n].clave</c>.</param>
public sealed record Duda(Variable Variable, string Ruta, Frase Frase)
{
    public string Mensaje => Frase.ToString();
}

/// <summary>What the answers of a file say together. Pure: the same answers, the same questions; none repeats what was answered.</summary>
public sealed class DudasDeCoherencia(DiccionarioVigente diccionario)
{
    private const string Nacimiento = "fecha_nacimiento";
    private const string Captacion = "fecha_captacion";
    private const string Explotacion = "exp_periodo";
    private const string Deteccion = "fecha_deteccion";

    /// <param name="respuestas">Those that apply today; what is sealed and not open is not looked at.</param>
    /// <param name="registro">The day on which the file was begun.</param>
    public IReadOnlyList<Duda> De(Respuestas respuestas, IReadOnlyDictionary<string, Respuesta> derivadas, DateOnly registro) =>
        [.. Fechas(respuestas, registro), .. Edades(respuestas, registro), .. DeCurp(respuestas.Unicas), .. Ley(respuestas, derivadas)];

    // 5. Born ≤ recruited ≤ exploited ≤ detected ≤ registered: only what no reading of the intervals can mend is asked.
    private IEnumerable<Duda> Fechas(Respuestas respuestas, DateOnly registro)
    {
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
        }

        if (Intervalo(respuestas.Unicas.GetValueOrDefault(Deteccion)) is { } d)
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
            // The earlier one certainly begins after the later one has ended; exploitation may go on until the day of detection.
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
        var otras = respuestas.Filas.GetValueOrDefault("explotacion", [])
            .Select(f => (Ruta: RutaDeCampo.De("explotacion", f.Numero, "edad_explotacion"), Clave: "edad_explotacion", Respuesta: f.Respuestas.GetValueOrDefault("edad_explotacion")))
            .Prepend((Ruta: "edad_captacion", Clave: "edad_captacion", Respuesta: respuestas.Unicas.GetValueOrDefault("edad_captacion")));
        foreach (var (ruta, clave, respuesta) in otras)
        {
            if (respuesta?.Valor is ValorDeEdad { Edad.Minima: var minima } && minima > hoy)
            {
                yield return new(diccionario[clave], ruta, $"«{Etiqueta(clave)}» es mayor que la edad de la persona al registrarla. ¿Es correcta?");
            }
        }
    }

    private IEnumerable<Duda> DeCurp(IReadOnlyDictionary<string, Respuesta> unicas)
    {
        if (Texto("curp") is not { } curp)
        {
            yield break;
        }

        if (Curp.Revisar(curp) is { } falla)
        {
            yield return Duda(falla switch
            {
                FallaDeCurp.Longitud => "La CURP no tiene 18 caracteres. ¿Está completa?",
                FallaDeCurp.Formato => "La CURP tiene una letra o un número que no va en ese lugar. ¿Está bien escrita?",
                FallaDeCurp.Fecha => "La CURP dice un día que no existe. ¿Está bien escrita?",
                FallaDeCurp.PalabraInconveniente => "La CURP empieza con letras que el registro civil sustituye. ¿Está bien escrita?",
                _ => "El último dígito de la CURP no corresponde a los demás. ¿Está bien escrita?",
            });
            yield break;
        }

        if (Intervalo(unicas.GetValueOrDefault(Nacimiento)) is { } nacio && Curp.Nacimiento(curp) is { } dia && (dia < nacio.Desde || dia > nacio.Hasta))
        {
            yield return Duda("La CURP no corresponde a la fecha de nacimiento. ¿Son correctas las dos?");
        }

        if ((unicas.GetValueOrDefault("sexo")?.Valor as ValorDeOpcion)?.Codigo is "H" or "M" && Curp.Sexo(curp) != 'X' && ((ValorDeOpcion)unicas["sexo"].Valor!).Codigo[0] != Curp.Sexo(curp))
        {
            yield return Duda("La CURP no corresponde al sexo que se respondió. Puede ser así: si lo es, déjelo.");
        }

        if (Texto("nombres") is { } nombres && Texto("primer_apellido") is { } primero)
        {
            var (iniciales, consonantes) = Curp.DeNombre(nombres, primero, Texto("segundo_apellido"));
            if (curp[..4] != iniciales || curp[13..16] != consonantes)
            {
                yield return Duda("La CURP no corresponde al nombre. Puede ser así: si lo es, déjelo.");
            }
        }

        if ((unicas.GetValueOrDefault("lugar_nacimiento")?.Valor as ValorDeLugar)?.Lugar is { } lugar && EntidadDeCurp(lugar) is { } entidad && entidad != Curp.Entidad(curp))
        {
            yield return Duda("La CURP no corresponde al lugar de nacimiento. ¿Son correctos los dos?");
        }

        Duda Duda(Frase frase) => new(diccionario["curp"], "curp", frase);

        string? Texto(string clave) => (unicas.GetValueOrDefault(clave)?.Valor as ValorDeTexto)?.Texto;
    }

    // What the law wants asked, and the warning that tells trafficking from smuggling.
    private IEnumerable<Duda> Ley(Respuestas respuestas, IReadOnlyDictionary<string, Respuesta> derivadas)
    {
        var unicas = respuestas.Unicas;
        var esNna = Derivada("mayoria_registro") is "NNA" or "PRESUNTA";
        if (esNna && Codigo("procuraduria_notificada") != "SI")
        {
            yield return Duda("procuraduria_notificada", "Es o se presume niña, niño o adolescente: falta el aviso a la Procuraduría de Protección, que se da en las 24 horas siguientes.");
        }

        if (esNna && Codigo("acompanante_riesgo") == "SI")
        {
            yield return Duda("acompanante_riesgo", "Quien acompaña podría ser parte del hecho: que no esté presente en la entrevista ni consienta por la niña, el niño o adolescente.");
        }

        if (Codigo("idioma") is { } idioma && idioma != "es" && !unicas.ContainsKey("requiere_interprete"))
        {
            yield return Duda("requiere_interprete", "Habla otra lengua: falta decir si necesita intérprete.");
        }

        if (unicas.GetValueOrDefault("nacionalidades")?.Valor is ValorDeOpciones { Codigos: var paises } && !paises.Contains("MX") && !unicas.ContainsKey("aviso_consular"))
        {
            yield return Duda("aviso_consular", "Es una persona extranjera: falta decir si se avisó a su consulado, que sólo se hace si ella lo acepta.");
        }

        if (Codigo("nivel_identificacion") == "GR" && new[] { "nombres", "primer_apellido", "curp" }.Any(unicas.ContainsKey))
        {
            yield return Duda("nivel_identificacion", "Un grupo no lleva nombre ni CURP: si conoce a una de las personas, regístrela aparte.");
        }

        if (Derivada("alcance") is "D" or "X" or "T" && Derivada("elementos_propuesto") is "FALTA_FIN" or "INSUFICIENTE" && Codigo("posible_trafico") is null)
        {
            yield return Duda("posible_trafico", "Cruzó una frontera y no hay una finalidad de explotación: ¿podría tratarse de tráfico de personas migrantes y no de trata?");
        }

        string? Codigo(string clave) => (unicas.GetValueOrDefault(clave)?.Valor as ValorDeOpcion)?.Codigo;

        string? Derivada(string clave) => (derivadas.GetValueOrDefault(clave)?.Valor as ValorDeOpcion)?.Codigo;

        Duda Duda(string clave, Frase frase) => new(diccionario[clave], clave, frase);
    }

    private string? EntidadDeCurp(Lugar lugar) => lugar switch
    {
        { Pais: { } pais } when pais != "MX" => "NE",
        { Entidad: { } entidad } => diccionario.Catalogos["estados"].Buscar(entidad)?.Atributos.GetValueOrDefault("curp"),
        _ => null,
    };

    private static (DateOnly? Desde, DateOnly? Hasta)? Intervalo(Respuesta? respuesta) => respuesta?.Valor switch
    {
        ValorDeFechaParcial { Fecha: var f } => (f.Desde, f.Hasta),
        ValorDePeriodo { Periodo: var p } => (p.Desde?.Desde, p.Hasta?.Hasta),
        _ => null,
    };

    private string Etiqueta(string clave) => diccionario[clave].EtiquetaVisible;
}
