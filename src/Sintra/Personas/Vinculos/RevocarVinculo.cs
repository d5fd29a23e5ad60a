using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Personas;

/// <param name="Motivo">Catalogue <c>motivo_vinculo</c>.</param>
public sealed record VinculoRevocado(ExpedienteId Otro, [property: DatoPublico] string Motivo) : ISuceso;

/// <param name="Motivo">Catalogue <c>motivo_vinculo</c>.</param>
public sealed record RevocarVinculo(Guid Vinculo, string? Motivo);

/// <summary>Takes a verdict back: who counts as whom is as if it had never been, and the suggestion waits again.</summary>
public sealed class RevocarVinculoHandler(SintraDb db, Agrupaciones agrupaciones, DiccionarioVigente diccionario, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    public async Task<Resultado<Vinculo>> EjecutarAsync(RevocarVinculo orden, CancellationToken ct)
    {
        if (await db.Vinculos.SingleOrDefaultAsync(v => v.Id == orden.Vinculo && v.RevocadoEn == null, ct) is not { } vinculo
            || await db.Expedientes.AlAlcanceDe(sesion, reloj).CountAsync(e => e.Id == vinculo.A || e.Id == vinculo.B, ct) != 2)
        {
            return new NoExiste();
        }

        if (orden.Motivo is null || diccionario.Catalogos["motivo_vinculo"].Buscar(orden.Motivo) is not { Estado: null })
        {
            return new Falla(nameof(orden.Motivo), "Elija en qué se basa.");
        }

        (vinculo.RevocadoPor, vinculo.RevocadoEn, vinculo.MotivoDeRevocacion) = (sesion.Cuenta, reloj.Ahora, orden.Motivo);
        (await db.Sugerencias.SingleOrDefaultAsync(s => s.A == vinculo.A && s.B == vinculo.B, ct))?.AtendidaEn = null;
        await agrupaciones.RehacerAsync(vinculo, ct);
        bitacora.Asentar(new VinculoRevocado(vinculo.B, orden.Motivo), vinculo.A);
        bitacora.Asentar(new VinculoRevocado(vinculo.A, orden.Motivo), vinculo.B);
        return await db.IntentarGuardarAsync(ct) ? vinculo : DictaminarVinculoHandler.Ganada;
    }
}
