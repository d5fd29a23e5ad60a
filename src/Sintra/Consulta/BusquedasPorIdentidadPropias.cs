using System.Text.Json;
using Sintra.Expedientes;

namespace Sintra.Consulta;

/// <summary>The searches by identity of whoever asks: the only way to them.</summary>
public sealed class BusquedasPorIdentidadPropias(SintraDb db, Sellos sellos, Sesion sesion, TimeProvider reloj)
{
    public static readonly TimeSpan Vida = TimeSpan.FromMinutes(30);

    /// <summary>Sealed and added to the context; it goes with the save of whoever asks.</summary>
    internal async Task<BusquedaPorIdentidad> NuevaAsync(byte[] claro, CancellationToken ct)
    {
        var dueno = sesion.Cuenta.Valor;
        var llaves = await Llaves(dueno).ToListAsync(ct);
        var llave = DuenoDeRespuestas.LlaveDe(dueno, ClaseDeLlave.Ordinaria, llaves, db, sellos);
        var busqueda = new BusquedaPorIdentidad
        {
            Cuenta = sesion.Cuenta,
            Sesion = sesion.Abierta ?? Guid.Empty,
            Contenido = [],
            Hasta = reloj.Ahora + Vida,
        };
        busqueda.Contenido = sellos.Sellar(llave, Sitio(busqueda.Id), claro);
        db.Add(busqueda);
        return busqueda;
    }

    /// <summary>Null when it has ended, or is of another account or session: nobody learns which.</summary>
    internal async Task<BuscarPorIdentidad?> AbrirAsync(Guid id, CancellationToken ct)
    {
        var (cuenta, abierta, ahora) = (sesion.Cuenta, sesion.Abierta ?? Guid.Empty, reloj.Ahora);
        var busqueda = await db.BusquedasPorIdentidad.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && b.Cuenta == cuenta && b.Sesion == abierta && b.Hasta > ahora, ct);
        return busqueda is null
            ? null
            : JsonSerializer.Deserialize<BuscarPorIdentidad>(sellos.Abrir((await Llaves(cuenta.Valor).ToListAsync(ct)).MaxBy(l => l.Version)!, Sitio(id), busqueda.Contenido));
    }

    private IQueryable<LlaveDeDatos> Llaves(Guid dueno) => db.LlavesDeDatos.AsNoTracking().Where(l => l.Dueno == dueno && l.Clase == ClaseDeLlave.Ordinaria);

    private static Sitio Sitio(Guid busqueda) => new("busqueda_por_identidad", "contenido", busqueda.ToString("n"));
}
