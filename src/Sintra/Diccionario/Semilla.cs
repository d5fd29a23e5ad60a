using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Sylvan.Data.Csv;

namespace Sintra.Diccionario;

/// <summary>The dictionary that comes with the program: the embedded CSV files, each element with everything that belongs to it.</summary>
public static class Semilla
{
    private const string Raiz = "semilla/";
    private static readonly Assembly Ensamblado = typeof(Semilla).Assembly;

    // Columns that hold the label of a catalogue, in order of preference.
    private static readonly string[] Rotulos = ["nombre", "nombre_es", "agrupacion"];

    // In the folder of catalogues, but lists of their own: nobody chooses among their rows.
    private static readonly HashSet<string> NoSonCatalogos = ["cp_prefijo", "curp_palabras_inconvenientes"];

    /// <summary>The rows of one embedded file by column name, empty cells left out, e.g. <c>diccionario/perfiles.csv</c>.</summary>
    /// <exception cref="FileNotFoundException">No such file in the seed.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Filas(string ruta)
    {
        using var recurso = Ensamblado.GetManifestResourceStream(Raiz + ruta) ?? throw new FileNotFoundException("Not in the seed.", ruta);
        using var texto = new StreamReader(recurso, Encoding.UTF8);
        using var csv = CsvDataReader.Create(texto, new CsvDataReaderOptions { BufferSize = 0x10000 });
        var filas = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            var fila = new Dictionary<string, string>(csv.FieldCount);
            for (var i = 0; i < csv.FieldCount; i++)
            {
                if (csv.GetString(i) is { Length: > 0 } valor)
                {
                    fila.Add(csv.GetName(i), valor);
                }
            }

            filas.Add(fila);
        }

        return filas;
    }

    /// <summary>The seed as a dictionary, without a database.</summary>
    public static DiccionarioVigente Leer(int version = 1) => Armador.Armar(version, Elementos());

    internal static IReadOnlyList<Elemento> Elementos() =>
        [.. Variables(), .. Paginas(), .. GruposDeIdentidad(), .. Catalogos().SelectMany(Opciones), .. Transiciones()];

    /// <summary>SHA-256 of the elements, lower-case hexadecimal: equal seeds, equal fingerprints.</summary>
    internal static string Huella(IEnumerable<Elemento> elementos)
    {
        using var resumen = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var elemento in elementos)
        {
            resumen.AppendData(Encoding.UTF8.GetBytes($"{elemento.Clase}\n{elemento.Clave}\n{elemento.Definicion}\n"));
        }

        return Convert.ToHexStringLower(resumen.GetHashAndReset());
    }

    private static IEnumerable<Elemento> Variables()
    {
        var ayudas = Filas("diccionario/ayuda.csv").ToDictionary(f => f["clave"]);
        var grupos = Filas("diccionario/variables_de_grupo.csv").ToDictionary(f => f["variable"], f => f["grupo"]);
        foreach (var (i, fila) in Filas("diccionario/diccionario.csv").Index())
        {
            var columnas = new Dictionary<string, string>(fila);
            foreach (var (columna, valor) in ayudas.GetValueOrDefault(fila["clave"]) ?? new Dictionary<string, string>())
            {
                columnas[columna] = valor;
            }

            if (grupos.TryGetValue(fila["clave"], out var grupo))
            {
                columnas["grupo_de_identidad"] = grupo;
            }

            yield return Elemento.De(ClaseDeElemento.Variable, fila["clave"], i, columnas);
        }
    }

    private static IEnumerable<Elemento> Paginas() =>
        Filas("diccionario/paginas.csv").Select((f, i) => Elemento.De(ClaseDeElemento.Pagina, f["clave"], i, f));

    private static IEnumerable<Elemento> GruposDeIdentidad() =>
        Filas("diccionario/grupos_de_identidad.csv").Select((f, i) => Elemento.De(ClaseDeElemento.GrupoDeIdentidad, f["clave"], i, f));

    private static IEnumerable<Elemento> Transiciones() =>
        from archivo in Archivos("catalogos/transiciones_")
        let maquina = archivo["catalogos/transiciones_".Length..^4]
        from fila in Filas(archivo).Index()
        select Elemento.De(
            ClaseDeElemento.Transicion,
            $"{maquina}/{fila.Item.GetValueOrDefault("de")}/{fila.Item["a"]}",
            fila.Index,
            fila.Item);

    private static IEnumerable<string> Catalogos() => Archivos("catalogos/")
        .Select(ruta => ruta["catalogos/".Length..^4])
        .Where(clave => !clave.StartsWith("transiciones_", StringComparison.Ordinal) && !NoSonCatalogos.Contains(clave));

    private static IEnumerable<string> Archivos(string prefijo) => Ensamblado.GetManifestResourceNames()
        .Where(nombre => nombre.StartsWith(Raiz + prefijo, StringComparison.Ordinal))
        .Select(nombre => nombre[Raiz.Length..])
        .Order(StringComparer.Ordinal);

    private static IEnumerable<Elemento> Opciones(string catalogo)
    {
        var estados = Filas("diccionario/estados_de_respuesta.csv").Where(f => f["catalogo"] == catalogo).ToDictionary(f => f["codigo"]);
        var excluyentes = Filas("diccionario/opciones_exclusivas.csv").Where(f => f["catalogo"] == catalogo).Select(f => f["codigo"]).ToHashSet();
        var filas = Filas($"catalogos/{catalogo}.csv");
        var columnaDeCodigo = filas[0].Keys.First();
        var rotulo = Rotulos.First(filas[0].ContainsKey);

        var opciones = filas.Select(fila => fila
            .Where(c => c.Key != columnaDeCodigo && c.Key != rotulo)
            .Append(new("codigo", fila[columnaDeCodigo]))
            .Append(new("nombre", fila[rotulo]))
            .ToDictionary())
            // An answer state whose option no longer stands in its catalogue (si_no): old files still bring its code.
            .Concat(estados.Values.ExceptBy(filas.Select(f => f[columnaDeCodigo]), e => e["codigo"])
                .Select(e => new Dictionary<string, string> { ["codigo"] = e["codigo"], ["nombre"] = e["etiqueta_estadistica"] }));

        foreach (var (i, opcion) in opciones.Index())
        {
            var codigo = opcion["codigo"];
            if (estados.TryGetValue(codigo, out var estado))
            {
                opcion["estado"] = estado["estado"];
                opcion["etiqueta_estadistica"] = estado["etiqueta_estadistica"];
            }

            if (excluyentes.Contains(codigo))
            {
                opcion["excluyente"] = "1";
            }

            yield return Elemento.De(ClaseDeElemento.Opcion, $"{catalogo}/{codigo}", i, opcion);
        }
    }
}
