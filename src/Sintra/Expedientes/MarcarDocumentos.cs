using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>The check-list of an operation's documents, in one save: each of the catalogue, whether there is one and whether it is to be kept reserved.</summary>
/// <param name="Entregados">Codes of <c>documento_operativo</c> that are there.</param>
/// <param name="Reservados">Those of them with personal data to be kept reserved.</param>
/// <param name="Version">Version of the event's page that the writer saw.</param>
public sealed record MarcarDocumentos(HechoId Hecho, IReadOnlyList<string> Entregados, IReadOnlyList<string> Reservados, Guid? Version);

/// <summary>A document of the check-list.</summary>
public sealed record DocumentoDeOperativo(Opcion Documento, bool Entregado, bool Reservado);

public sealed class MarcarDocumentosHandler(LectorDeHecho lector, GuardarHechoHandler guardar, DiccionarioVigente diccionario)
{
    private const string Grupo = "documento_operativo";
    private const string Si = "SI";

    /// <summary>The catalogue as a check-list, with what the event says of each.</summary>
    public IReadOnlyList<DocumentoDeOperativo> De(Respuestas hecho)
    {
        var filas = Anotados(hecho);
        return
        [
            .. diccionario.CatalogoDe(diccionario["dop_tipo"])!.ElegiblesCon(filas.Keys)
                .Select(o => new DocumentoDeOperativo(o, Dice(o.Codigo, "dop_entregado"), Dice(o.Codigo, "dop_reservado"))),
        ];

        bool Dice(string documento, string clave) => filas.GetValueOrDefault(documento)?.Respuestas.GetValueOrDefault(clave)?.Valor is ValorDeOpcion { Codigo: Si };
    }

    public async Task<Resultado<HechoEscrito>> EjecutarAsync(MarcarDocumentos orden, CancellationToken ct)
    {
        if (await lector.LeerAsync(orden.Hecho, ct) is not { } leido)
        {
            return new NoExiste();
        }

        var filas = Anotados(leido.Reales);
        var siguiente = leido.Secciones.Where(s => s.Clave == Grupo).Select(s => s.Fila).DefaultIfEmpty().Max();
        var campos = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var documento in De(leido.Reales).Select(d => d.Documento.Codigo).Union(orden.Entregados).Where(d => orden.Entregados.Contains(d) || filas.ContainsKey(d)))
        {
            var fila = FormularioMostrado.Fila(Grupo, filas.GetValueOrDefault(documento)?.Numero ?? ++siguiente);
            campos[$"{fila}.dop_tipo"] = [documento];
            campos[$"{fila}.dop_entregado"] = [Dicho(orden.Entregados, documento)];
            campos[$"{fila}.dop_reservado"] = [Dicho(orden.Reservados, documento)];
        }

        return await guardar.EjecutarAsync(new(orden.Hecho, campos, orden.Version, leido.Cabeza?.Terminada is true), ct);
    }

    private static string Dicho(IEnumerable<string> codigos, string documento) => codigos.Contains(documento) ? Si : "NO";

    // Of one kind the event may have several: the check-list speaks of the first.
    private static Dictionary<string, Fila> Anotados(Respuestas hecho) => hecho.Filas.GetValueOrDefault(Grupo, [])
        .Select(f => (Tipo: (f.Respuestas.GetValueOrDefault("dop_tipo")?.Valor as ValorDeOpcion)?.Codigo, Fila: f))
        .Where(f => f.Tipo is not null)
        .GroupBy(f => f.Tipo!)
        .ToDictionary(g => g.Key, g => g.First().Fila);
}
