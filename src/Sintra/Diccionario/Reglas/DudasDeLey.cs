namespace Sintra.Diccionario;

/// <summary>What the law wants asked of a person's file and nobody has answered yet, or was done out of its time.</summary>
internal sealed class DudasDeLey(DiccionarioVigente diccionario)
{
    private const string Aviso = "procuraduria_fecha";

    /// <param name="empezado">When the file was begun, by the clock of Mexico, as <paramref name="ahora"/>.</param>
    public IEnumerable<Duda> De(Respuestas respuestas, IReadOnlyDictionary<string, Respuesta> derivadas, DateTime empezado, DateTime ahora)
    {
        var unicas = respuestas.Unicas;
        var esNna = Derivada("mayoria_registro") is "NNA" or "PRESUNTA";
        if (esNna && PlazoDeProcuraduria.Vence(unicas, empezado) is { } vence)
        {
            yield return Duda(PlazoDeProcuraduria.Clave, vence < ahora
                ? "Es o se presume niña, niño o adolescente: falta el aviso a la Procuraduría de Protección y su plazo de 24 horas ya venció."
                : "Es o se presume niña, niño o adolescente: falta el aviso a la Procuraduría de Protección, que se da en las 24 horas siguientes.");
        }
        else if (esNna && (unicas.GetValueOrDefault(Aviso)?.Valor as ValorDeFecha)?.Fecha is { } avisada)
        {
            if (avisada < DudasDeTiempo.Intervalo(unicas.GetValueOrDefault(PlazoDeProcuraduria.Deteccion))?.Desde)
            {
                yield return Duda(Aviso, $"«{diccionario[Aviso].EtiquetaVisible}» es anterior a «{diccionario[PlazoDeProcuraduria.Deteccion].EtiquetaVisible}». ¿Son correctas las dos?");
            }
            else if (avisada > DateOnly.FromDateTime(PlazoDeProcuraduria.Termino(unicas, empezado)))
            {
                yield return Duda(Aviso, $"«{diccionario[Aviso].EtiquetaVisible}» es posterior a las 24 horas en que se da el aviso. ¿Es correcta?");
            }
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

        if (CruzoFrontera(respuestas) && !Derivadas.HayFinalidad(respuestas) && Codigo("posible_trafico") is null)
        {
            yield return Duda("posible_trafico", "Cruzó una frontera y no hay una finalidad de explotación: ¿podría tratarse de tráfico de personas migrantes y no de trata?");
        }

        string? Codigo(string clave) => (unicas.GetValueOrDefault(clave)?.Valor as ValorDeOpcion)?.Codigo;

        string? Derivada(string clave) => (derivadas.GetValueOrDefault(clave)?.Valor as ValorDeOpcion)?.Codigo;

        Duda Duda(string clave, Frase frase) => new(diccionario[clave], clave, frase);
    }

    // Two countries among those where she was recruited, passed, was exploited and was found (art. 3 of the two Protocols: smuggling is the crossing).
    private static bool CruzoFrontera(Respuestas respuestas) =>
        new[] { respuestas.Unicas.GetValueOrDefault("cap_lugar"), respuestas.Unicas.GetValueOrDefault("det_lugar") }
            .Concat(respuestas.Filas.GetValueOrDefault("tramo", []).Select(f => f.Respuestas.GetValueOrDefault("tramo_lugar")))
            .Concat(respuestas.Filas.GetValueOrDefault("explotacion", []).Select(f => f.Respuestas.GetValueOrDefault("exp_lugar")))
            .Select(r => (r?.Valor as ValorDeLugar)?.Lugar.Pais)
            .OfType<string>()
            .Distinct()
            .Count() > 1;
}
