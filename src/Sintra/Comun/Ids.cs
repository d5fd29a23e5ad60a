using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Sintra.Comun;

// Only ids that travel together in one call earn a type of their own. All are UUID version 7: ordered by birth, opaque to people.

/// <summary>
/// Where ids come from: chance and the clock. Whoever must make the same rows twice (the measuring generator, its proof) says another source
/// for what runs under it; nothing else does.
/// </summary>
internal static class Uuid
{
    private static readonly AsyncLocal<Func<Guid>?> Propia = new();

    public static Guid Nuevo() => Propia.Value is { } propia ? propia() : Guid.CreateVersion7();

    /// <param name="fuente">For this flow of execution and what it calls; null, chance again.</param>
    public static void Desde(Func<Guid>? fuente) => Propia.Value = fuente;
}

/// <summary>Internal identifier of a file (expediente); people use the folio.</summary>
public readonly record struct ExpedienteId(Guid Valor) : IComparable<ExpedienteId>
{
    public int CompareTo(ExpedienteId other) => Valor.CompareTo(other.Valor);

    // For pages by key: the database compares the column it keeps them in.
    public static bool operator <(ExpedienteId uno, ExpedienteId otro) => uno.CompareTo(otro) < 0;

    public static bool operator >(ExpedienteId uno, ExpedienteId otro) => uno.CompareTo(otro) > 0;

    public static bool operator <=(ExpedienteId uno, ExpedienteId otro) => uno.CompareTo(otro) <= 0;

    public static bool operator >=(ExpedienteId uno, ExpedienteId otro) => uno.CompareTo(otro) >= 0;

    public static ExpedienteId Nuevo() => new(Uuid.Nuevo());

    public static bool TryParse([NotNullWhen(true)] string? texto, IFormatProvider? _, out ExpedienteId id)
    {
        var valido = Guid.TryParse(texto, out var valor);
        id = new(valor);
        return valido;
    }

    public override string ToString() => Valor.ToString();
}

/// <summary>Internal identifier of an event (hecho).</summary>
public readonly record struct HechoId(Guid Valor)
{
    public static HechoId Nuevo() => new(Uuid.Nuevo());

    public static bool TryParse([NotNullWhen(true)] string? texto, IFormatProvider? _, out HechoId id)
    {
        var valido = Guid.TryParse(texto, out var valor);
        id = new(valor);
        return valido;
    }

    public override string ToString() => Valor.ToString();
}

/// <summary>Identifier of an account.</summary>
public readonly record struct CuentaId(Guid Valor)
{
    /// <summary>Who acts when no person does: command-line verbs and scheduled work.</summary>
    public static readonly CuentaId Sistema = new(new Guid("00000000-0000-7000-8000-000000000001"));

    public static CuentaId Nueva() => new(Guid.CreateVersion7());

    public static bool TryParse([NotNullWhen(true)] string? texto, IFormatProvider? _, out CuentaId id)
    {
        var valido = Guid.TryParse(texto, out var valor);
        id = new(valor);
        return valido;
    }

    public override string ToString() => Valor.ToString();
}

internal sealed class ConversorDeExpedienteId() : ValueConverter<ExpedienteId, Guid>(id => id.Valor, valor => new(valor));

internal sealed class ConversorDeHechoId() : ValueConverter<HechoId, Guid>(id => id.Valor, valor => new(valor));

internal sealed class ConversorDeCuentaId() : ValueConverter<CuentaId, Guid>(id => id.Valor, valor => new(valor));
