using Microsoft.Extensions.DependencyInjection;
using Sintra.Cuentas;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Bench.Generador;

/// <summary>
/// Makes files by the use cases' own code and takes their rows out of the context instead of storing them. The database is never asked.
/// One a batch: its context is the batch's, emptied after each file, and the handlers are put together by hand, for a scope a file is a fifth
/// of the work.
/// </summary>
internal sealed class Fabrica : IDisposable
{
    private static readonly Dictionary<string, DateTime> NadaAbierto = [];

    private readonly Fichas _fichas;
    private readonly IServiceScope _alcance;
    private readonly SintraDb _db;
    private readonly DiccionarioVigente _diccionario;
    private readonly Sellos _sellos;
    private readonly FuenteDelDiccionario _fuente;
    private readonly TimeProvider _reloj;
    private readonly IReadOnlyList<IRecetaDeTestigos> _recetas;

    public Fabrica(IServiceProvider servicios, Fichas fichas)
    {
        _fichas = fichas;
        _alcance = servicios.CreateScope();
        _db = _alcance.ServiceProvider.GetRequiredService<SintraDb>();
        _db.ChangeTracker.AutoDetectChangesEnabled = false;
        _diccionario = servicios.GetRequiredService<DiccionarioVigente>();
        _sellos = servicios.GetRequiredService<Sellos>();
        _fuente = servicios.GetRequiredService<FuenteDelDiccionario>();
        _reloj = servicios.GetRequiredService<TimeProvider>();
        _recetas = [.. _alcance.ServiceProvider.GetServices<IRecetaDeTestigos>()];
    }

    /// <exception cref="InvalidOperationException">A use case refuses the file: the generator is at fault.</exception>
    public void Hacer(int n, Lote lote)
    {
        var ficha = _fichas.De(n);
        var turno = FichaEnCurso.Empezar(ficha, _fichas.Semilla);
        using var llaves = new LlavesAbiertas(_sellos);
        var archivo = new ArchivoDeRespuestas(llaves, _diccionario);
        var representadas = new RepresentadasHandler(_db, ficha.Quien, _reloj);
        var reparos = new ReparosDeCaptura(_diccionario, new CalidadAlNacer(_diccionario, ficha.Quien), representadas, ficha.Quien);
        var bitacora = new Bitacora(_db, ficha.Quien, _reloj);
        var escritura = new EscrituraDeExpediente(
            _db, _sellos, _diccionario, new EscritorDePagina(archivo, ficha.Quien, _reloj), archivo, new FiltrosDerivados(_db, _diccionario), _recetas, ficha.Quien, _reloj);

        Exigir(ficha, new AbrirExpedienteHandler(_db, _diccionario, escritura, reparos, new(_db, _diccionario, ficha.Quien, _reloj), representadas, new(_db, _sellos, new(_diccionario), ficha.Quien, _reloj), bitacora, ficha.Quien, _reloj)
            .Preparar(ficha.Orden, [], ficha.Quien.Institucion).Fallas);
        if (ficha is { RegistradoEn: { } registrado, Folio: { } folio })
        {
            turno.Momento = registrado;
            var lector = new LectorDeExpediente(_db, archivo, _diccionario, _fuente, ficha.Quien, _reloj);
            var leido = Leer(lector);
            var registrar = new RegistrarExpedienteHandler(_db, _diccionario, lector, reparos, bitacora, ficha.Quien, _reloj);
            Exigir(ficha, registrar.Reparos(leido));
            registrar.Preparar(leido, folio);
            bitacora.Asentar(ExpedienteConsultado.En(FichaGenerada.Pantalla, leido.Vista.GruposAbiertos), leido.Expediente.Id);
        }

        foreach (var entrada in _db.ChangeTracker.Entries())
        {
            lote.Agregar(entrada.Entity);
        }

        lote.Asientos.AddRange(_db.Pendientes);
        lote.Fichas++;
        _db.Pendientes.Clear();
        _db.ChangeTracker.Clear();
        FichaEnCurso.Terminar();
    }

    public void Dispose() => _alcance.Dispose();

    // What who registers would read, had it been stored between the two.
    private ExpedienteLeido Leer(LectorDeExpediente lector)
    {
        var escritas = _db.ChangeTracker.Entries().Select(e => e.Entity).ToList();
        return lector.Armar(
            escritas.OfType<Expediente>().Single(),
            [.. escritas.OfType<Seccion>().OrderBy(s => s.Clave, StringComparer.Ordinal).ThenBy(s => s.Orden).ThenBy(s => s.Fila)],
            [.. escritas.OfType<LlaveDeDatos>()],
            NadaAbierto,
            deSuDia: new Dictionary<int, DiccionarioVigente>());
    }

    private static void Exigir(FichaGenerada ficha, IReadOnlyList<Falla> fallas)
    {
        if (fallas.Count > 0)
        {
            throw new InvalidOperationException($"File {ficha.Numero}: {string.Join(' ', fallas.Select(f => $"{f.Campo}: {f.Mensaje}"))}");
        }
    }
}
