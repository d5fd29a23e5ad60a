using System.Globalization;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// References as they were typed → what is stored. A file is chosen or its folio is typed, and must be within reach; what the file already
/// said stays, within reach or not. Rows of the same file must be there.
/// </summary>
public sealed class ReferenciasDeCaptura(SintraDb db, DiccionarioVigente diccionario, Sesion sesion, TimeProvider reloj)
{
    /// <param name="leido">The file that refers; null when it is about to begin.</param>
    /// <returns>The same capture with ids in the place of folios, and what is wrong with them said.</returns>
    public async Task<CapturaLeida> ResolverAsync(CapturaLeida captura, ExpedienteLeido? leido, CancellationToken ct)
    {
        var fallas = new List<Falla>();
        var unicas = new Dictionary<string, Respuesta>(captura.Respuestas.Unicas);
        await ResolverAsync(unicas, clave => clave, leido?.Reales.Unicas, leido, fallas, ct);
        var filas = new Dictionary<string, IReadOnlyList<Fila>>();
        foreach (var (grupo, suyas) in captura.Respuestas.Filas)
        {
            var resueltas = new List<Fila>();
            foreach (var fila in suyas)
            {
                var respuestas = new Dictionary<string, Respuesta>(fila.Respuestas);
                var antes = leido?.Reales.Filas.GetValueOrDefault(grupo, []).FirstOrDefault(f => f.Numero == fila.Numero)?.Respuestas;
                await ResolverAsync(respuestas, clave => RutaDeCampo.De(grupo, fila.Numero, clave), antes, leido, fallas, ct);
                resueltas.Add(fila with { Respuestas = respuestas });
            }

            filas[grupo] = resueltas;
        }

        return captura with { Respuestas = new(unicas, filas), Fallas = [.. captura.Fallas, .. fallas] };
    }

    private async Task ResolverAsync(
        Dictionary<string, Respuesta> respuestas, Func<string, string> ruta, IReadOnlyDictionary<string, Respuesta>? antes, ExpedienteLeido? leido, List<Falla> fallas, CancellationToken ct)
    {
        foreach (var (clave, dicho) in respuestas.Where(r => r.Value.Valor is ValorDeReferencia).Select(r => (r.Key, ((ValorDeReferencia)r.Value.Valor!).Id)).ToList())
        {
            var variable = diccionario[clave];
            if ((antes?.GetValueOrDefault(clave)?.Valor as ValorDeReferencia)?.Id == dicho)
            {
                continue;
            }

            var (id, parte, mensaje) = variable.ReferenciaA switch
            {
                ReferenciaEnPalabras.Expediente => await ExpedienteAsync(dicho, leido?.Expediente.Id, ct),
                Consentimiento.Grupo => (dicho, "", leido is not null && ReferenciaEnPalabras.DeSuFin(variable, leido.Reales).Contains(dicho) ? null : NoSeOfrece),
                _ => (dicho, "", null),
            };
            if (mensaje is not null)
            {
                fallas.Add(new(ruta(clave) + parte, $"{variable.EtiquetaVisible}: {mensaje}"));
            }

            respuestas[clave] = Respuesta.Con(new ValorDeReferencia(id));
        }
    }

    private static Frase NoSeOfrece => "elija uno de los que se ofrecen.";

    private async Task<(string Id, string Parte, Frase? Mensaje)> ExpedienteAsync(string dicho, ExpedienteId? propio, CancellationToken ct)
    {
        var alAlcance = db.Expedientes.AsNoTracking().AlAlcanceDe(sesion, reloj);
        if (ExpedienteId.TryParse(dicho, CultureInfo.InvariantCulture, out var id))
        {
            return (id.ToString(), "", id != propio && await alAlcance.AnyAsync(e => e.Id == id, ct) ? null : NoSeOfrece);
        }

        if (Folio.Leer(dicho) is not { } folio)
        {
            return (dicho, ".folio", "el folio no está completo o su último carácter no coincide; revíselo.");
        }

        var hallado = await alAlcance.Where(e => e.Folio == folio).Select(e => (ExpedienteId?)e.Id).SingleOrDefaultAsync(ct);
        return hallado is not { } otro
            ? (dicho, ".folio", "no hay un expediente con ese folio a su alcance; revíselo.")
            : (otro.ToString(), ".folio", otro == propio ? (Frase)"es el folio de este mismo expediente; escriba el de la otra persona." : null);
    }
}

internal static class ConsultaDeReferidos
{
    extension(SintraDb db)
    {
        /// <summary>Of the files that some answers name, those within reach, with their folios.</summary>
        public async Task<IReadOnlyDictionary<string, string?>> ReferidosAsync(
            Respuestas respuestas, DiccionarioVigente diccionario, Sesion sesion, TimeProvider reloj, CancellationToken ct)
        {
            var ids = respuestas.Unicas.Concat(respuestas.Filas.SelectMany(g => g.Value.SelectMany(f => f.Respuestas)))
                .Where(r => r.Value.Valor is ValorDeReferencia && diccionario.Buscar(r.Key) is { ReferenciaA: ReferenciaEnPalabras.Expediente })
                .Select(r => ExpedienteId.TryParse(((ValorDeReferencia)r.Value.Valor!).Id, CultureInfo.InvariantCulture, out var id) ? id : (ExpedienteId?)null)
                .OfType<ExpedienteId>()
                .Distinct()
                .ToList();
            return ids.Count == 0
                ? new Dictionary<string, string?>()
                : await db.Expedientes.AsNoTracking().AlAlcanceDe(sesion, reloj).Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id.ToString(), e => e.Folio, ct);
        }
    }
}
