namespace Sintra.Practica;

/// <summary>Somebody who plainly does not exist. The same number is always the same person, whichever institution tells of them.</summary>
/// <param name="Nacionalidad">Code of <c>paises</c>.</param>
/// <param name="Residencia">INEGI code of a state; null when she does not live in Mexico.</param>
internal sealed record PersonaFicticia(
    string Nombres, string PrimerApellido, string SegundoApellido, string Sexo, DateOnly Nacimiento, string Nacionalidad, string? Residencia, bool Indigena)
{
    private static readonly string[] DeMujer = ["Ficticia", "Inventada", "Imaginaria", "Supuesta", "Figurada", "Fingida", "Ilusoria", "Hipotética", "Novelada", "Simulada"];
    private static readonly string[] DeHombre = ["Ficticio", "Inventado", "Imaginario", "Supuesto", "Figurado", "Fingido", "Ilusorio", "Hipotético", "Novelado", "Simulado"];
    private static readonly string[] Segundos = ["Alba", "Brisa", "Cometa", "Duna", "Estela", "Fuente", "Girasol", "Laguna", "Marea", "Nube", "Otoño", "Pradera", "Rocío", "Sendero", "Trueno", "Vereda"];

    private static readonly string[] Apellidos =
    [
        "Ejemplo", "Muestra", "Prueba", "Ensayo", "Práctica", "Modelo", "Boceto", "Maqueta", "Borrador", "Croquis", "Esbozo", "Molde", "Patrón", "Plantilla",
        "Simulacro", "Supuesto", "Teatro", "Fábula", "Cuento", "Leyenda", "Parábola", "Quimera", "Espejismo", "Relato",
    ];

    private static readonly (string, int)[] Sexos = [("M", 76), ("H", 22), ("X", 1), ("I", 1)];
    private static readonly ((int De, int A), int)[] Edades = [((4, 8), 3), ((9, 11), 4), ((12, 14), 13), ((15, 17), 24), ((18, 20), 17), ((21, 26), 19), ((27, 38), 14), ((39, 59), 5), ((60, 74), 1)];

    // Mexico first, then the isthmus; afterwards whoever the programme's own tables name.
    private static readonly (string, int)[] Paises = [("MX", 81), ("GT", 5), ("HN", 5), ("SV", 2), ("NI", 1), ("CO", 2), ("VE", 3), ("CU", 1)];

    /// <summary>Where files come from: the capital and its neighbours, the two borders and the tourist coasts more than the rest.</summary>
    public static readonly (string, int)[] Entidades =
    [
        ("09", 16), ("15", 11), ("21", 8), ("07", 8), ("02", 7), ("29", 6), ("23", 6), ("30", 5), ("12", 4), ("20", 4), ("14", 4), ("19", 3), ("08", 3), ("13", 3),
        ("17", 2), ("11", 2), ("16", 2), ("26", 2), ("28", 2), ("05", 1), ("25", 1), ("24", 1), ("22", 1), ("27", 1), ("31", 1), ("01", 1), ("06", 1), ("03", 1), ("18", 1), ("10", 1), ("32", 1), ("04", 1),
    ];

    public static PersonaFicticia De(int n)
    {
        var azar = new Azar(0x5117_0000UL + (ulong)n);
        var sexo = azar.Uno(Sexos);
        var (de, a) = azar.Uno(Edades);
        var nacionalidad = azar.Uno(Paises);
        var nombre = azar.Uno(sexo == "H" ? DeHombre : DeMujer);
        return new(
            $"{nombre} {azar.Uno(Segundos)}",
            azar.Uno(Apellidos),
            azar.Uno(Apellidos),
            sexo,
            new DateOnly(2025 - azar.Entre(de, a), azar.Entre(1, 12), azar.Entre(1, 28)),
            nacionalidad,
            nacionalidad == "MX" || azar.Cae(40) ? azar.Uno(Entidades) : null,
            nacionalidad == "MX" && azar.Cae(19));
    }

    /// <summary>Whole years on a day.</summary>
    public int Edad(DateOnly dia) => dia.Year - Nacimiento.Year - (dia.DayOfYear < Nacimiento.DayOfYear ? 1 : 0);
}
