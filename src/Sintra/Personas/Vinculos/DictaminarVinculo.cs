using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Personas;

/// <summary>Codes of both files and of the verdict; never what either file says.</summary>
public sealed record VinculoDictaminado(ExpedienteId Otro, Veredicto Veredicto, [property: DatoPublico] string Motivo, bool PideOtraPersona) : ISuceso;

/// <param name="Motivo">Catalogue <c>motivo_vinculo</c>.</param>
public sealed record DictaminarVinculo(ExpedienteId A, ExpedienteId B, Veredicto? Veredicto, string? Motivo);

/// <summary>Says of two files whether they are one person's. Nothing is merged: an edge is added, and can be taken back.</summary>
public sealed class DictaminarVinculoHandler(SintraDb db, Agrupaciones agrupaciones, DiccionarioVigente diccionario, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    /// <summary>From here on one person's word joins two files.</summary>
    public const double MuyProbable = 0.99;

    public static readonly Falla Ganada = new(null, "Otra persona cambió un vínculo mientras usted decidía. Lea cómo quedó y vuelva a decidir.");

    /// <returns>Whether somebody else has to say so too before it counts.</returns>
    public async Task<Resultado<bool>> EjecutarAsync(DictaminarVinculo orden, CancellationToken ct)
    {
        var (a, b) = orden.A < orden.B ? (orden.A, orden.B) : (orden.B, orden.A);
        if (a == b || await db.Expedientes.AlAlcanceDe(sesion, reloj).Comparables().CountAsync(e => e.Id == a || e.Id == b, ct) != 2)
        {
            return new NoExiste();
        }

        if (orden.Veredicto is not { } veredicto)
        {
            return new Falla(nameof(orden.Veredicto), "Elija si es la misma persona, si no lo es, o si no se puede saber.");
        }

        if (orden.Motivo is null || diccionario.Catalogos["motivo_vinculo"].Buscar(orden.Motivo) is not { Estado: null })
        {
            return new Falla(nameof(orden.Motivo), "Elija en qué se basa.");
        }

        if (await db.Vinculos.AnyAsync(v => v.A == a && v.B == b && v.RevocadoEn == null, ct))
        {
            return new Falla(null, "De estos dos expedientes ya se decidió. Para decidir otra cosa, primero deshaga esa decisión.");
        }

        if (veredicto == Veredicto.Misma && await ImpedidaAsync(a, b, ct))
        {
            return new Falla(nameof(orden.Veredicto), "No se pueden unir: de otros dos expedientes de estas personas ya se decidió que son personas distintas. Revise primero esa decisión.");
        }

        var sugerencia = await db.Sugerencias.SingleOrDefaultAsync(s => s.A == a && s.B == b, ct);
        var vinculo = new Vinculo
        {
            A = a,
            B = b,
            Veredicto = veredicto,
            Probabilidad = sugerencia?.Probabilidad,
            Niveles = sugerencia?.Niveles,
            Motivo = orden.Motivo,
            DecididoPor = sesion.Cuenta,
            DecididoEn = reloj.Ahora,
            PideOtraPersona = veredicto == Veredicto.Misma && sugerencia is not { Probabilidad: >= MuyProbable },
        };
        db.Add(vinculo);
        sugerencia?.AtendidaEn = reloj.Ahora;
        await agrupaciones.RehacerAsync(vinculo, ct);
        bitacora.Asentar(new VinculoDictaminado(b, veredicto, orden.Motivo, vinculo.PideOtraPersona), a);
        bitacora.Asentar(new VinculoDictaminado(a, veredicto, orden.Motivo, vinculo.PideOtraPersona), b);
        return await db.IntentarGuardarAsync(ct) ? vinculo.PideOtraPersona : Ganada;
    }

    // Of the two groups that would be one, no two files may have been said to be different persons.
    private async Task<bool> ImpedidaAsync(ExpedienteId a, ExpedienteId b, CancellationToken ct)
    {
        var (deA, deB) = (await agrupaciones.DeAsync(a, ct), await agrupaciones.DeAsync(b, ct));
        return await db.Vinculos.AnyAsync(
            v => v.Veredicto == Veredicto.Distinta && v.RevocadoEn == null && ((deA.Contains(v.A) && deB.Contains(v.B)) || (deB.Contains(v.A) && deA.Contains(v.B))), ct);
    }
}
