using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// The way of a datum into a file, the same for form, API and workbook row:
/// sections, filter columns, blind tokens, all in the transaction of whoever calls.
/// </summary>
public sealed class EscrituraDeExpediente(
    SintraDb db,
    Sellos sellos,
    DiccionarioVigente diccionario,
    EscritorDePagina escritor,
    ArchivoDeRespuestas archivo,
    FiltrosDerivados filtros,
    IEnumerable<IRecetaDeTestigos> recetas,
    Sesion sesion,
    TimeProvider reloj)
{
    /// <param name="secciones">Every section the file has; new ones are added to it.</param>
    /// <param name="llaves">The file's data keys; a missing one is made.</param>
    /// <returns>Keys of the variables that changed.</returns>
    public IReadOnlyList<string> Escribir(
        Expediente expediente,
        List<Seccion> secciones,
        List<LlaveDeDatos> llaves,
        IReadOnlyList<(Pagina Pagina, CapturaLeida Captura)> capturas,
        ModoDeEscritura modo)
    {
        var dueno = Dueno(expediente, secciones, llaves);
        var (_, contexto) = ConContexto(expediente, capturas.Aggregate(
            Identidad(expediente, secciones, llaves), (dichas, c) => RespuestasPorEscribir.De(dichas, c.Pagina, c.Captura, modo, diccionario)));
        var cambios = capturas.SelectMany(c => escritor.Escribir(c.Pagina, dueno, c.Captura, contexto, modo)).ToList();

        if (cambios.Count > 0)
        {
            if (capturas.Any(c => c.Pagina.Clave == AbrirExpedienteHandler.Pagina || diccionario.DePagina(c.Pagina.Clave).Any(v => v.Grupo == FormasDeExplotacion.Grupo)))
            {
                MarcarFormas(expediente, secciones, dueno, modo);
            }

            Derivar(expediente, secciones, llaves);
        }

        return cambios;
    }

    // What the rows of exploitation say, the minimum record says too: lists and figures ask there.
    private void MarcarFormas(Expediente expediente, List<Seccion> secciones, DuenoDeRespuestas dueno, ModoDeEscritura modo)
    {
        var minimo = diccionario.Pagina(AbrirExpedienteHandler.Pagina)!;
        var escritas = LectorDeExpediente.Reunir(secciones, archivo.Leer);
        if (secciones.SingleOrDefault(s => s.Clave == minimo.Clave && s.Fila == 0) is { } cabeza && FormasDeExplotacion.Marcar(diccionario, escritas) is { } formas)
        {
            var respuestas = new Respuestas(new Dictionary<string, Respuesta> { [FormasDeExplotacion.Clave] = formas }, Respuestas.Vacias.Filas);
            escritor.Escribir(minimo, dueno, new(respuestas, [], []), ConContexto(expediente, escritas).Contexto, modo with { Mostrado = null, Terminada = cabeza.Terminada });
        }
    }

    /// <summary>The file as the owner of its answers.</summary>
    internal DuenoDeRespuestas Dueno(Expediente expediente, List<Seccion> secciones, List<LlaveDeDatos> llaves) => DuenoDeRespuestas.De(
        expediente.Id.Valor, secciones, llaves, (clave, fila) => Nueva(expediente, clave, fila), (s, version) => new SeccionAnterior(s, version), db, sellos);

    /// <summary>
    /// What the file's answers, as they stand now, say of its filter columns and tokens: made again by every write of them. Needs the file's
    /// <see cref="Expediente.FiltrosMultiples"/>, <see cref="Expediente.Calidades"/> and tokens loaded.
    /// </summary>
    public void Derivar(Expediente expediente, List<Seccion> secciones, List<LlaveDeDatos> llaves)
    {
        expediente.Version = Uuid.Nuevo();
        Rehacer(expediente, secciones, llaves);
    }

    /// <summary>The same for a file that nobody writes: what is as it should be stays untouched.</summary>
    internal void Rehacer(Expediente expediente, List<Seccion> secciones, List<LlaveDeDatos> llaves)
    {
        var ((vigentes, filas), derivadas) = Vigentes(expediente, secciones, llaves);
        filtros.Aplicar(expediente, vigentes, filas, derivadas, Derivadas.EdadAlRegistro(vigentes, expediente.DiaDeRegistro(reloj)));
        if (expediente.Calidades.Vigente() is { } determinada)
        {
            expediente.Filtros.Calidad = determinada.Codigo;
        }

        Atestiguar(expediente, vigentes);
    }

    /// <summary>The answers that apply today, identity in clear, and what follows from them. Nobody is shown any of it from here.</summary>
    internal (Respuestas Vigentes, IReadOnlyDictionary<string, Respuesta> Derivadas) Vigentes(Expediente expediente, List<Seccion> secciones, List<LlaveDeDatos> llaves)
    {
        var escritas = Identidad(expediente, secciones, llaves);
        var (derivadas, contexto) = ConContexto(expediente, escritas);
        var filas = escritas.Filas.ToDictionary(
            g => g.Key,
            IReadOnlyList<Fila> (g) => [.. g.Value.Select(f => f with { Respuestas = Reglas.Vigentes(diccionario, f.Respuestas, contexto.DeFila(f)) })]);
        return (new(Reglas.Vigentes(diccionario, escritas.Unicas, contexto), filas), derivadas);
    }

    private (IReadOnlyDictionary<string, Respuesta> Derivadas, ContextoDeCondicion Contexto) ConContexto(Expediente expediente, Respuestas dichas)
    {
        var derivadas = Derivadas.Calcular(diccionario, dichas, expediente.DiaDeRegistro(reloj));
        return (derivadas, new(diccionario, dichas.Unicas, derivadas));
    }

    private Seccion Nueva(Expediente expediente, string clave, int fila) => new()
    {
        Expediente = expediente.Id,
        Clave = clave,
        Fila = fila,
        Abiertas = "",
        Diccionario = diccionario.Version,
        EscritaEn = reloj.Ahora,
        EscritaPor = sesion.Cuenta,
    };

    // Date of birth and names are needed here in clear: ages follow from the one, tokens from the others. Other seals stay closed.
    private Respuestas Identidad(Expediente expediente, List<Seccion> secciones, List<LlaveDeDatos> llaves)
    {
        var todo = new Vista(sesion, diccionario.GruposDeIdentidad.Select(g => g.Clave).ToHashSet());

        return LectorDeExpediente.Reunir(secciones, s => s.ClavesSelladas.Split(',').Any(EsDeIdentidad)
            ? archivo.LeerSegun(s, expediente.Id.Valor, llaves, todo)
            : archivo.Leer(s));
    }

    private bool EsDeIdentidad(string clave) => diccionario.Buscar(clave) is { Ficha: true, Unidad: UnidadDeVariable.Persona };

    /// <summary>Tokens are made again from the whole identity: whether a name counts hangs on answers of other pages too. Needs the file's tokens loaded.</summary>
    private void Atestiguar(Expediente expediente, IReadOnlyDictionary<string, Respuesta> identidad)
    {
        var quiere = recetas
            .SelectMany(receta => receta.De(expediente, identidad))
            .Select(t =>
            {
                var (llave, valor) = sellos.Testigo(t.Tipo, t.Valor);
                return (t.Tipo, Llave: llave, Valor: valor);
            })
            .ToHashSet();
        var tiene = db.Testigos.Local.Where(t => t.Expediente == expediente.Id).ToList();
        var sobran = tiene.Where(t => !quiere.Contains((t.Tipo, t.Llave, t.Valor))).ToList();
        var faltan = quiere.Except(tiene.Select(t => (t.Tipo, t.Llave, t.Valor))).ToList();

        db.RemoveRange(sobran);
        db.AddRange(faltan.Select(q => new Testigo { Expediente = expediente.Id, Tipo = q.Tipo, Llave = q.Llave, Valor = q.Valor }));
        if (sobran.Count + faltan.Count > 0)
        {
            expediente.PorCompararDesde = reloj.Ahora;
        }
    }
}
