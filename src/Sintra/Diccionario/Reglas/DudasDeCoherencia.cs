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

    /// <param name="respuestas">Those that apply today; what is sealed and not open is not looked at.</param>
    /// <param name="empezado">When the file was begun, by the clock of Mexico.</param>
    /// <param name="ahora">By the same clock.</param>
    public IReadOnlyList<Duda> De(Respuestas respuestas, IReadOnlyDictionary<string, Respuesta> derivadas, DateTime empezado, DateTime ahora) =>
    [
        .. new DudasDeTiempo(diccionario).De(respuestas, DateOnly.FromDateTime(empezado)),
        .. DeCurp(respuestas.Unicas),
        .. new DudasDeLey(diccionario).De(respuestas, derivadas, empezado, ahora),
        .. new DudasDeConsentimiento(diccionario).De(respuestas),
    ];

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

        if (DudasDeTiempo.Intervalo(unicas.GetValueOrDefault(Nacimiento)) is { } nacio && Curp.Nacimiento(curp) is { } dia && (dia < nacio.Desde || dia > nacio.Hasta))
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

    private string? EntidadDeCurp(Lugar lugar) => lugar switch
    {
        { Pais: { } pais } when pais != "MX" => "NE",
        { Entidad: { } entidad } => diccionario.Catalogos["estados"].Buscar(entidad)?.Atributos.GetValueOrDefault("curp"),
        _ => null,
    };
}
