using System.Text.RegularExpressions;
using Sintra.Expedientes;

namespace Sintra.Tests.ReglasDeLaCasa;

/// <summary>Rooms depend downwards only, and the core knows no web.</summary>
public sealed partial class HabitacionesTests
{
    private static readonly Dictionary<string, string[]> PuedeUsar = new()
    {
        ["Comun"] = [],
        ["Diccionario"] = ["Comun"],
        ["Cuentas"] = ["Comun", "Diccionario"],
        ["Expedientes"] = ["Comun", "Diccionario", "Cuentas"],
        ["Personas"] = ["Comun", "Diccionario", "Cuentas", "Expedientes"],
        ["Seguimiento"] = ["Comun", "Diccionario", "Cuentas", "Expedientes"],
        ["Consulta"] = ["Comun", "Diccionario", "Cuentas", "Expedientes", "Personas", "Seguimiento"],

        // Reads the cube alone: it cannot name an identity.
        ["Reportes"] = ["Comun", "Diccionario", "Cuentas"],

        // Never sees a file, only figures.
        ["PoliticaPublica"] = ["Comun", "Diccionario", "Cuentas", "Reportes"],

        // Makes up accounts and files with the use cases of the form; nobody depends on it.
        ["Practica"] = ["Comun", "Diccionario", "Cuentas", "Expedientes"],

        // Calls handlers of any room; nobody depends on it.
        ["Intercambio"] = ["Comun", "Diccionario", "Cuentas", "Expedientes", "Personas", "Seguimiento", "Consulta", "Reportes", "PoliticaPublica"],
    };

    [Fact]
    public void Las_habitaciones_solo_dependen_hacia_abajo() => UsosDeTipos.De(typeof(SintraDb).Assembly)
        .Select(uso => (uso.Quien, De: Habitacion(uso.Quien), A: Habitacion(uso.Que), uso.Que))
        .Where(uso => uso.De is not null && uso.A is not null && uso.De != uso.A && !PuedeUsar[uso.De].Contains(uso.A))
        .Select(uso => $"{uso.Quien} → {uso.Que}")
        .Distinct()
        .ShouldBeEmpty();

    // What the compiler folds away (constants, nameof) still shows in the «using» lines.
    [Fact]
    public void Tampoco_en_sus_using() => Fuentes.De(".cs")
        .Where(f => f.Ruta.StartsWith("src/Sintra/", StringComparison.Ordinal))
        .SelectMany(f => Using().Matches(f.Texto).Select(m => (f.Ruta, De: f.Ruta.Split('/')[2], A: m.Groups[1].Value)))
        .Where(uso => PuedeUsar.ContainsKey(uso.De) && uso.De != uso.A && !PuedeUsar[uso.De].Contains(uso.A))
        .Select(uso => $"{uso.Ruta} → {uso.A}")
        .ShouldBeEmpty();

    [Fact]
    public void Toda_habitacion_esta_en_el_plano() => typeof(SintraDb).Assembly.GetTypes()
        .Select(t => t.Namespace)
        .OfType<string>()
        .Where(n => n.StartsWith("Sintra.", StringComparison.Ordinal))
        .Select(n => n.Split('.')[1])
        .Distinct()
        .Except(PuedeUsar.Keys)
        .ShouldBeEmpty();

    [Fact]
    public void El_nucleo_no_conoce_la_web() => typeof(SintraDb).Assembly.GetReferencedAssemblies()
        .Select(a => a.Name!)
        .Where(nombre => nombre.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || nombre == "Sintra.Web")
        .ShouldBeEmpty();

    /// <summary>Whoever shows a file or an event goes where the reading is left first.</summary>
    [Fact]
    public void Ninguna_pantalla_lee_sin_dejar_lectura() => UsosDeTipos.De(typeof(Program).Assembly)
        .Where(uso => uso.Que == typeof(LectorDeExpediente) || uso.Que == typeof(LectorDeHecho))
        .Select(uso => $"{uso.Quien} → {uso.Que}")
        .Distinct()
        .ShouldBeEmpty();

    [Fact]
    public void Ningun_archivo_pasa_de_250_lineas() => Fuentes.De(".cs", ".cshtml", ".css", ".js")
        .Select(f => (f.Ruta, Lineas: f.Texto.AsSpan().Count('\n')))
        .Where(f => f.Lineas > 250)
        .Select(f => $"{f.Ruta}: {f.Lineas}")
        .ShouldBeEmpty();

    [Fact]
    public void Nada_queda_a_medio_hacer() => Fuentes.De(".cs", ".cshtml", ".css", ".js")
        .SelectMany(f => AMedias().Matches(f.Texto).Select(m => $"{f.Ruta}: {m.Value}"))
        .ShouldBeEmpty();

    // .Result and .Wait() are banned symbols; this one the runner's own code needs, so it cannot be.
    [Fact]
    public void Nadie_bloquea_un_hilo_esperando() => Fuentes.De(".cs")
        .Where(f => f.Texto.Contains(".GetAwaiter().GetResult()", StringComparison.Ordinal))
        .Select(f => f.Ruta)
        .ShouldBeEmpty();

    private static string? Habitacion(Type tipo) =>
        tipo.Namespace is { } n && n.StartsWith("Sintra.", StringComparison.Ordinal) && !n.Contains("Migraciones", StringComparison.Ordinal) ? n.Split('.')[1] : null;

    [GeneratedRegex(@"^\s*(?:global )?using (?:static |\w+ = )?Sintra\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|NotImplementedException|#pragma warning disable|catch\s*(\(Exception( \w+)?\))?\s*\{\s*\}")]
    private static partial Regex AMedias();
}
