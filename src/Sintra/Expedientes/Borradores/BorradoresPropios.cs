using System.Text.Json;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>What a draft holds.</summary>
/// <param name="Campos">The fields that were touched, name → values; an empty list is a box that was unticked.</param>
/// <param name="Mostrado">What its form showed (<see cref="FormularioMostrado"/>).</param>
/// <param name="Enfocado">Name of the field where its author was.</param>
public sealed record CapturaPendiente(IReadOnlyDictionary<string, IReadOnlyList<string>> Campos, string? Mostrado, string? Enfocado)
{
    // Never let a record print it.
    public override string ToString() => nameof(CapturaPendiente);
}

/// <summary>
/// The drafts of whoever asks: the only way to them. Closed with the account's key and bound to their row, so that neither another account nor
/// whoever holds the tables alone reads one.
/// </summary>
public sealed class BorradoresPropios(SintraDb db, Sellos sellos, RutasConBorrador rutas, Sesion sesion, TimeProvider reloj)
{
    /// <summary>The address as a form of ours, when whoever asks may write there.</summary>
    /// <returns>Null when there is no such form, or it is out of reach: nobody learns which.</returns>
    public async Task<RutaDeBorrador?> AlAlcanceAsync(string? direccion, CancellationToken ct)
    {
        if (rutas.Reconocer(direccion) is not { } ruta || !sesion.Puede(ruta.Permiso))
        {
            return null;
        }

        return (ruta.Expediente is not { } expediente || await db.Expedientes.AlAlcanceDe(sesion, reloj).AnyAsync(e => e.Id == expediente, ct))
            && (ruta.Hecho is not { } hecho || await db.HechosAlAlcanceDe(sesion, reloj).AnyAsync(h => h.Id == hecho, ct))
            ? ruta
            : null;
    }

    public IQueryable<Borrador> Mios
    {
        get
        {
            var cuenta = sesion.Cuenta;
            return db.Borradores.Where(b => b.Cuenta == cuenta);
        }
    }

    /// <summary>Forgets what was typed into a form, within the save of whoever has just taken it in.</summary>
    public async Task QuitarAsync(string ruta, CancellationToken ct)
    {
        if (await Mios.AsTracking().SingleOrDefaultAsync(b => b.Ruta == ruta, ct) is { } borrador)
        {
            db.Remove(borrador);
        }
    }

    /// <summary>The account's key of a class, made when there is none; then it goes with the save of whoever asks.</summary>
    internal async Task<LlaveDeDatos> LlaveAsync(ClaseDeLlave clase, CancellationToken ct)
    {
        var dueno = sesion.Cuenta.Valor;
        return DuenoDeRespuestas.LlaveDe(dueno, clase, await db.LlavesDeDatos.Where(l => l.Dueno == dueno && l.Clase == clase).ToListAsync(ct), db, sellos);
    }

    // Not by the keys kept open: one that was made and lost the race to be stored would stay there under the number of the one that won.
    internal byte[] Cerrar(Guid borrador, LlaveDeDatos llave, byte[] claro) => sellos.Sellar(llave, Sitio(borrador), claro);

    internal async Task<CapturaPendiente> AbrirAsync(Borrador borrador, CancellationToken ct)
    {
        var (dueno, clase, version) = (sesion.Cuenta.Valor, borrador.ClaseDeLlave, borrador.VersionDeLlave);
        var llave = await db.LlavesDeDatos.AsNoTracking().SingleAsync(l => l.Dueno == dueno && l.Clase == clase && l.Version == version, ct);
        return JsonSerializer.Deserialize<CapturaPendiente>(sellos.Abrir(llave, Sitio(borrador.Id), borrador.Sellado))!;
    }

    private static Sitio Sitio(Guid borrador) => new("borrador", "sellado", borrador.ToString("n"));
}
