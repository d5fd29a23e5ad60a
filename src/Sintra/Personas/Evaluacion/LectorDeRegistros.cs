using System.Globalization;
using Sintra.Diccionario;

namespace Sintra.Personas;

/// <summary>A record of the data.</summary>
/// <param name="DelSegundo">Whether it comes from the second file.</param>
internal sealed record RegistroDado(string Id, bool DelSegundo, Identidad Identidad);

/// <summary>Reads the records of a file by a map.</summary>
internal static class LectorDeRegistros
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Entidades = new(() => Semilla.Filas("catalogos/estados.csv")
        .SelectMany(f => new[] { f["cve_ent"], f["curp"], TextoLlano.De(f["nombre"]), TextoLlano.De(f["nombre_oficial"]) }.Select(k => (k, f["curp"])))
        .GroupBy(e => e.k)
        .ToDictionary(g => g.Key, g => g.First().Item2));

    public static IReadOnlyList<RegistroDado> Leer(string ruta, MapaDeDatos mapa, bool delSegundo)
    {
        var tabla = ArchivoDado.Tabla(ruta, mapa.Separador?[0] ?? ',');
        var id = tabla.Lugar(mapa.Id);
        var columnas = mapa.Campos.Select(c => (Columna: c, Lugar: tabla.Lugar(c.Columna))).ToList();
        var vistos = new HashSet<string>();
        var registros = new List<RegistroDado>(tabla.Filas.Count);
        foreach (var (renglon, celdas) in tabla.Filas)
        {
            if (celdas[id].Length == 0)
            {
                throw new DatosIlegiblesException($"El renglón {renglon} de {ruta} no trae «{mapa.Id}», con que se nombra cada registro.");
            }

            if (!vistos.Add(celdas[id]))
            {
                throw new DatosIlegiblesException($"El renglón {renglon} de {ruta} repite el registro «{celdas[id]}».");
            }

            registros.Add(new(celdas[id], delSegundo, De(columnas
                .Where(c => celdas[c.Lugar].Length > 0)
                .ToDictionary(c => c.Columna.Campo, c => (c.Columna, Valor: EnLoNuestro(c.Columna, celdas[c.Lugar]))))));
        }

        return registros.Count > 0 ? registros : throw new DatosIlegiblesException($"El archivo {ruta} no tiene ningún registro debajo de la cabecera.");
    }

    private static Identidad De(Dictionary<string, (ColumnaDeMapa Columna, string Valor)> campos)
    {
        string? Texto(string campo) => campos.TryGetValue(campo, out var c) ? c.Valor : null;
        FechaDicha? Fecha(string campo) => campos.TryGetValue(campo, out var c) ? EnFecha(c.Valor, c.Columna.Formato) : null;
        string? Entidad(string campo) => Texto(campo) is { } e ? Entidades.Value.GetValueOrDefault(TextoLlano.De(e), e) : null;

        return new()
        {
            Nombres = Texto("nombres"),
            PrimerApellido = Texto("primer_apellido"),
            SegundoApellido = Texto("segundo_apellido"),
            Alias = Texto("alias"),
            Sexo = Texto("sexo"),
            Nacimiento = Fecha("fecha_nacimiento"),
            Edad = EdadDe(Texto("edad"), Fecha("fecha_registro")),
            Nacionalidad = Texto("nacionalidad"),
            EntidadDeNacimiento = Entidad("entidad_nacimiento"),
            Entidad = Entidad("entidad"),
            Municipio = Texto("municipio"),
            Lengua = Texto("lengua"),
            Curp = Texto("curp"),
            Telefono = Texto("telefono"),
            Correo = Texto("correo"),
            Otros = campos.Where(c => c.Value.Columna.Clase is not null).ToDictionary(
                c => c.Key,
                c => c.Value.Columna.Clase is ClaseDeCampo.Fecha ? EnFecha(c.Value.Valor, c.Value.Columna.Formato)?.EnDigitos ?? "" : c.Value.Valor),
        };
    }

    private static string EnLoNuestro(ColumnaDeMapa columna, string valor) => columna.Codigos?.GetValueOrDefault(valor, valor) ?? valor;

    // An age without the day on which it was said is none: years later it is another.
    private static Edad? EdadDe(string? edad, FechaDicha? dicha) =>
        int.TryParse(edad, NumberStyles.None, CultureInfo.InvariantCulture, out var anios) && anios <= 120
        && dicha is { EsCompleta: true } d && DateOnly.TryParseExact(d.EnDigitos, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dia)
            ? new(anios, anios, null, dia)
            : null;

    // Digits in their places, whether or not there is such a day: a day badly copied still says something.
    private static FechaDicha? EnFecha(string valor, string? formato)
    {
        formato ??= "yyyy-MM-dd";
        int Parte(char letra)
        {
            var desde = formato.IndexOf(letra, StringComparison.Ordinal);
            var hasta = formato.LastIndexOf(letra) + 1;
            return desde >= 0 && int.TryParse(valor.AsSpan(desde, hasta - desde), NumberStyles.None, CultureInfo.InvariantCulture, out var parte) ? parte : 0;
        }

        return valor.Length == formato.Length && Parte('y') is > 0 and var ejercicio ? new(ejercicio, Parte('M'), Parte('d')) : null;
    }
}
