using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// Records a determination of the person's condition: by whom, when, on what ground. What may follow what, with which permission and whether by
/// another person, is data (<c>transiciones_calidad.csv</c>). Nothing is written over.
/// </summary>
/// <param name="Campos">What the screen of the entity <c>Calidad</c> asked, as typed.</param>
public sealed record DeterminarCalidad(ExpedienteId Expediente, IReadOnlyDictionary<string, IReadOnlyList<string>> Campos);

public sealed class DeterminarCalidadHandler(
    SintraDb db,
    DiccionarioVigente diccionario,
    LectorDeExpediente lector,
    EscrituraDeEntidad entidades,
    ReparosDeCaptura reparos,
    Bitacora bitacora,
    Sesion sesion,
    TimeProvider reloj)
{
    public const string Grupo = nameof(Calidad);
    private const string Institucion = "calidad_institucion";
    private const string Fecha = "calidad_fecha";
    private const string Fundamento = "calidad_fundamento";

    /// <summary>Conditions that may follow the one that holds, for this person now.</summary>
    public IReadOnlyList<Transicion> Siguientes(ExpedienteLeido leido) =>
        leido.Expediente is { RegistradoEn: not null, Estado: not (EstadoDeExpediente.Anulado or EstadoDeExpediente.Bloqueado) } expediente
        && expediente.Calidades.Vigente() is { } vigente
            ? [.. diccionario.Transiciones("calidad").Where(t => t.De == vigente.Codigo && sesion.Puede(t.Permiso) && !(t.RequiereOtraPersona && vigente.AsentadaPor == sesion.Cuenta))]
            : [];

    public async Task<Resultado<string>> EjecutarAsync(DeterminarCalidad orden, CancellationToken ct)
    {
        if (await lector.LeerAsync(orden.Expediente, ct) is not { } leido)
        {
            return new NoExiste();
        }

        if (await reparos.ReparoAlAsentarAsync(leido.Expediente, ct) is { } reparo)
        {
            return reparo;
        }

        var captura = entidades.Leer(Grupo, orden.Campos, leido);
        var respuestas = captura.Respuestas.Unicas;
        var codigo = (respuestas.GetValueOrDefault(CalidadAlNacer.Clave)?.Valor as ValorDeOpcion)?.Codigo;
        var fecha = (respuestas.GetValueOrDefault(Fecha)?.Valor as ValorDeFecha)?.Fecha;
        if (captura.Fallas.Concat(Reparos(leido, codigo, fecha, captura.Fallas.Any(f => f.Campo == Fundamento) || respuestas.GetValueOrDefault(Fundamento)?.Valor is not null)).ToList() is { Count: > 0 } fallas)
        {
            return Resultado<string>.ConFallas(fallas);
        }

        var calidad = new Calidad
        {
            Expediente = leido.Expediente.Id,
            Fila = entidades.Agregar(leido, Grupo, captura),
            Codigo = codigo!,
            Institucion = (respuestas.GetValueOrDefault(Institucion)?.Valor as ValorDeOpcion)?.Codigo,
            Fecha = fecha,
            AsentadaEn = reloj.Ahora,
            AsentadaPor = sesion.Cuenta,
        };
        db.Add(calidad);
        leido.Expediente.Filtros.Calidad = leido.Expediente.Calidades.Append(calidad).Distinct().Vigente()!.Codigo;
        bitacora.Asentar(new CalidadDeterminada(calidad.Codigo, calidad.Institucion, fecha), leido.Expediente.Id);

        return await db.IntentarGuardarAsync(ct) ? calidad.Codigo : DarPasoHandler.Ganada;
    }

    /// <param name="resuelto">The ground is given, or that it is not has been said.</param>
    private IEnumerable<Falla> Reparos(ExpedienteLeido leido, string? codigo, DateOnly? fecha, bool resuelto)
    {
        var posible = Siguientes(leido).SingleOrDefault(t => t.A == codigo);
        if (codigo is not null && posible is null)
        {
            yield return new(CalidadAlNacer.Clave, "Calidad de la persona: desde la calidad actual no puede asentar usted ésa; elija otra o pida que la asiente otra persona.");
        }

        if (posible is { RequiereMotivo: true } && !resuelto)
        {
            yield return new(Fundamento, $"{diccionario[Fundamento].EtiquetaVisible}: falta la respuesta.");
        }

        if (fecha > reloj.Hoy)
        {
            yield return new(Fecha, $"{diccionario[Fecha].EtiquetaVisible}: la fecha es posterior a hoy.");
        }
        else if (fecha is { } dia && leido.Expediente.Calidades.Any(c => c.Fecha > dia))
        {
            yield return new(Fecha, $"{diccionario[Fecha].EtiquetaVisible}: es anterior a la última determinación asentada.");
        }
    }
}
