using Microsoft.Extensions.DependencyInjection;
using Sintra.Expedientes;

namespace Sintra.Bench.Generador;

/// <summary>
/// Makes a file by the use cases' own code and takes its rows out of the context instead of storing them. The database is never asked.
/// </summary>
internal sealed class Fabrica(IServiceProvider servicios, Fichas fichas)
{
    private static readonly Dictionary<string, DateTime> NadaAbierto = [];

    /// <exception cref="InvalidOperationException">A use case refuses the file: the generator is at fault.</exception>
    public void Hacer(int n, Lote lote)
    {
        var ficha = fichas.De(n);
        var turno = FichaEnCurso.Empezar(ficha, fichas.Semilla);
        using var alcance = servicios.CreateScope();
        var db = alcance.ServiceProvider.GetRequiredService<SintraDb>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;

        Exigir(ficha, alcance.ServiceProvider.GetRequiredService<AbrirExpedienteHandler>().Preparar(ficha.Orden).Fallas);
        if (ficha is { RegistradoEn: { } registrado, Folio: { } folio })
        {
            turno.Momento = registrado;
            Registrar(alcance.ServiceProvider, db, ficha, folio);
        }

        foreach (var entrada in db.ChangeTracker.Entries())
        {
            lote.Agregar(entrada.Entity);
        }

        lote.Asientos.AddRange(db.Pendientes);
        lote.Fichas++;
        FichaEnCurso.Terminar();
    }

    private static void Registrar(IServiceProvider sp, SintraDb db, FichaGenerada ficha, string folio)
    {
        var escritas = db.ChangeTracker.Entries().Select(e => e.Entity).ToList();
        var registrar = sp.GetRequiredService<RegistrarExpedienteHandler>();
        var expediente = escritas.OfType<Expediente>().Single();
        var leido = sp.GetRequiredService<LectorDeExpediente>().Armar(
            expediente,
            [.. escritas.OfType<Seccion>().OrderBy(s => s.Clave, StringComparer.Ordinal).ThenBy(s => s.Orden).ThenBy(s => s.Fila)],
            [.. escritas.OfType<LlaveDeDatos>()],
            NadaAbierto);
        Exigir(ficha, registrar.Reparos(leido));
        registrar.Preparar(leido, folio);
        sp.GetRequiredService<Bitacora>().Asentar(ExpedienteConsultado.En(FichaGenerada.Pantalla, leido.Vista.GruposAbiertos), expediente.Id);
    }

    private static void Exigir(FichaGenerada ficha, IReadOnlyList<Falla> fallas)
    {
        if (fallas.Count > 0)
        {
            throw new InvalidOperationException($"File {ficha.Numero}: {string.Join(' ', fallas.Select(f => $"{f.Campo}: {f.Mensaje}"))}");
        }
    }
}
