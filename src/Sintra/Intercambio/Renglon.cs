using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sintra.Diccionario;
using Sintra.Seguimiento;

namespace Sintra.Intercambio;

/// <summary>What is wrong with a file and where.</summary>
/// <param name="Linea">From 1; 0 when it is of the whole file.</param>
/// <param name="Columna">Name of the column; null when it is of the whole row.</param>
/// <param name="Motivo">Spanish, says what to do.</param>
public sealed record FallaDeCarga(string Archivo, int Linea, string? Columna, string Motivo)
{
    public override string ToString() => (Linea, Columna) switch
    {
        (0, _) => $"{Archivo}: {Motivo}",
        (_, null) => $"{Archivo}, línea {Linea}: {Motivo}",
        _ => $"{Archivo}, línea {Linea}, columna {Columna}: {Motivo}",
    };
}

/// <summary>What a row is read against.</summary>
/// <param name="Hechos">The institution's events by their number, those the file names.</param>
internal sealed record ContextoDeCarga(DiccionarioVigente Diccionario, string Institucion, DateOnly Hoy, IReadOnlyDictionary<string, HechoId> Hechos);

/// <summary>One row of a file of a known kind; reads its fields and notes what is wrong with them.</summary>
internal sealed class Renglon
{
    private readonly string _archivo;
    private readonly int _linea;
    private readonly ContextoDeCarga _contexto;
    private readonly Dictionary<string, string> _campos;
    private readonly List<FallaDeCarga> _fallas = [];

    /// <param name="encabezado">Columns as this file orders them.</param>
    public Renglon(ClaseDeArchivo clase, RenglonDeCsv leido, IReadOnlyList<string> encabezado, ContextoDeCarga contexto)
    {
        (_archivo, _linea, _contexto) = (clase.Archivo, leido.Linea, contexto);
        _campos = encabezado.Zip(leido.Campos, KeyValuePair.Create).ToDictionary(c => c.Key, c => c.Value.Trim());
        Huella = CalcularHuella(clase.Columnas.Select(c => _campos[c]));
    }

    public ContextoDeCarga Contexto => _contexto;

    public IReadOnlyList<FallaDeCarga> Fallas => _fallas;

    /// <summary>SHA-256 of its fields, the same however the file quotes them or orders its columns.</summary>
    public byte[] Huella { get; }

    /// <summary>Which of the equal rows of the file, from 1.</summary>
    public int Ocurrencia { get; set; }

    public string this[string columna] => _campos[columna];

    public void Reprobar(string? columna, string motivo) => _fallas.Add(new(_archivo, _linea, columna, motivo));

    /// <summary>What the use case said, under the name of the column that it is about.</summary>
    public IEnumerable<FallaDeCarga> DelCasoDeUso<T>(Resultado<T> resultado) => resultado.NoExiste
        ? [new(_archivo, _linea, null, "El hecho no existe o no es de la institución.")]
        : resultado.Fallas.Select(f => new FallaDeCarga(_archivo, _linea, f.Campo is { } campo && _campos.ContainsKey(campo) ? campo : null, f.Mensaje));

    /// <summary>A number of the institution's own, of at most 60 characters.</summary>
    public string Numero(string columna)
    {
        var texto = this[columna];
        if (texto.Length is 0 or > 60 || texto.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '/' or '.')))
        {
            Reprobar(columna, "Escriba el número de origen: de 1 a 60 letras sin acento, cifras, guiones, puntos o diagonales.");
        }

        return texto;
    }

    /// <summary>A day as AAAA-MM-DD, not later than today.</summary>
    public DateOnly Fecha(string columna)
    {
        if (!DateOnly.TryParseExact(this[columna], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var fecha) || fecha.Year < 1900)
        {
            Reprobar(columna, "Escriba la fecha como AAAA-MM-DD, por ejemplo 2017-08-09.");
        }
        else if (fecha > _contexto.Hoy)
        {
            Reprobar(columna, "La fecha no puede ser futura.");
        }

        return fecha;
    }

    /// <summary>A code of a catalogue, or the answer state it stands for.</summary>
    public RespuestaCodificada Codigo(string columna, string catalogo)
    {
        if (_contexto.Diccionario.Catalogos[catalogo].Buscar(this[columna]) is { } opcion)
        {
            return RespuestaCodificada.De(opcion);
        }

        Reprobar(columna, $"El código no está en el catálogo {catalogo}.");
        return RespuestaCodificada.NoSePregunto;
    }

    /// <summary>An event of the institution, by its number.</summary>
    public HechoId Hecho(string columna)
    {
        if (!_contexto.Hechos.TryGetValue(this[columna], out var hecho))
        {
            Reprobar(columna, "No hay un hecho con ese número: cárguelo antes, en linea-hechos.csv.");
        }

        return hecho;
    }

    public HechoId? HechoSiHay(string columna) => this[columna].Length == 0 ? null : Hecho(columna);

    // Length before each field: no two rows give the same bytes.
    private static byte[] CalcularHuella(IEnumerable<string> campos) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(campos.Select(c => $"{c.Length}:{c};"))));
}
