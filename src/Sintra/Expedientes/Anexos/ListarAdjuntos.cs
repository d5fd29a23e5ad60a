using Sintra.Cuentas;
using Sintra.Diccionario;

namespace Sintra.Expedientes.Anexos;

/// <summary>A document as its reader may know of it without opening it.</summary>
/// <param name="Nombre">Null while its group is closed.</param>
/// <param name="Descripcion">Null while its group is closed, and when it has none.</param>
/// <param name="DescripcionProtegida">There may be one, and its group is closed.</param>
/// <param name="Quien">Name of who added it; null for the system.</param>
public sealed record AdjuntoEnLista(Adjunto Adjunto, string? Nombre, string? Descripcion, bool DescripcionProtegida, string? Quien, bool PuedeRetirar);

/// <param name="Impedimento">Why nothing may be added or taken out now; null when it may.</param>
/// <param name="Renglones">Rows that a document may bear out.</param>
public sealed record AdjuntosLeidos(IReadOnlyList<AdjuntoEnLista> Adjuntos, Falla? Impedimento, IReadOnlyList<RenglonRespaldado> Renglones);

/// <summary>The documents of a file, an event or a convenio, newest first. It shows no person by itself: whoever shows it has left the reading of what it belongs to.</summary>
public sealed class ListarAdjuntosHandler(SintraDb db, DuenosDeAdjuntos duenos, DiccionarioVigente diccionario, Sellos sellos, Sesion sesion)
{
    public const string Grupo = "Adjunto";
    public const string Archivo = "adj_archivo";
    public const string Tipo = "adj_tipo";
    public const string Descripcion = "adj_descripcion";

    /// <param name="vista">What the reader has open; null where names tell of no person (a convenio).</param>
    /// <returns>Null when what they belong to does not exist or is out of reach.</returns>
    public async Task<AdjuntosLeidos?> EjecutarAsync(DuenoDeAdjunto clase, Guid id, Vista? vista, CancellationToken ct)
    {
        if (await duenos.HallarAsync(clase, id, ct) is not { } dueno)
        {
            return null;
        }

        var cuentas = db.Cuentas;
        var adjuntos = await duenos.De(dueno).AsNoTracking()
            .OrderByDescending(a => a.AgregadoEn)
            .Select(a => new { Adjunto = a, Quien = cuentas.Where(c => c.Id == a.AgregadoPor).Select(c => c.Nombre).FirstOrDefault() })
            .ToListAsync(ct);
        var (conNombre, conDescripcion) = (Ve(Archivo), Ve(Descripcion));
        var llaves = adjuntos.Count > 0 && (conNombre || conDescripcion) ? await db.LlavesDeDatos.AsNoTracking().Where(l => l.Dueno == id).ToListAsync(ct) : [];
        using var abiertas = new LlavesAbiertas(sellos);
        return new([.. adjuntos.Select(a =>
        {
            var nombre = conNombre || conDescripcion
                ? SelloDeAdjunto.Abrir(abiertas.Abrir(llaves.Single(l => l.Clase == a.Adjunto.ClaseDeLlave && l.Version == a.Adjunto.VersionDeLlave)), a.Adjunto)
                : null;
            return new AdjuntoEnLista(
                a.Adjunto, conNombre ? nombre?.Nombre : null, conDescripcion ? nombre?.Descripcion : null, !conDescripcion, a.Quien, PuedeRetirar(dueno, a.Adjunto));
        })], dueno.Impedimento, await duenos.RenglonesAsync(dueno, ct));

        bool Ve(string variable) => vista is null || vista.Ve(diccionario[variable]);
    }

    private bool PuedeRetirar(DuenoAlAlcance dueno, Adjunto adjunto) =>
        adjunto.RetiradoEn is null
        && dueno.Impedimento is null
        && RetirarAdjuntoHandler.EsDeQuien(sesion, adjunto)
        && sesion.Puede(RetirarAdjuntoHandler.PermisoPara(dueno.Clase));
}
