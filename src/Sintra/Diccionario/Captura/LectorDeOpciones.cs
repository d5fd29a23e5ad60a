namespace Sintra.Diccionario;

/// <summary>opcion, si_no, opciones: codes; in long catalogues names too.</summary>
internal static class LectorDeOpciones
{
    private const string NoEstaEnLaLista = "elija una de las opciones que se ofrecen.";

    // Commas within a name make many pieces, but not this many.
    private const int MaximoDePiezas = 60;

    public static Respuesta? Una(CamposDeVariable campos)
    {
        if (campos.Uno("") is not { } texto || Elegir(campos, campos.Diccionario.CatalogoDe(campos.Variable)!, texto) is not { } opcion)
        {
            return null;
        }

        return opcion.Estado is { } estado ? Respuesta.Sin(estado) : Respuesta.Con(new ValorDeOpcion(opcion.Codigo));
    }

    public static Respuesta? Varias(CamposDeVariable campos)
    {
        var catalogo = campos.Diccionario.CatalogoDe(campos.Variable)!;
        var elegidas = new List<Opcion>();
        foreach (var texto in campos.Varios(""))
        {
            elegidas.AddRange(Separar(campos, catalogo, texto));
        }

        if (campos.TieneFalla || elegidas.Count == 0)
        {
            return null;
        }

        var estados = elegidas.Select(o => o.Estado).Distinct().ToList();
        if (estados is [{ } unico])
        {
            return Respuesta.Sin(unico);
        }

        if (estados.Any(e => e is not null))
        {
            return campos.Falla<Respuesta>("elija una respuesta o «No sabe», no ambas.");
        }

        return SinExcluyentes(campos, catalogo, [.. elegidas.Select(o => o.Codigo).Distinct().OrderBy(catalogo.Posicion)]);
    }

    /// <summary>One option by code, or by name where the catalogue is long. Null after saying what is wrong.</summary>
    public static Opcion? Elegir(CamposDeVariable campos, Catalogo catalogo, string texto, Func<Opcion, bool>? filtro = null)
    {
        if (catalogo.Buscar(texto) is { } exacta && (filtro?.Invoke(exacta) ?? true))
        {
            return exacta;
        }

        if (!catalogo.EsLargo)
        {
            return campos.Falla<Opcion>(NoEstaEnLaLista);
        }

        var (opcion, cercanas) = catalogo.Nombres.Buscar(texto, filtro);
        return opcion ?? campos.Falla<Opcion>(cercanas.Count == 0
            ? (Frase)"no se encontró ese nombre en la lista; elija uno de los que se ofrecen."
            : $"no se encontró ese nombre, o hay más de uno parecido; elija de la lista: {string.Join("; ", cercanas.Select(o => $"{o.Nombre} ({o.Codigo})"))}.");
    }

    private static Respuesta? SinExcluyentes(CamposDeVariable campos, Catalogo catalogo, List<string> codigos)
    {
        if (codigos.Count > 1)
        {
            // «Por determinar» only waits for the first form.
            if (catalogo.Clave == "formas_explotacion")
            {
                codigos.Remove("PD");
            }

            if (codigos.Count > 1 && codigos.Select(catalogo.Buscar).FirstOrDefault(o => o!.Excluyente) is { } excluyente)
            {
                return campos.Falla<Respuesta>($"«{excluyente.Nombre}» no se combina con otras; quite esa o las demás.");
            }
        }

        return Respuesta.Con(new ValorDeOpciones(codigos));
    }

    // «GT, HN» or «Guatemala, Honduras»; a name may hold commas itself, so the longest piece that is a name wins.
    private static IEnumerable<Opcion> Separar(CamposDeVariable campos, Catalogo catalogo, string texto)
    {
        var piezas = texto.Split([',', ';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (piezas.Length > MaximoDePiezas)
        {
            campos.Falla<Opcion>(NoEstaEnLaLista);
            yield break;
        }

        for (var i = 0; i < piezas.Length;)
        {
            var fin = piezas.Length;
            Opcion? opcion = null;
            for (; fin > i && opcion is null; fin--)
            {
                var nombre = string.Join(", ", piezas[i..fin]);
                opcion = catalogo.Buscar(nombre) ?? (catalogo.EsLargo ? catalogo.Nombres.Exacta(nombre) : null);
            }

            opcion ??= Elegir(campos, catalogo, piezas[i]);
            if (opcion is null)
            {
                yield break;
            }

            yield return opcion;
            i = Math.Max(fin + 1, i + 1);
        }
    }
}
