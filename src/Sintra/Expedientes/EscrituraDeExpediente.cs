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
        Vista vista,
        bool terminada)
    {
        var dueno = DuenoDeRespuestas.De(expediente.Id.Valor, secciones, llaves, (clave, fila) => Nueva(expediente, clave, fila), db, sellos);
        var contexto = Contexto(expediente, secciones, capturas);
        var cambios = capturas.SelectMany(c => escritor.Escribir(c.Pagina, dueno, c.Captura, contexto, vista, terminada)).ToList();

        if (cambios.Count > 0)
        {
            expediente.Version = Guid.CreateVersion7();
            var identidad = Identidad(expediente, secciones, llaves);
            filtros.Aplicar(expediente, identidad.Unicas, Derivadas.Calcular(diccionario, identidad, expediente.DiaDeRegistro(reloj)));
            if (cambios.Any(EsDeIdentidad))
            {
                Atestiguar(expediente, identidad);
            }
        }

        return cambios;
    }

    // What the file will say: the pages as they are, with what comes over them.
    private ContextoDeCondicion Contexto(Expediente expediente, List<Seccion> secciones, IReadOnlyList<(Pagina Pagina, CapturaLeida Captura)> capturas)
    {
        var paginas = capturas.Select(c => c.Pagina.Clave).ToHashSet();
        var otras = LectorDeExpediente.Reunir(secciones.Where(s => s.Fila > 0 || !paginas.Contains(s.Clave)), archivo.Leer);
        var unicas = new Dictionary<string, Respuesta>(otras.Unicas);
        foreach (var (clave, respuesta) in capturas.SelectMany(c => c.Captura.Respuestas.Unicas))
        {
            unicas[clave] = respuesta;
        }

        return new(diccionario, unicas, Derivadas.Calcular(diccionario, otras with { Unicas = unicas }, expediente.DiaDeRegistro(reloj)));
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

    // Tokens are made again from the whole identity whenever any of it changes.
    private void Atestiguar(Expediente expediente, Respuestas identidad)
    {
        var quiere = TestigosDeIdentidad.De(identidad.Unicas, expediente.Institucion)
            .Select(t =>
            {
                var (llave, valor) = sellos.Testigo(t.Tipo, t.Valor);
                return (t.Tipo, Llave: llave, Valor: valor);
            })
            .ToHashSet();
        var tiene = db.Testigos.Local.Where(t => t.Expediente == expediente.Id).ToList();

        db.RemoveRange(tiene.Where(t => !quiere.Contains((t.Tipo, t.Llave, t.Valor))));
        db.AddRange(quiere
            .Except(tiene.Select(t => (t.Tipo, t.Llave, t.Valor)))
            .Select(q => new Testigo { Expediente = expediente.Id, Tipo = q.Tipo, Llave = q.Llave, Valor = q.Valor }));
    }
}
