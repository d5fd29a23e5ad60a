namespace Sintra.Diccionario;

/// <summary>Makes a version of every prepared change.</summary>
/// <param name="Desde">First day on which it holds, in Mexico City: today or later, never before a version already published.</param>
public sealed record PublicarDiccionario(DateOnly Desde);

public sealed class PublicarDiccionarioHandler(SintraDb db, FuenteDelDiccionario fuente, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    /// <returns>The number of the version.</returns>
    public async Task<Resultado<int>> EjecutarAsync(PublicarDiccionario orden, CancellationToken ct)
    {
        if (!sesion.Puede(Permiso.DiccionarioPublicar))
        {
            return new NoExiste();
        }

        var ultima = await db.VersionesDeDiccionario.AsNoTracking().OrderByDescending(v => v.Numero).FirstAsync(ct);
        var cambios = await db.CambiosPreparados.AsNoTracking().ToListAsync(ct);
        if (Reparo(orden, ultima, cambios.Count) is { } falla)
        {
            return falla;
        }

        if (Coherencia.Reparos(Armador.Armar(1, await db.ElementosPreparadosAsync(ct))).ToList() is { Count: > 0 } fallas)
        {
            return Resultado<int>.ConFallas([.. fallas.Select(f => f with { Campo = null })]);
        }

        var numero = ultima.Numero + 1;
        var ids = cambios.Select(c => c.Id).ToList();
        var elementos = cambios.Select(c => Elemento.De(c.Clase, c.Clave, c.Orden, c.Definicion, c.Retirado)).ToList();
        try
        {
            await using var transaccion = await db.Database.BeginTransactionAsync(ct);
            await db.GuardarVersionAsync(new() { Numero = numero, PublicadaEn = reloj.Ahora, Desde = orden.Desde }, elementos, bitacora, ct);
            await db.CambiosPreparados.Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(s => s.SetProperty(c => c.Version, numero), ct);
            await transaccion.CommitAsync(ct);
        }
        catch (DbUpdateException) when (db.VersionesDeDiccionario.Any(v => v.Numero == numero))
        {
            return new Falla(null, "Otra persona publicó una versión hace un momento. Revise los cambios y vuelva a intentarlo.");
        }

        await fuente.RefrescarAsync(ct);
        return numero;
    }

    private Falla? Reparo(PublicarDiccionario orden, VersionDeDiccionario ultima, int cambios) => orden.Desde switch
    {
        _ when cambios == 0 => new(null, "No hay cambios por publicar."),
        var desde when desde < reloj.Hoy => new(nameof(orden.Desde), "La fecha ya pasó: una versión rige desde hoy o después."),
        var desde when desde > reloj.Hoy.AddYears(2) => new(nameof(orden.Desde), "Elija un día dentro de dos años: antes de él no podrá publicarse otra versión."),
        var desde when desde < ultima.Desde => new(nameof(orden.Desde), $"Ya hay una versión publicada que rige desde el {ultima.Desde:dd/MM/yyyy}: elija esa fecha o una posterior."),
        _ => null,
    };
}
