using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Sintra.Comun;

/// <summary>
/// A sentence that the core says to people: its Spanish, which is what it is looked up by, and the parts put into it. A use case writes it where it finds
/// the fault, as any interpolated string; whoever reads decides the language (<c>docs/decisions/0006</c>).
/// </summary>
/// <example><c>new Falla(campo, $"Escriba el título, en {maximo} caracteres o menos.")</c></example>
[InterpolatedStringHandler]
public sealed class Frase : IEquatable<Frase>
{
    private readonly StringBuilder _plantilla;
    private readonly List<object?> _partes;

    public Frase(int literalLength, int formattedCount) => (_plantilla, _partes) = (new(literalLength + (3 * formattedCount)), new(formattedCount));

    private Frase(string plantilla) => (_plantilla, _partes) = (new(plantilla), []);

    /// <summary>Composite format in Spanish: <c>Escriba el título, en {0} caracteres o menos.</c></summary>
    public string Plantilla => _plantilla.ToString();

    public static implicit operator Frase(string texto) => new(EnLlano(texto));

    public void AppendLiteral(string value) => _plantilla.Append(EnLlano(value));

    public void AppendFormatted<T>(T value, string? format = null)
    {
        _plantilla.Append('{').Append(_partes.Count.ToString(CultureInfo.InvariantCulture));
        if (format is not null)
        {
            _plantilla.Append(':').Append(format);
        }

        _plantilla.Append('}');
        _partes.Add(value);
    }

    /// <summary>In the reader's language. What has no translation stays as it was written.</summary>
    public override string ToString() => string.Format(CultureInfo.CurrentCulture, Frases.Buscar(Plantilla, CultureInfo.CurrentUICulture), [.. _partes]);

    public bool Equals(Frase? other) => other is not null && Plantilla == other.Plantilla && _partes.SequenceEqual(other._partes);

    public override bool Equals(object? obj) => Equals(obj as Frase);

    public override int GetHashCode() => Plantilla.GetHashCode(StringComparison.Ordinal);

    // Braces that were typed are no places for parts.
    private static string EnLlano(string texto) => texto.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
