using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Seguimiento;

/// <summary>The event that a call gives rise to: of the hotline, with what the call said. Its number of origin is the call's, so there is never a second one.</summary>
public sealed class HechoDeLlamada(SintraDb db, EscrituraDeHecho escritura, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    private const string Lugares = "hecho_lugar";

    /// <summary>All but storing it.</summary>
    /// <param name="dichas">Answers of the page of the event.</param>
    /// <param name="tiposDeLugar">Codes of <c>tipo_lugar</c>; each is a place of which no more is known.</param>
    public HechoId Abrir(Llamada llamada, IReadOnlyDictionary<string, Respuesta> dichas, IReadOnlyList<string> tiposDeLugar)
    {
        var hecho = new Hecho { Institucion = sesion.Institucion, NumeroDeOrigen = Numero(llamada.Id), CreadoEn = reloj.Ahora, CreadoPor = sesion.Cuenta };
        var filas = new Dictionary<string, IReadOnlyList<Fila>>();
        if (tiposDeLugar.Count > 0)
        {
            filas[Lugares] = [.. tiposDeLugar.Select((tipo, n) => new Fila(n + 1, new Dictionary<string, Respuesta> { ["hl_tipo_lugar"] = Respuesta.Con(new ValorDeOpcion(tipo)) }))];
        }

        db.Add(hecho);
        bitacora.Asentar(new HechoAbierto(hecho.Id, sesion.Institucion));
        escritura.Escribir(
            hecho,
            Respuestas.Vacias,
            [],
            [],
            new(new(new Dictionary<string, Respuesta>(dichas) { ["hecho_canal"] = Respuesta.Con(new ValorDeOpcion(CanalDeHecho.Linea)) }, filas), [], []),
            new(new Vista(sesion, new HashSet<string>()), Mostrado: null, Terminada: false));
        return hecho.Id;
    }

    /// <summary>The event of a call that was opened before; null when there is none.</summary>
    public Task<HechoId?> DeAsync(Guid llamada, CancellationToken ct)
    {
        var numero = Numero(llamada);
        return db.Hechos.Where(h => h.Institucion == sesion.Institucion && h.NumeroDeOrigen == numero).Select(h => (HechoId?)h.Id).SingleOrDefaultAsync(ct);
    }

    private static string Numero(Guid llamada) => $"llamada {llamada:n}";
}
