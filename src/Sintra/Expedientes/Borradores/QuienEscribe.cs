using Sintra.Cuentas;

namespace Sintra.Expedientes;

/// <summary>Somebody who is typing into a form at this moment.</summary>
/// <param name="Nombre">First name and an initial.</param>
/// <param name="Institucion">Key in the catalogue, the short name.</param>
/// <param name="Desde">First key (UTC).</param>
public sealed record PersonaQueEscribe(string Ruta, string Nombre, string Institucion, DateTime Desde);

/// <summary>
/// Who else is on a page, out of what they have typed in the last minutes. It is asked by whoever has the page before them, so all of them reach
/// the same file; looking writes nothing, and so tells nobody that one is looking.
/// </summary>
public sealed class QuienEscribeHandler(SintraDb db, Sesion sesion, TimeProvider reloj)
{
    private static readonly TimeSpan Ahora = TimeSpan.FromMinutes(5);

    private static readonly string[] Particulas = ["de", "del", "la", "las", "los", "y"];

    /// <param name="rutas">Forms in their one spelling.</param>
    public async Task<IReadOnlyList<PersonaQueEscribe>> EjecutarAsync(IReadOnlyCollection<string> rutas, CancellationToken ct)
    {
        var (yo, desde) = (sesion.Cuenta, reloj.Ahora - Ahora);
        return
        [
            .. (await (
                from b in db.Borradores.AsNoTracking()
                join c in db.Cuentas on b.Cuenta equals c.Id
                where rutas.Contains(b.Ruta) && b.Cuenta != yo && b.EscritoEn > desde
                orderby b.Desde
                select new { b.Ruta, c.Nombre, c.Institucion, b.Desde }).ToListAsync(ct)).Select(e => new PersonaQueEscribe(e.Ruta, Corto(e.Nombre), e.Institucion, e.Desde)),
        ];
    }

    /// <summary>«María López García» → «María L.»</summary>
    internal static string Corto(string nombre) => nombre.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [] => "—",
        [var solo] => solo,
        [var primero, .. var resto] => resto.FirstOrDefault(p => !Particulas.Contains(p.ToLowerInvariant())) is { } apellido ? $"{primero} {char.ToUpperInvariant(apellido[0])}." : primero,
    };
}
