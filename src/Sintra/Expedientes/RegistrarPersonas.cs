using Sintra.Cuentas;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>The persons of an operation: common values and a row each.</summary>
/// <param name="Campos">Raw fields: those of all by their path, those of a row as <c>personas[n].…</c>.</param>
public sealed record PersonasDeOperativo(HechoId Hecho, IReadOnlyDictionary<string, IReadOnlyList<string>> Campos);

/// <summary>What became, or would become, of one row.</summary>
/// <param name="Fallas">Tied to the row's cells; empty when it is registered, or may be.</param>
/// <param name="Repetida">An earlier sending had registered it.</param>
/// <param name="Coincidencias">Files within reach that may be the same person's.</param>
public sealed record DestinoDePersona(
    int Numero,
    string? Clave,
    IReadOnlyList<Falla> Fallas,
    ExpedienteId? Expediente = null,
    string? Folio = null,
    bool Repetida = false,
    IReadOnlyList<Coincidencia>? Coincidencias = null);

/// <param name="Fallas">Of what is common to all.</param>
public sealed record OperativoResuelto(IReadOnlyList<DestinoDePersona> Personas, IReadOnlyList<Falla> Fallas)
{
    public IEnumerable<Falla> Todas => Fallas.Concat(Personas.SelectMany(p => p.Fallas));
}

