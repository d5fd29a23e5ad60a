using System.Globalization;

namespace Sintra.Diccionario;

/// <summary>Builds a dictionary out of its elements, wherever they were read.</summary>
internal static class Armador
{
    private const string Columna = "columna";

    private static readonly HashSet<string> ColumnasDeOpcion = ["codigo", "nombre", "nombre_en", "estado", "excluyente"];

    private static readonly Dictionary<string, TipoDeVariable> Tipos = Enum.GetValues<TipoDeVariable>().ToDictionary(t => t.Codigo.ToLowerInvariant());

    /// <exception cref="FormatException">An element is not as the dictionary's README says; the message names it.</exception>
    public static DiccionarioVigente Armar(int version, IEnumerable<Elemento> elementos)
    {
        var porClase = elementos.OrderBy(e => e.Orden).ToLookup(e => e.Clase);
        return new(
            version,
            [.. porClase[ClaseDeElemento.Variable].Select(e => Leer(e, Variable))],
            [.. porClase[ClaseDeElemento.Pagina].Select(e => Leer(e, Pagina)).OrderBy(p => p.Paso).ThenBy(p => p.Orden)],
            porClase[ClaseDeElemento.Opcion]
                .GroupBy(e => e.Clave[..e.Clave.IndexOf('/', StringComparison.Ordinal)])
                .ToDictionary(g => g.Key, g => new Catalogo(g.Key, [.. g.Select(e => Leer(e, Opcion))])),
            [.. porClase[ClaseDeElemento.GrupoDeIdentidad].Where(e => !e.Retirado).Select(e => Leer(e, Grupo))],
            porClase[ClaseDeElemento.Transicion]
                .Where(e => !e.Retirado)
                .GroupBy(e => e.Clave[..e.Clave.IndexOf('/', StringComparison.Ordinal)])
                .ToDictionary(g => g.Key, IReadOnlyList<Transicion> (g) => [.. g.Select(e => Leer(e, Transicion))]));
    }

    private static T Leer<T>(Elemento elemento, Func<Elemento, T> leer)
    {
        try
        {
            return leer(elemento);
        }
        catch (Exception e) when (e is FormatException or KeyNotFoundException or ArgumentException or OverflowException)
        {
            throw new FormatException($"{elemento.Clase} {elemento.Clave}: {e.Message}", e) { Data = { [Columna] = e.Data[Columna] } };
        }
    }

    /// <summary>The column that could not be read, when the fault is of one.</summary>
    public static string? ColumnaEnFalta(FormatException falla) => falla.Data[Columna] as string;

    private static Variable Variable(Elemento e)
    {
        var unidad = e.Columnas["unidad"].Split(':');
        var tipo = Tipos[e.Columnas["tipo"]];
        var pagina = e["pagina"];
        return new()
        {
            Clave = e.Clave,
            Seccion = e.Columnas["seccion"],
            Pagina = pagina,
            Orden = Entero(e, "orden"),
            Etiqueta = e.Columnas["etiqueta"],
            EtiquetaEn = e.Columnas["etiqueta_en"],
            Unidad = Enum.Parse<UnidadDeVariable>(unidad[0], ignoreCase: true),
            Grupo = unidad.Length > 1 ? unidad[1] : e["grupo"],
            Tipo = tipo,
            Catalogo = e["catalogo"],
            Max = e["max"] is null ? null : Entero(e, "max"),
            Requerido = Enum.Parse<Requerido>(e.Columnas["requerido"]),
            Condicion = Condicion(e),
            Privacidad = Enum.Parse<Privacidad>(e.Columnas["privacidad"]),
            Sellada = Si(e, "sellada"),
            Enmascarada = Si(e, "enmascarada"),
            Filtrable = Si(e, "filtrable"),
            Cubo = e["cubo"],
            Derivada = e["derivada"],
            Htcds = e["htcds"],
            Ctdc = e["ctdc"],
            Fud = e["fud"],
            Ley = e["ley"],
            ClavesAnteriores = e["claves_anteriores"],
            ReferenciaA = e["referencia_a"],
            Ficha = Si(e, "ficha"),
            GrupoDeIdentidad = e["grupo_de_identidad"] ?? (tipo == TipoDeVariable.Lugar && pagina is not null ? "relato" : null),
            Ayuda = e["definicion"] is { } definicion
                ? new(definicion, e["cuando_usar"] ?? "", e["ejemplo"] ?? "", e["fuente"] ?? "", e["como_se_cuenta"] ?? "")
                : null,
            Retirada = e.Retirado,
        };
    }

    private static Pagina Pagina(Elemento e) => new(
        e.Clave, Entero(e, "paso"), Entero(e, "orden"), e.Columnas["titulo"], e.Columnas["titulo_en"], e.Columnas["tipo"], Condicion(e), Si(e, "alto_riesgo"))
    {
        Retirada = e.Retirado,
    };

    private static Opcion Opcion(Elemento e) => new(
        e.Columnas["codigo"],

        // A shelter is called by its key alone («Refugio 014») wherever options are named.
        EsAlbergue(e) ? e.Columnas["codigo"] : e.Columnas["nombre"],
        EsAlbergue(e) ? e.Columnas["codigo"] : e["nombre_en"] ?? e.Columnas["nombre"],
        e["estado"] is { } estado ? Enum.Parse<EstadoDeRespuesta>(estado) : null,
        Si(e, "excluyente"),
        e.Columnas.Where(c => !ColumnasDeOpcion.Contains(c.Key)).ToDictionary())
    {
        Retirada = e.Retirado,
    };

    private static GrupoDeIdentidad Grupo(Elemento e) =>
        new(e.Clave, e.Columnas["titulo"], e.Columnas["titulo_en"], Enum.Parse<Permiso>(e.Columnas["permiso"]));

    private static Transicion Transicion(Elemento e) => new(
        e["de"], e.Columnas["a"], Enum.Parse<Permiso>(e.Columnas["permiso"]), Si(e, "requiere_motivo"), Si(e, "requiere_otra_persona"), e["nota"]);

    private static Condicion? Condicion(Elemento e) => e["condicion"] is { } texto ? De("condicion", () => Diccionario.Condicion.Analizar(texto)) : null;

    private static T De<T>(string columna, Func<T> leer)
    {
        try
        {
            return leer();
        }
        catch (Exception e)
        {
            e.Data[Columna] = columna;
            throw;
        }
    }

    private static bool EsAlbergue(Elemento e) => e["tipo"] == "ALB" && e.Clave.StartsWith("instituciones/", StringComparison.Ordinal);

    private static int Entero(Elemento e, string columna) => De(columna, () => int.Parse(e.Columnas[columna], NumberStyles.None, CultureInfo.InvariantCulture));

    private static bool Si(Elemento e, string columna) => e[columna] == "1";
}
