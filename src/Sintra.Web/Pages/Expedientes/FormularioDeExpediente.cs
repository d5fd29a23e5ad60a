using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Pages.Expedientes;

/// <summary>A page of the dictionary ready to be asked of one file (or of a file that is about to begin), by one reader.</summary>
public sealed class FormularioDeExpediente(DiccionarioVigente diccionario, PalabrasDeExpediente expedientes, Sesion sesion, TimeProvider reloj)
{
    /// <param name="enviados">What was typed and not accepted; null shows what is stored.</param>
    /// <param name="anterior">What the form showed that <paramref name="enviados"/> was typed into.</param>
    /// <param name="otros">Files that a reference to a file offers.</param>
    public FormularioDePagina De(
        Pagina pagina,
        ExpedienteLeido leido,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? enviados = null,
        FormularioMostrado? anterior = null,
        IReadOnlyList<Falla>? fallas = null,
        string? agregar = null,
        IReadOnlyList<ExpedienteRelacionado>? otros = null) => new()
        {
            Diccionario = diccionario,
            Variables = PreguntasDePagina.De(diccionario, pagina, leido.Expediente),
            Lectura = Lectura(leido.Vista, leido.Secciones, leido.Visibles),
            Contexto = leido.Contexto,
            Guardadas = FormasDeExplotacion.ConRenglones(leido.Visibles, PaginaLeida.De(diccionario, pagina, leido).UltimasFilas.GetValueOrDefault(FormasDeExplotacion.Grupo)),
            Guardados = leido.Visibles,
            Enviados = enviados,
            Anterior = anterior,
            GruposAbiertos = leido.Vista.GruposAbiertos,
            Fallas = fallas ?? [],
            Agregar = agregar,
            FilasEnResumen = true,
            UltimaFila = PaginaLeida.De(diccionario, pagina, leido).UltimasFilas,
            Referencias = Referencias(leido, otros),
        };

    /// <summary>The minimum record of a file that does not exist yet; what is nearly always so is filled in.</summary>
    /// <param name="propuestas">What is known beforehand, such as what an event's files share; it goes before what is nearly always so.</param>
    /// <param name="representadas">In whose name one may register besides one's own institution: only then is it asked.</param>
    public FormularioDePagina Nuevo(
        Pagina pagina, IReadOnlyDictionary<string, IReadOnlyList<string>>? enviados, IReadOnlyList<Falla> fallas, IReadOnlyList<string> representadas,
        IReadOnlyDictionary<string, Respuesta>? propuestas = null)
    {
        var institucion = diccionario.Catalogos["instituciones"].Buscar(sesion.Institucion);
        var hoy = FechaParcial.Del(reloj.Hoy);
        var iniciales = new Dictionary<string, Respuesta>
        {
            ["institucion_registra"] = Respuesta.Con(new ValorDeOpcion(sesion.Institucion)),
            ["fecha_deteccion"] = Respuesta.Con(new ValorDeFechaParcial(hoy)),
            ["det_lugar"] = Respuesta.Con(new ValorDeLugar(new("MX", institucion?.Atributos.GetValueOrDefault("cve_ent") is { Length: 2 } entidad ? entidad : null))),
        };
        foreach (var (clave, respuesta) in propuestas ?? new Dictionary<string, Respuesta>())
        {
            iniciales[clave] = respuesta;
        }

        return new()
        {
            Diccionario = diccionario,
            Variables = PreguntasDePagina.De(diccionario, pagina, null),
            Lectura = Piezas.Campos.Lectura.Entera,
            Contexto = new ContextoDeCondicion(diccionario, Respuestas.Vacias.Unicas),
            Guardadas = Respuestas.Vacias with { Unicas = iniciales },
            Enviados = enviados,
            Fallas = fallas,
            Ofrecidas = representadas.Count == 0 ? FormularioDePagina.Todas : new Dictionary<string, IReadOnlyList<string>> { ["institucion_registra"] = [sesion.Institucion, .. representadas] },
        };
    }

    /// <summary>The screen of an entity of the file: one more row of it, of which nothing is stored yet.</summary>
    /// <param name="iniciales">What is nearly always so, filled in.</param>
    /// <param name="ofrecidas">Of a catalogue, the codes that are offered, by key of the variable.</param>
    public FormularioDePagina DeEntidad(
        IReadOnlyList<Variable> variables,
        ExpedienteLeido leido,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? enviados,
        IReadOnlyList<Falla> fallas,
        IReadOnlyDictionary<string, Respuesta>? iniciales = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? ofrecidas = null) => new()
        {
            Diccionario = diccionario,
            Variables = variables,
            Lectura = Piezas.Campos.Lectura.Entera,
            Contexto = leido.Contexto,
            Guardadas = Respuestas.Vacias with { Unicas = iniciales ?? Respuestas.Vacias.Unicas },
            Enviados = enviados,
            Fallas = fallas,
            Referencias = Referencias(leido),
            Ofrecidas = ofrecidas ?? FormularioDePagina.Todas,
            EsDeEntidad = true,
        };

    /// <summary>What is common to all the persons of an operation.</summary>
    public FormularioDePagina Comunes(IReadOnlyDictionary<string, IReadOnlyList<string>>? enviados, IReadOnlyList<Falla> fallas, IReadOnlyDictionary<string, Respuesta> propuestas)
    {
        var variables = ColumnasDeRejilla.Comunes(diccionario);
        return Nuevo(diccionario.Pagina(AbrirExpedienteHandler.Pagina)!, enviados, fallas, [], propuestas) with { Variables = variables };
    }