/// <summary>
/// Reviews and registers the persons of an operation. A row is opened and registered in a transaction of its own, by the rules of any other
/// file: one with doubts holds back none of the rest, and one sent again adds nothing. To review is to prepare all that and store none of it.
/// </summary>
public sealed class RegistrarPersonasHandler(
    SintraDb db,
    RejillaDePersonas rejilla,
    DiccionarioVigente diccionario,
    AbrirExpedienteHandler abrir,
    RegistrarExpedienteHandler registrar,
    LectorDeExpediente lector,
    BuscarAntesDeRegistrarHandler buscar,
    GuardarHechoHandler guardar,
    RepresentadasHandler representadas,
    Sesion sesion,
    TimeProvider reloj)
{
    private const int Intentos = 3;

    private static readonly IReadOnlyDictionary<string, DateTime> NadaAbierto = new Dictionary<string, DateTime>();
    private static readonly IReadOnlyDictionary<int, DiccionarioVigente> LaDeHoy = new Dictionary<int, DiccionarioVigente>();

    /// <summary>What each row lacks, and who may be the same person; nothing is stored.</summary>
    public Task<Resultado<OperativoResuelto>> RevisarAsync(PersonasDeOperativo orden, CancellationToken ct) => EjecutarAsync(orden, guarda: false, ct);

    public Task<Resultado<OperativoResuelto>> EjecutarAsync(PersonasDeOperativo orden, CancellationToken ct) => EjecutarAsync(orden, guarda: true, ct);

    private async Task<Resultado<OperativoResuelto>> EjecutarAsync(PersonasDeOperativo orden, bool guarda, CancellationToken ct)
    {
        if (await db.HechosAlAlcanceDe(sesion, reloj).AsNoTracking().SingleOrDefaultAsync(h => h.Id == orden.Hecho, ct) is not { } hecho || !await guardar.EscribeAsync(hecho, ct))
        {
            return new NoExiste();
        }

        var renglones = rejilla.Leer(hecho.Institucion, orden.Campos);
        if (renglones.Count is 0 or > ColumnasDeRejilla.MaximoDeRenglones)
        {
            return renglones.Count == 0
                ? new Falla(null, "Agregue la primera persona, o pegue los renglones desde una hoja de cálculo.")
                : new Falla(null, $"Son {renglones.Count} personas; registre hasta {ColumnasDeRejilla.MaximoDeRenglones} a la vez. Lo que escribió sigue aquí: deje unas para después, con los mismos valores comunes.");
        }

        var otras = await representadas.EjecutarAsync(ct);
        var repetidas = renglones.Where(r => r.Clave is not null).GroupBy(r => r.Clave).SelectMany(g => g.Skip(1)).ToHashSet();
        var destinos = new List<DestinoDePersona>();
        foreach (var renglon in renglones)
        {
            destinos.Add(renglon.Clave is null
                ? new(renglon.Numero, null, [DeClave(renglon, "Escriba una clave corta con número, como V1. No escriba nombres en ella.")])
                : repetidas.Contains(renglon)
                    ? new(renglon.Numero, renglon.Clave, [DeClave(renglon, "Esa clave ya está en otro renglón; escriba otra.")])
                    : await ResolverAsync(hecho, renglon, renglon.Clave, orden, otras, guarda, ct));
        }

        return UnaVez(destinos, orden);
    }

    // What is common to all, or missing in all, is said once, where all take it from.
    private OperativoResuelto UnaVez(List<DestinoDePersona> destinos, PersonasDeOperativo orden)
    {
        var comunes = ColumnasDeRejilla.Comunes(diccionario).Select(v => v.Clave).ToHashSet();
        var enTodas = destinos.SelectMany(d => d.Fallas).Select(ColumnaDe).OfType<string>()
            .Where(c => comunes.Contains(c) && !SeDijo(orden, c))
            .GroupBy(c => c)
            .Where(g => destinos.Count > 1 && g.Count() == destinos.Count)
            .Select(g => g.Key)
            .ToHashSet();

        return new(
            [.. destinos.Select(d => d with { Fallas = [.. d.Fallas.Where(f => !EsDeTodas(f) && ColumnaDe(f) is not null)] })],
            [.. destinos.SelectMany(d => d.Fallas).Where(f => EsDeTodas(f) || ColumnaDe(f) is null).Select(f => EsDeTodas(f) ? Faltante(ColumnaDe(f)!) : f).Distinct()]);

        bool EsDeTodas(Falla falla) => ColumnaDe(falla) is { } columna && enTodas.Contains(columna);

        Falla Faltante(string clave) => new(clave, $"{diccionario[clave].EtiquetaVisible}: falta responder. Si no se conoce, elija «No sabe».");
    }

    private static string? ColumnaDe(Falla falla) =>
        falla.Campo is { } campo && RutaDeCampo.Analizar(campo) is { Grupo: ColumnasDeRejilla.Grupo, Clave: var columna } ? columna : null;

    private static bool SeDijo(PersonasDeOperativo orden, string clave) =>
        orden.Campos.Any(c => RutaDeCampo.Analizar(c.Key) is { Grupo: null } ruta && ruta.Clave == clave && c.Value.Any(v => v.Length > 0));

    private async Task<DestinoDePersona> ResolverAsync(Hecho hecho, RenglonDeRejilla renglon, string clave, PersonasDeOperativo orden, IReadOnlyList<string> otras, bool guarda, CancellationToken ct)
    {
        var numero = NumeroDePersona.De(hecho.Id, clave);
        for (var intento = 0; intento < Intentos; intento++)
        {
            if (await YaEstaAsync(hecho, renglon, clave, numero, ct) is { } estaba)
            {
                return estaba;
            }

            var (expediente, fallas) = Preparar(new(renglon.Paginas, hecho.Id, numero), otras, hecho.Institucion);
            if (fallas.Count > 0 || !guarda)
            {
                Soltar();
                return new(renglon.Numero, clave, [.. fallas.Select(f => EnSuSitio(f, renglon, orden))])
                {
                    Coincidencias = guarda ? null : await ParecidosAsync(renglon, ct),
                };
            }

            var folio = await registrar.EncaminarAsync(expediente!, ct);
            if (await db.IntentarGuardarAsync(ct))
            {
                db.ChangeTracker.Clear();
                return new(renglon.Numero, clave, [], expediente!.Expediente.Id, folio);
            }
        }

        return new(renglon.Numero, clave, [DeClave(renglon, "Otra persona está registrando este renglón; vuelva a enviarlo.")]);
    }

    // The file as it will be, by the same rules as one by one.
    private (ExpedienteLeido? Leido, IReadOnlyList<Falla> Fallas) Preparar(AbrirExpediente orden, IReadOnlyCollection<string> otras, string institucion)
    {
        var abierto = abrir.Preparar(orden, otras, institucion);
        if (!abierto.EsExito)
        {
            return (null, abierto.Fallas);
        }

        var id = abierto.Valor;
        var expediente = db.Expedientes.Local.Single(e => e.Id == id);
        var leido = lector.Armar(expediente, [.. db.Secciones.Local.Where(s => s.Expediente == id)], [.. db.LlavesDeDatos.Local.Where(l => l.Dueno == id.Valor)], NadaAbierto, LaDeHoy);
        return (leido, registrar.Reparos(leido));
    }

    // Sent before by this very account; by another, the key is of another person.
    private async Task<DestinoDePersona?> YaEstaAsync(Hecho hecho, RenglonDeRejilla renglon, string clave, string numero, CancellationToken ct)
    {
        var estaba = await db.Expedientes
            .Where(e => e.Institucion == hecho.Institucion && e.NumeroDeOrigen == numero)
            .Select(e => new { e.Id, e.Folio, e.CapturadoPor })
            .SingleOrDefaultAsync(ct);

        return estaba switch
        {
            null => null,
            _ when estaba.CapturadoPor == sesion.Cuenta => new(renglon.Numero, clave, [], estaba.Id, estaba.Folio, Repetida: true),
            _ => new(renglon.Numero, clave, [DeClave(renglon, "Esa clave ya la usó otra cuenta en este hecho; escriba otra.")]),
        };
    }

    private async Task<IReadOnlyList<Coincidencia>> ParecidosAsync(RenglonDeRejilla renglon, CancellationToken ct) => renglon.Nombre.Length == 0
        ? []
        : (await buscar.EjecutarAsync(new(renglon.Nombre, null, null, null, null), ct)).Valor ?? [];

    private void Soltar()
    {
        db.ChangeTracker.Clear();
        db.Pendientes.Clear();
    }

    // What the row itself answers, or might, is corrected in its cell; what it takes from all, in the common value; what the grid does not ask, by its key.
    private Falla EnSuSitio(Falla falla, RenglonDeRejilla renglon, PersonasDeOperativo orden)
    {
        if (falla.Campo is not { } variable)
        {
            return falla;
        }

        var esColumna = ColumnasDeRejilla.DeRenglon(diccionario).Any(v => v.Clave == variable);
        var esComun = ColumnasDeRejilla.Comunes(diccionario).Any(v => v.Clave == variable);
        return !renglon.Propias.Contains(variable) && esComun && (!esColumna || SeDijo(orden, variable))
            ? falla
            : falla with { Campo = ColumnasDeRejilla.Ruta(renglon.Numero, esColumna ? variable : ColumnasDeRejilla.Clave) };
    }

    private static Falla DeClave(RenglonDeRejilla renglon, Frase mensaje) => new(ColumnasDeRejilla.Ruta(renglon.Numero, ColumnasDeRejilla.Clave), mensaje);
}
