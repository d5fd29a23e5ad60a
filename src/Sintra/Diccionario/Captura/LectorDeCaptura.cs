namespace Sintra.Diccionario;

/// <summary>
/// Fields as they were typed → answers with their type. The one reader of forms, API and files. It never throws, whatever it is given.
/// </summary>
/// <remarks>
/// Names of the fields of a variable with path P (<c>clave</c>, or <c>grupo[n].clave</c>): P for what is one text; P repeated for opciones;
/// <c>P.dia .mes .anio .aproximada .clase .hasta_dia .hasta_mes .hasta_anio</c>; <c>P.desde_dia …</c>; <c>P.pais .entidad .municipio
/// .localidad .como</c>; <c>P.valor</c> or <c>P.min .max</c>, and <c>.fuente</c>; <c>P.folio</c> for a file that is not chosen but typed; <c>P.estado</c> for the reason there is no value;
/// <c>grupo[n].quitar</c> takes a row out.
/// </remarks>
public sealed class LectorDeCaptura(DiccionarioVigente diccionario)
{
    private const string Quitar = "quitar";
    private const string EdadAlRegistro = "edad_registro";

    /// <param name="variables">Those the form asks for; what the system generates and attachments are not read.</param>
    /// <param name="campos">Only the fields of answers: the caller takes out its own (antiforgery token, «terminada»).</param>
    /// <param name="hoy">The day to which ages refer.</param>
    /// <param name="registro">The day to which «age at registration» refers: when the file was begun; today when null.</param>
    public CapturaLeida Leer(IEnumerable<Variable> variables, IReadOnlyDictionary<string, IReadOnlyList<string>> campos, DateOnly hoy, DateOnly? registro = null)
    {
        var preguntadas = new Dictionary<string, Variable>();
        foreach (var variable in variables.Where(SePregunta))
        {
            preguntadas[variable.Clave] = variable;
        }

        var hayDesconocidos = false;
        var fallas = new List<Falla>();
        var filas = new SortedDictionary<(string? Grupo, int Numero), Dictionary<string, CamposDeVariable>>();
        var quitadas = new List<FilaQuitada>();
        var vacias = new List<FilaVacia>();

        foreach (var (nombre, valores) in campos)
        {
            if (RutaDeCampo.Analizar(nombre) is not { } ruta || !EsDeAqui(ruta, preguntadas))
            {
                hayDesconocidos = true;
                continue;
            }

            if (ruta is { Clave: Quitar, Grupo: { } grupo })
            {
                if (valores.Any(v => v is "on" or "true" or "1" or "SI"))
                {
                    quitadas.Add(new(grupo, ruta.Fila));
                }

                continue;
            }

            if (!filas.TryGetValue((ruta.Grupo, ruta.Fila), out var fila))
            {
                filas.Add((ruta.Grupo, ruta.Fila), fila = []);
            }

            if (!fila.TryGetValue(ruta.Clave, out var deVariable))
            {
                deVariable = new(preguntadas[ruta.Clave], RutaDeCampo.De(ruta.Grupo, ruta.Fila, ruta.Clave), diccionario, hoy, fallas)
                {
                    Referida = ruta.Clave == EdadAlRegistro ? registro ?? hoy : hoy,
                };
                fila.Add(ruta.Clave, deVariable);
            }

            deVariable.Agregar(ruta.Parte, valores);
        }

        if (hayDesconocidos)
        {
            fallas.Add(new(null, "El formulario trae campos que no se conocen. Vuelva a abrir la página y captúrela de nuevo."));
        }

        var unicas = new Dictionary<string, Respuesta>();
        var porGrupo = new Dictionary<string, List<Fila>>();
        foreach (var ((grupo, numero), fila) in filas)
        {
            if (quitadas.Contains(new(grupo ?? "", numero)))
            {
                continue;
            }

            var respuestas = grupo is null ? unicas : [];
            foreach (var clave in preguntadas.Keys)
            {
                if (fila.TryGetValue(clave, out var deVariable) && LectorDeRespuesta.Leer(deVariable) is { } respuesta)
                {
                    respuestas.Add(clave, respuesta);
                }
            }

            fallas.AddRange(ReglasCruzadas.Revisar(diccionario, grupo, numero, respuestas));
            if (grupo is not null && respuestas.Count == 0)
            {
                vacias.Add(new(grupo, numero));
            }
            else if (grupo is not null)
            {
                (porGrupo.TryGetValue(grupo, out var lista) ? lista : porGrupo[grupo] = []).Add(new(numero, respuestas));
            }
        }

        return new(new(unicas, porGrupo.ToDictionary(g => g.Key, IReadOnlyList<Fila> (g) => g.Value)), fallas, quitadas) { Vacias = vacias };
    }

    private static bool SePregunta(Variable variable) =>
        variable.Unidad != UnidadDeVariable.Sistema && variable.Tipo != TipoDeVariable.Archivo;

    private static bool EsDeAqui(RutaDeCampo ruta, Dictionary<string, Variable> preguntadas)
    {
        if (ruta is { Clave: Quitar, Parte: "", Grupo: { } grupo })
        {
            return preguntadas.Values.Any(v => v.Unidad == UnidadDeVariable.Fila && v.Grupo == grupo);
        }

        return preguntadas.TryGetValue(ruta.Clave, out var variable)
            && (variable.Unidad == UnidadDeVariable.Fila ? variable.Grupo : null) == ruta.Grupo
            && LectorDeRespuesta.Partes(variable.Tipo).Contains(ruta.Parte);
    }
}
