using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>Asks to see groups of sealed fields of one file, with a reason.</summary>
/// <param name="Grupos">Keys of the dictionary's groups of identity.</param>
/// <param name="Motivo">Code of <c>motivo_consulta</c>.</param>
/// <param name="Nota">Needed when the reason is «Otro»; up to 200 characters; kept sealed.</param>
/// <param name="Verificada">The person proved a second factor just now (step-up).</param>
public sealed record RevelarIdentidad(ExpedienteId Expediente, IReadOnlyList<string> Grupos, string? Motivo, string? Nota, bool Verificada = false);

public sealed class RevelarIdentidadHandler(
    SintraDb db,
    DiccionarioVigente diccionario,
    Sellos sellos,
    Bitacora bitacora,
    Sesion sesion,
    TimeProvider reloj)
{
    public const int LargoMaximoDeNota = 200;

    /// <returns>Until when it stays open, UTC.</returns>
    public async Task<Resultado<DateTime>> EjecutarAsync(RevelarIdentidad orden, CancellationToken ct)
    {
        if (!await db.Expedientes.AlAlcanceDe(sesion, reloj).AnyAsync(e => e.Id == orden.Expediente, ct))
        {
            return new NoExiste();
        }

        if (Reparos(orden).ToList() is { Count: > 0 } fallas)
        {
            return Resultado<DateTime>.ConFallas(fallas);
        }

        var desde = reloj.Ahora;
        var hasta = desde + Revelacion.Duracion;
        foreach (var grupo in orden.Grupos.Distinct())
        {
            var revelacion = new Revelacion
            {
                Expediente = orden.Expediente,
                Cuenta = sesion.Cuenta,
                Sesion = sesion.Abierta,
                Grupo = grupo,
                Motivo = orden.Motivo!,
                Desde = desde,
                Hasta = hasta,
            };
            revelacion.Nota = await SellarNotaAsync(revelacion.Id, orden, ct);
            db.Add(revelacion);
            bitacora.Asentar(new IdentidadRevelada(grupo, orden.Motivo!, hasta), orden.Expediente);
        }

        await db.SaveChangesAsync(ct);

        return hasta;
    }

    private IEnumerable<Falla> Reparos(RevelarIdentidad orden)
    {
        var grupos = orden.Grupos.Select(g => diccionario.GruposDeIdentidad.SingleOrDefault(d => d.Clave == g)).ToList();
        if (grupos.Count == 0 || grupos.Contains(null))
        {
            yield return new(nameof(orden.Grupos), "Elija qué necesita ver.");
        }
        else if (grupos.FirstOrDefault(g => !sesion.Puede(g!.Permiso)) is { } negado)
        {
            yield return new(nameof(orden.Grupos), $"Su perfil no permite mostrar «{negado.Titulo}».");
        }
        else if (grupos.Any(g => g!.Permiso == Permiso.AltoRiesgoRevelar) && !orden.Verificada)
        {
            yield return new("Codigo", "Para mostrar dónde está la persona, escriba el código de su aplicación de verificación o use su llave de acceso.");
        }

        if (orden.Motivo is null || diccionario.Catalogos["motivo_consulta"].Buscar(orden.Motivo) is null)
        {
            yield return new(nameof(orden.Motivo), "Elija un motivo.");
        }

        if (orden.Motivo == "OTRO" && string.IsNullOrWhiteSpace(orden.Nota))
        {
            yield return new(nameof(orden.Nota), "Explique el motivo.");
        }
        else if (orden.Nota?.Length > LargoMaximoDeNota)
        {
            yield return new(nameof(orden.Nota), $"La nota admite hasta {LargoMaximoDeNota} caracteres.");
        }
    }

    private async Task<byte[]?> SellarNotaAsync(Guid revelacion, RevelarIdentidad orden, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(orden.Nota))
        {
            return null;
        }

        var llave = await db.LlavesDeDatos
            .Where(l => l.Dueno == orden.Expediente.Valor && l.Clase == ClaseDeLlave.Ordinaria)
            .OrderByDescending(l => l.Version)
            .FirstAsync(ct);

        return sellos.Sellar(llave, new("revelacion", "nota", revelacion.ToString("n")), orden.Nota.Trim());
    }
}