    /// <summary>A call that is being answered: today's.</summary>
    public FormularioDePagina DeLlamada(IEnumerable<Variable> preguntas, IReadOnlyDictionary<string, IReadOnlyList<string>>? enviados, IReadOnlyList<Falla> fallas) => new()
    {
        Diccionario = diccionario,
        Variables = preguntas,
        Lectura = Piezas.Campos.Lectura.Entera,
        Contexto = new ContextoDeCondicion(diccionario, Respuestas.Vacias.Unicas),
        Guardadas = Respuestas.Vacias with { Unicas = new Dictionary<string, Respuesta> { ["llam_fecha"] = Respuesta.Con(new ValorDeFecha(reloj.Hoy)) } },
        Enviados = enviados,
        Fallas = fallas,
    };

    /// <summary>The page of an event that does not exist yet.</summary>
    public FormularioDePagina NuevoHecho(IReadOnlyDictionary<string, IReadOnlyList<string>>? enviados, IReadOnlyList<Falla> fallas, string? agregar) => new()
    {
        Diccionario = diccionario,
        Variables = diccionario.DePagina(EscrituraDeHecho.Pagina),
        Lectura = Piezas.Campos.Lectura.Entera,
        Contexto = new ContextoDeCondicion(diccionario, Respuestas.Vacias.Unicas),
        Enviados = enviados,
        Fallas = fallas,
        Agregar = agregar,
    };

    /// <summary>The page of an event.</summary>
    public FormularioDePagina De(
        HechoLeido leido,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? enviados = null,
        FormularioMostrado? anterior = null,
        IReadOnlyList<Falla>? fallas = null,
        string? agregar = null) => new()
        {
            Diccionario = diccionario,
            Variables = diccionario.DePagina(EscrituraDeHecho.Pagina),
            Lectura = Lectura(leido.Vista, leido.Secciones, leido.Visibles),
            Contexto = new ContextoDeCondicion(diccionario, leido.Reales.Unicas),
            Guardadas = leido.Visibles,
            Enviados = enviados,
            Anterior = anterior,
            GruposAbiertos = leido.Vista.GruposAbiertos,
            Fallas = fallas ?? [],
            Agregar = agregar,
            FilasEnResumen = true,
            UltimaFila = PaginaLeida.De(diccionario, leido).UltimasFilas,
        };

    private static Lectura Lectura(Vista vista, IEnumerable<Documento> documentos, Respuestas visibles)
    {
        var protegidas = documentos
            .Where(d => !d.Retirada)
            .SelectMany(d => d.ClavesSelladas.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(c => d.Fila == 0 ? c : RutaDeCampo.De(d.Clave, d.Fila, c)))
            .Concat(visibles.Unicas.Where(r => r.Value.Valor is ValorProtegido).Select(r => r.Key))
            .Concat(visibles.Filas.SelectMany(g => g.Value.SelectMany(f => f.Respuestas.Where(r => r.Value.Valor is ValorProtegido).Select(r => RutaDeCampo.De(g.Key, f.Numero, r.Key)))))
            .ToHashSet();

        return new(
            variable => vista.Ve(variable) ? Proteccion.Ninguna : variable.Sellada ? Proteccion.Sellada : Proteccion.SinPermiso,
            variable => vista.VeLugarFino(variable) ? Proteccion.Ninguna : Proteccion.Sellada,
            ruta => protegidas.Contains(ruta) || protegidas.Contains(ruta[..(ruta.LastIndexOf('.') is var punto and > 0 ? punto : ruta.Length)]));
    }

    // Rows of the same file are chosen by their number and what they say; files, by folio, sex and age. Nothing sealed is needed to tell them apart.
    private Dictionary<string, IReadOnlyList<OpcionDeReferencia>> Referencias(ExpedienteLeido leido, IReadOnlyList<ExpedienteRelacionado>? otros = null)
    {
        var palabras = new ReferenciaEnPalabras(leido.Visibles, leido.Referidos, diccionario, QuienLee.EnIngles ? Idioma.Ingles : Idioma.Espanol);
        return diccionario.Variables
            .Where(v => v.Tipo == TipoDeVariable.Referencia && v.ReferenciaA is ReferenciaEnPalabras.Familiar or ReferenciaEnPalabras.Expediente or Consentimiento.Grupo)
            .ToDictionary(v => v.Clave, IReadOnlyList<OpcionDeReferencia> (v) => v.ReferenciaA == ReferenciaEnPalabras.Expediente
                ? [.. Elegibles(v, leido, otros ?? []).Select(o => o.Texto is { } texto ? new OpcionDeReferencia(o.Id, texto) : new(o.Id, palabras.De(v, o.Id)))]
                : [.. palabras.Filas(v).Select(id => new OpcionDeReferencia(id, palabras.De(v, id)))]);
    }

    // The other persons of the event, and what the file already names: it stays chosen whether or not it is of the event or within reach.
    private IEnumerable<(string Id, string? Texto)> Elegibles(Variable variable, ExpedienteLeido leido, IReadOnlyList<ExpedienteRelacionado> otros) => otros
        .Select(o => (Id: o.Id.ToString(), Texto: (string?)expedientes.Rotulo(o)))
        .Concat(leido.Visibles.Filas.Values.SelectMany(g => g).Select(f => f.Respuestas).Prepend(leido.Visibles.Unicas)
            .Select(r => r.GetValueOrDefault(variable.Clave)?.Valor).OfType<ValorDeReferencia>().Select(v => (v.Id, Texto: (string?)null)))
        .DistinctBy(o => o.Id);
}
