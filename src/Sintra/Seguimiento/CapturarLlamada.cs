using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Seguimiento;

/// <summary>
/// A call as the operator captures it, in one minute. What it says of an event (forms of exploitation, types of place, persons, where it was
/// handed) is of the event: it makes one, and the call points at it.
/// </summary>
/// <param name="Llamada">Made with the form, so that one sent twice is one call.</param>
/// <param name="Campos">Raw fields, path → values as typed.</param>
public sealed record CapturarLlamada(Guid Llamada, IReadOnlyDictionary<string, IReadOnlyList<string>> Campos);

public sealed class CapturarLlamadaHandler(SintraDb db, DiccionarioVigente diccionario, HechoDeLlamada hechos, Bitacora bitacora, Sesion sesion, TimeProvider reloj)
{
    private const string TipoDeLugar = "llam_tipo_lugar";
    private const string Canalizada = "llam_canalizada";

    // Of the event, and asked of who calls.
    private static readonly string[] DelHecho = ["hecho_formas", "hecho_num_victimas"];

    /// <summary>What is asked, in order: the call's own variables, then what it may say of an event.</summary>
    public IReadOnlyList<Variable> Preguntas =>
    [
        .. diccionario.DeEntidad(nameof(Llamada)).Where(v => v.Tipo != TipoDeVariable.Referencia).OrderBy(v => v.Orden),
        .. DelHecho.Select(diccionario.Buscar).OfType<Variable>().Where(v => !v.Retirada),
    ];

    /// <returns>The call, the one already kept when it had been sent before.</returns>
    public async Task<Resultado<Guid>> EjecutarAsync(CapturarLlamada orden, CancellationToken ct)
    {
        if (await YaEstaAsync(orden.Llamada, ct))
        {
            return orden.Llamada;
        }

        var captura = new LectorDeCaptura(diccionario).Leer(Preguntas, orden.Campos, reloj.Hoy);
        var dichas = captura.Respuestas.Unicas;
        if (Reparos(captura).ToList() is { Count: > 0 } fallas)
        {
            return Resultado<Guid>.ConFallas(fallas);
        }

        var llamada = new Llamada
        {
            Id = orden.Llamada,
            Institucion = sesion.Institucion,
            Fecha = ((ValorDeFecha)dichas["llam_fecha"].Valor!).Fecha,
            Sexo = Codigo("llam_sexo"),
            EstadoDeSexo = dichas["llam_sexo"].Estado,
            Clasificacion = Codigo("llam_clasificada"),
            EstadoDeClasificacion = dichas["llam_clasificada"].Estado,
            CreadaEn = reloj.Ahora,
            CreadaPor = sesion.Cuenta,
        };
        if (Codigos(TipoDeLugar).Concat(Codigos(Canalizada)).Any() || DelHecho.Any(c => dichas.GetValueOrDefault(c)?.Valor is not null))
        {
            llamada.Hecho = hechos.Abrir(llamada, DelHecho.Where(dichas.ContainsKey).ToDictionary(c => c, c => dichas[c]), Codigos(TipoDeLugar));
            foreach (var destino in Codigos(Canalizada))
            {
                var canalizacion = new CanalizacionDeReporte { Hecho = llamada.Hecho.Value, Destino = destino, Fecha = llamada.Fecha, CreadaEn = reloj.Ahora, CreadaPor = sesion.Cuenta };
                db.Add(canalizacion);
                bitacora.Asentar(new ReporteCanalizado(canalizacion.Id, llamada.Hecho.Value, destino));
            }
        }

        db.Add(llamada);
        bitacora.Asentar(new LlamadaRegistrada(llamada.Id, llamada.Hecho, llamada.Fecha));
        return await db.IntentarGuardarAsync(ct) || await YaEstaAsync(orden.Llamada, ct)
            ? llamada.Id
            : new Falla(null, "La llamada no pudo guardarse. Lo que escribió sigue aquí: vuelva a guardar.");

        string? Codigo(string clave) => (dichas[clave].Valor as ValorDeOpcion)?.Codigo;

        IReadOnlyList<string> Codigos(string clave) => (dichas.GetValueOrDefault(clave)?.Valor as ValorDeOpciones)?.Codigos ?? [];
    }

    private Task<bool> YaEstaAsync(Guid llamada, CancellationToken ct) =>
        db.Llamadas.AnyAsync(l => l.Id == llamada && l.Institucion == sesion.Institucion && l.CreadaPor == sesion.Cuenta, ct);

    private IEnumerable<Falla> Reparos(CapturaLeida captura)
    {
        var dichas = captura.Fallas.Select(f => f.Campo).ToHashSet();
        var contexto = new ContextoDeCondicion(diccionario, captura.Respuestas.Unicas);
        return captura.Fallas
            .Concat(OpcionesRetiradas.Elegidas(diccionario, captura.Respuestas, Respuestas.Vacias))
            .Concat(Reglas.Pendientes(Preguntas.Where(v => v.Unidad == UnidadDeVariable.Entidad), captura.Respuestas, contexto, Requerido.R)
                .Where(p => !dichas.Contains(p.Ruta))
                .Select(p => new Falla(p.Ruta, $"{p.Variable.EtiquetaVisible}: falta responder.")))
            .Concat(captura.Respuestas.Unicas.GetValueOrDefault("llam_fecha") switch
            {
                { Valor: ValorDeFecha { Fecha: var dia } } when dia > reloj.Hoy => [new Falla("llam_fecha", "La fecha de la llamada no puede ser futura.")],
                { Valor: null } => [new Falla("llam_fecha", "Escriba la fecha de la llamada.")],
                _ => [],
            })
            .Concat((captura.Respuestas.Unicas.GetValueOrDefault(Canalizada)?.Valor as ValorDeOpciones)?.Codigos.Contains(sesion.Institucion) is true
                ? [new Falla(Canalizada, "Elija otra institución del catálogo como destino.")]
                : []);
    }
}
