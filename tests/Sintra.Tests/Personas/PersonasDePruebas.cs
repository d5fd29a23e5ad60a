using System.Globalization;
using Sintra.Personas;
using Sintra.Practica;

namespace Sintra.Tests.Personas;

/// <summary>Records of made-up people, some of them twice, as two institutions would write them: with errors of the usual kinds.</summary>
internal static class PersonasDePruebas
{
    private static readonly string[] Cabeza = ["id", "nombres", "primero", "segundo", "sexo", "nacio", "estado", "municipio", "telefono"];

    public static IReadOnlyList<string> Columnas => Cabeza;

    /// <summary>A map of <see cref="Csv"/>.</summary>
    public const string Mapa = """
        {
          "nombres": "mexicanos", "id": "id", "personaEnId": "^P(\\d+)-",
          "campos": [
            { "columna": "nombres", "campo": "nombres" }, { "columna": "primero", "campo": "primer_apellido" }, { "columna": "segundo", "campo": "segundo_apellido" },
            { "columna": "sexo", "campo": "sexo" }, { "columna": "nacio", "campo": "fecha_nacimiento", "formato": "dd/MM/yyyy" },
            { "columna": "estado", "campo": "entidad" }, { "columna": "municipio", "campo": "municipio" }, { "columna": "telefono", "campo": "telefono" }
          ]
        }
        """;

    /// <summary>So many people; of each third a second record, with one or two errors.</summary>
    public static IReadOnlyList<string[]> Filas(int personas, ulong semilla = 1)
    {
        var azar = new Azar(semilla);
        var filas = new List<string[]>();
        foreach (var n in Enumerable.Range(1, personas))
        {
            var ella = PersonaFicticia.De(n);
            string[] fila =
            [
                $"P{n}-a", ella.Nombres, ella.PrimerApellido, ella.SegundoApellido, ella.Sexo, ella.Nacimiento.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
                ella.Residencia ?? "", $"Municipio {azar.Entre(1, 300)}", azar.Cae(30) ? $"55{azar.Entre(10_000_000, 99_999_999)}" : "",
            ];
            filas.Add(fila);
            if (n % 3 == 0)
            {
                filas.Add(ConErrores([$"P{n}-b", .. fila[1..]], azar));
            }
        }

        return filas;
    }

    public static string Csv(IEnumerable<string[]> filas) => string.Concat(filas.Prepend(Cabeza).Select(f => string.Join(',', f) + "\n"));

    public static Identidad Identidad(string[] fila) => new()
    {
        Nombres = fila[1],
        PrimerApellido = fila[2],
        SegundoApellido = fila[3],
        Sexo = fila[4],
        Nacimiento = fila[5].Split('/').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray() is [var dia, var mes, var anio] ? new(anio, mes, dia) : null,
        Entidad = fila[6],
        Municipio = fila[7],
        Telefono = fila[8],
    };

    private static string[] ConErrores(string[] fila, Azar azar)
    {
        foreach (var _ in Enumerable.Range(0, azar.Entre(1, 2)))
        {
            switch (azar.Entre(1, 5))
            {
                case 1:
                    fila[2] = fila[2].Length > 5 ? fila[2][..3] + fila[2][4..] : fila[2].ToUpperInvariant();
                    break;
                case 2:
                    fila[3] = "";
                    break;
                case 3:
                    fila[5] = $"{fila[5][3..5]}/{fila[5][..2]}/{fila[5][6..]}";
                    break;
                case 4:
                    (fila[2], fila[3]) = (fila[3], fila[2]);
                    break;
                default:
                    fila[7] = "Otro municipio";
                    break;
            }
        }

        return fila;
    }
}
