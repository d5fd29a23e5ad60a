using System.Security.Cryptography;
using System.Text.Json;

namespace Sintra.Consulta;

/// <summary>What is known of a person: any of it finds her files.</summary>
/// <param name="Nombre">Name or alias, words in any order, as they sound.</param>
/// <param name="Numero">Of her identity document, or of her record in another register.</param>
public sealed record BuscarPorIdentidad(string? Nombre, string? Curp, string? Telefono, string? Numero)
{
    // Never let a record print it.
    public override string ToString() => nameof(BuscarPorIdentidad);

    internal IReadOnlyList<string> Claves =>
    [
        .. new[] { (nameof(Nombre), Nombre), (nameof(Curp), Curp), (nameof(Telefono), Telefono), (nameof(Numero), Numero) }
            .Where(c => !string.IsNullOrWhiteSpace(c.Item2)).Select(c => c.Item1.ToLowerInvariant()),
    ];
}

/// <summary>
/// Keeps what was typed, sealed with the account's key, for half an hour and for this very session: the address of the results has its id alone. An account
/// has so many an hour; what it tried in the hour is what there is of it in the table.
/// </summary>
public sealed class BuscarPorIdentidadHandler(SintraDb db, BusquedasPorIdentidadPropias propias, OpcionesDeConsulta opciones, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    private static readonly TimeSpan Hora = TimeSpan.FromHours(1);
    private const int Intentos = 3;

    public const int MaximoDeNombre = 160;

    /// <summary>Whether the account must wait; it leaves its fact.</summary>
    public async Task<bool> AgotoAsync(CancellationToken ct)
    {
        var (cuenta, desde) = (sesion.Cuenta, reloj.Ahora - Hora + BusquedasPorIdentidadPropias.Vida);
        if (await db.BusquedasPorIdentidad.CountAsync(b => b.Cuenta == cuenta && b.Hasta > desde, ct) < opciones.PorIdentidadCadaHora)
        {
            return false;
        }

        bitacora.Asentar(new CuotaDeBusquedaAgotada(opciones.PorIdentidadCadaHora));
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <returns>Id by which the address names it.</returns>
    public async Task<Resultado<Guid>> EjecutarAsync(BuscarPorIdentidad orden, CancellationToken ct)
    {
        if (Revisar(orden) is { Count: > 0 } fallas)
        {
            return Resultado<Guid>.ConFallas(fallas);
        }

        var claro = JsonSerializer.SerializeToUtf8Bytes(orden);
        try
        {
            for (var intento = 0; intento < Intentos; intento++)
            {
                var busqueda = await propias.NuevaAsync(claro, ct);
                bitacora.Asentar(new BusquedaPorIdentidadPedida(orden.Claves));
                if (await db.IntentarGuardarAsync(ct)) // another window may have made the account's key
                {
                    await OlvidarAsync(ct);
                    return busqueda.Id;
                }
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(claro);
        }

        return new Falla(null, "Otra ventana suya está buscando lo mismo. Intente de nuevo.");
    }

    private static List<Falla> Revisar(BuscarPorIdentidad orden)
    {
        var fallas = new List<Falla>();
        if (orden.Claves.Count == 0)
        {
            fallas.Add(new(nameof(orden.Nombre), "Escriba al menos un criterio."));
        }

        if (orden.Nombre?.Length > MaximoDeNombre)
        {
            fallas.Add(new(nameof(orden.Nombre), $"Escriba el nombre en {MaximoDeNombre} letras o menos."));
        }
        else if (!string.IsNullOrWhiteSpace(orden.Nombre) && TestigosDeBusqueda.Palabras(orden.Nombre).Count == 0)
        {
            fallas.Add(new(nameof(orden.Nombre), "Escriba el nombre con letras."));
        }

        if (!string.IsNullOrWhiteSpace(orden.Curp) && orden.Curp.Trim().Length != TestigosDeBusqueda.LetrasDeCurp)
        {
            fallas.Add(new(nameof(orden.Curp), "La CURP tiene 18 letras y números; revísela."));
        }

        if (!string.IsNullOrWhiteSpace(orden.Telefono) && TestigosDeBusqueda.Telefono(orden.Telefono) is null)
        {
            fallas.Add(new(nameof(orden.Telefono), "El teléfono tiene 10 números; revíselo."));
        }

        if (!string.IsNullOrWhiteSpace(orden.Numero) && TestigosDeBusqueda.Numero(orden.Numero) is null)
        {
            fallas.Add(new(nameof(orden.Numero), "Escriba el número con letras y números."));
        }

        return fallas;
    }

    // Whoever searches sweeps: what no longer counts for anybody's hour.
    private Task<int> OlvidarAsync(CancellationToken ct)
    {
        var viejas = reloj.Ahora - Hora;
        return db.BusquedasPorIdentidad.Where(b => b.Hasta <= viejas).ExecuteDeleteAsync(ct);
    }
}
