using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>
/// Records what the person, or who represents them, answered about one purpose. Taking it back is one more answer, and acts in the same
/// transaction on what hangs on it (LGPDPPSO on consent and its withdrawal; LGDNNA on who represents).
/// </summary>
/// <param name="Campos">What the screen of the entity <c>Consentimiento</c> asked, as typed.</param>
public sealed record AsentarConsentimiento(ExpedienteId Expediente, IReadOnlyDictionary<string, IReadOnlyList<string>> Campos);

public sealed class AsentarConsentimientoHandler(
    SintraDb db,
    DiccionarioVigente diccionario,
    LectorDeExpediente lector,
    EscrituraDeEntidad entidades,
    ReparosDeCaptura reparos,
    ConsentimientosDeExpediente consentimientos,
    Bitacora bitacora,
    Sesion sesion,
    TimeProvider reloj)
{
    private const string Tipo = "con_tipo";
    private const string Estado = "con_estado";
    private const string Fecha = "con_fecha";
    private const string Revocado = "REV";
    private const string OtorgadoPorLaPersona = "OTO";

    /// <summary>Purposes on which the accesses of other institutions rest.</summary>
    private static readonly string[] QueAbren = ["CAN", "REG"];

    public async Task<Resultado<Consentimiento>> EjecutarAsync(AsentarConsentimiento orden, CancellationToken ct)
    {
        if (await lector.LeerAsync(orden.Expediente, ct) is not { } leido)
        {
            return new NoExiste();
        }

        if (await reparos.ReparoAlAsentarAsync(leido.Expediente, ct) is { } reparo)
        {
            return reparo;
        }

        var captura = entidades.Leer(Consentimiento.Grupo, orden.Campos, leido);
        var respuestas = captura.Respuestas.Unicas;
        var (tipo, estado, fecha) = (Codigo(Tipo), Codigo(Estado), (respuestas.GetValueOrDefault(Fecha)?.Valor as ValorDeFecha)?.Fecha);
        var ultimo = (await consentimientos.TodosAsync(orden.Expediente, ct)).FirstOrDefault(c => c.Tipo == tipo);
        if (captura.Fallas.Concat(Reparos(leido, tipo, estado, fecha, ultimo)).ToList() is { Count: > 0 } fallas)
        {
            return Resultado<Consentimiento>.ConFallas(fallas);
        }

        var asentado = new Consentimiento
        {
            Expediente = orden.Expediente,
            Fila = entidades.Agregar(leido, Consentimiento.Grupo, captura),
            Tipo = tipo!,
            Estado = estado!,
            Fecha = fecha!.Value,
            AsentadoEn = reloj.Ahora,
            AsentadoPor = sesion.Cuenta,
        };
        db.Add(asentado);
        bitacora.Asentar(new ConsentimientoAsentado(asentado.Tipo, asentado.Estado, asentado.Fila), orden.Expediente);
        if (ConsentimientosQueAmparan.Ampara(ultimo?.Estado) && !ConsentimientosQueAmparan.Ampara(estado))
        {
            await RevocarAsync(leido.Expediente, asentado.Tipo, ct);
        }

        return await db.IntentarGuardarAsync(ct) ? asentado : DarPasoHandler.Ganada;

        string? Codigo(string clave) => (respuestas.GetValueOrDefault(clave)?.Valor as ValorDeOpcion)?.Codigo;
    }

    private IEnumerable<Falla> Reparos(ExpedienteLeido leido, string? tipo, string? estado, DateOnly? fecha, Consentimiento? ultimo)
    {
        var otorgado = ConsentimientosQueAmparan.Otorga(ultimo?.Estado);
        if (otorgado && estado is ("NEG" or "PEN"))
        {
            yield return new(Estado, $"{diccionario[Estado].EtiquetaVisible}: para esa finalidad hay un consentimiento otorgado; si lo retira, elija «Revocado».");
        }

        if (estado == Revocado && !otorgado)
        {
            yield return new(Estado, $"{diccionario[Estado].EtiquetaVisible}: no hay un consentimiento otorgado que revocar para esa finalidad.");
        }

        var esNna = leido.Expediente.Filtros.Mayoria is "NNA" or "PRESUNTA";
        if (esNna && estado == OtorgadoPorLaPersona)
        {
            yield return new(Estado, $"{diccionario[Estado].EtiquetaVisible}: es o se presume niña, niño o adolescente; elija que lo otorga quien representa, o el asentimiento con quien representa.");
        }

        if (esNna && tipo == "IMG" && estado is not ("NEG" or Revocado))
        {
            yield return new(Tipo, $"{diccionario[Tipo].EtiquetaVisible}: la imagen de niñas, niños y adolescentes no se recaba.");
        }

        if (tipo == "CNS" && leido.Reales.Unicas.GetValueOrDefault("nacionalidades")?.Valor is ValorDeOpciones { Codigos: ["MX"] })
        {
            yield return new(Tipo, $"{diccionario[Tipo].EtiquetaVisible}: el aviso consular es para personas extranjeras.");
        }

        if (fecha > reloj.Hoy)
        {
            yield return new(Fecha, $"{diccionario[Fecha].EtiquetaVisible}: la fecha es posterior a hoy.");
        }
        else if (fecha < ultimo?.Fecha)
        {
            yield return new(Fecha, $"{diccionario[Fecha].EtiquetaVisible}: es anterior a la última respuesta asentada para esa finalidad.");
        }
    }

    // Whoever was let in on the strength of it is out with it; who holds the file and who captured it are not.
    private async Task RevocarAsync(Expediente expediente, string tipo, CancellationToken ct)
    {
        if (!QueAbren.Contains(tipo))
        {
            return;
        }

        var (id, ahora) = (expediente.Id, reloj.Ahora);
        foreach (var acceso in await db.Set<Acceso>()
            .Where(a => a.Expediente == id && a.Origen == OrigenDeAcceso.Canalizacion && (a.Hasta == null || a.Hasta > ahora)).ToListAsync(ct))
        {
            acceso.Hasta = ahora;
            bitacora.Asentar(new AccesoTerminado(acceso.Institucion, tipo), id);
        }
    }
}
