using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Sintra.Comun.Bitacora;

/// <summary>Writes what happened. The line is numbered, sealed and stored by <c>SaveChangesAsync</c> of the same context: all or nothing.</summary>
public sealed class Bitacora(SintraDb db, Sesion sesion, TimeProvider reloj)
{
    // Names, not numbers: the log will outlive the order of the enums.
    internal static readonly JsonSerializerOptions Formato = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <param name="como">The account that acts, where the session does not know it yet (signing in).</param>
    public void Asentar(ISuceso suceso, ExpedienteId? expediente = null, CuentaId? como = null) =>
        db.Pendientes.Add(new Asiento
        {
            En = reloj.Ahora,
            Cuenta = como ?? sesion.Cuenta,
            Suceso = suceso.GetType().Name,
            Expediente = expediente,
            Datos = JsonSerializer.Serialize(suceso, suceso.GetType(), Formato),
            EsLectura = suceso is ILectura,
        });

    /// <summary>Leaves a reading and makes sure of it: a page shows a person only after this has returned.</summary>
    public Task LeerAsync(ILectura lectura, ExpedienteId expediente, CancellationToken ct)
    {
        Asentar(lectura, expediente);
        return db.SaveChangesAsync(ct);
    }
}
