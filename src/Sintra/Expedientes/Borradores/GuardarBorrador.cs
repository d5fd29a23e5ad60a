using System.Security.Cryptography;
using System.Text.Json;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>Keeps what somebody has typed into a form and not saved yet.</summary>
/// <param name="Ruta">Address of the form.</param>
/// <param name="Version">Version of the page that the form was made from; null when it had never been written.</param>
public sealed record GuardarBorrador(string? Ruta, Guid? Version, CapturaPendiente Captura);

/// <summary>
/// One draft an account and form: each save takes the place of the last, for the form says all that was touched in it. It never validates:
/// half a date is what somebody has typed so far. It leaves no fact: nothing of the register changes, it would be a line of the log every two
/// seconds of typing, and what was taken in at last is told by the page's own save; that a draft was purged, by the review.
/// </summary>
public sealed class GuardarBorradorHandler(SintraDb db, BorradoresPropios borradores, Sesion sesion, TimeProvider reloj)
{
    /// <summary>Of the sealed text; the longest page filled to the brim is a tenth of it.</summary>
    public const int MaximoDeBytes = 256 * 1024;

    public const int MaximoPorCuenta = 200;

    private const int LargoDeNombre = 200;

    /// <summary>Saves of two windows of one account may cross.</summary>
    private const int Intentos = 5;

    /// <returns>When it was kept (UTC).</returns>
    public async Task<Resultado<DateTime>> EjecutarAsync(GuardarBorrador orden, CancellationToken ct)
    {
        if (await borradores.AlAlcanceAsync(orden.Ruta, ct) is not { } ruta)
        {
            return new NoExiste();
        }

        if (await LlegoTardeAsync(ruta, orden.Version, ct))
        {
            return new Falla(null, "Usted ya guardó esta página desde que abrió este formulario. Vuelva a abrirla.");
        }

        var campos = orden.Captura.Campos.Where(c => c.Key.Length <= LargoDeNombre && RutaDeCampo.Analizar(c.Key) is not null).ToDictionary();
        var claro = JsonSerializer.SerializeToUtf8Bytes(orden.Captura with { Campos = campos, Enfocado = orden.Captura.Enfocado is { Length: <= LargoDeNombre } enfocado ? enfocado : null });
        try
        {
            if (claro.Length > MaximoDeBytes)
            {
                return new Falla(null, "Lo escrito ya no cabe en un borrador. Guarde la página.");
            }

            for (var intento = 0; intento < Intentos; intento++)
            {
                if (await IntentarAsync(ruta, orden.Version, claro, ct) is { } resultado)
                {
                    return resultado;
                }
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(claro);
        }

        return new Falla(null, "Otra ventana suya está guardando lo mismo. Guarde la página.");
    }

    // On its way while its own author saved the page: it would come back as something still to be saved.
    private async Task<bool> LlegoTardeAsync(RutaDeBorrador ruta, Guid? version, CancellationToken ct)
    {
        var (yo, pagina) = (sesion.Cuenta, ruta.Pagina?.Clave);
        return ruta switch
        {
            { Expediente: { } expediente } => await db.Secciones.AnyAsync(s => s.Expediente == expediente && s.Clave == pagina && s.Fila == 0 && s.Version != version && s.EscritaPor == yo, ct),
            { Hecho: { } hecho } => await db.SeccionesDeHecho.AnyAsync(s => s.Hecho == hecho && s.Clave == pagina && s.Fila == 0 && s.Version != version && s.EscritaPor == yo, ct),
            _ => false,
        };
    }

    // Null: another window of the same account wrote first.
    private async Task<Resultado<DateTime>?> IntentarAsync(RutaDeBorrador ruta, Guid? version, byte[] claro, CancellationToken ct)
    {
        var (ahora, direccion) = (reloj.Ahora, ruta.Texto);
        var llave = await borradores.LlaveAsync(ruta.Clase, ct);
        var hay = await borradores.Mios.AsTracking().SingleOrDefaultAsync(b => b.Ruta == direccion, ct);
        if (hay is null && await borradores.Mios.CountAsync(ct) >= MaximoPorCuenta)
        {
            return new Falla(null, "Tiene demasiados borradores sin guardar. Guarde o descarte algunos desde el inicio.");
        }

        var borrador = hay ?? new Borrador { Cuenta = sesion.Cuenta, Ruta = direccion, Sellado = [], Desde = ahora, EscritoEn = ahora };
        (borrador.Version, borrador.EscritoEn, borrador.AvisadoEn) = (version, ahora, null);
        (borrador.ClaseDeLlave, borrador.VersionDeLlave, borrador.Sellado) = (llave.Clase, llave.Version, borradores.Cerrar(borrador.Id, llave, claro));
        if (hay is null)
        {
            db.Add(borrador);
        }

        return await db.IntentarGuardarAsync(ct) ? ahora : default(Resultado<DateTime>?);
    }
}
