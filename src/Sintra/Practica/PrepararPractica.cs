using Microsoft.Extensions.DependencyInjection;
using Sintra.Cuentas;
using Sintra.Expedientes;

namespace Sintra.Practica;

/// <param name="Escritos">Files written now.</param>
/// <param name="Expedientes">Made-up files there are.</param>
public sealed record PracticaPreparada(int Escritos, int Expedientes, IReadOnlyList<CredencialDePractica> Cuentas);

/// <summary>
/// Accounts and made-up files, written by the use cases of the form, each as the account or institution that would have written it.
/// What is there is left as it is, so that what was interrupted goes on and a greater number only adds.
/// </summary>
public sealed class PrepararPracticaHandler(IServiceScopeFactory alcances, ModoDePractica modo, TimeProvider reloj)
{
    private const string Prefijo = "PRACTICA-";

    // Over how many days the files were captured, and how old a draft may be (they are purged after 28).
    private const int Dias = 540;
    private const int DiasDeBorrador = 20;

    /// <summary>Of a hundred files, how many the state's own unit writes; the rest are of the accounts.</summary>
    private const int DeLaEntidad = 45;

    /// <exception cref="InvalidOperationException">This is not a practice system.</exception>
    public async Task<PracticaPreparada> EjecutarAsync(int cuantos, CancellationToken ct)
    {
        if (!modo.Activo)
        {
            throw new InvalidOperationException("Made-up files are for practice alone.");
        }

        Atrasar(Dias + 1);
        var cuentas = await EnAlcanceAsync(null, sp => sp.GetRequiredService<CuentasDePractica>().PrepararAsync(ct));
        Atrasar(0);
        var (registrantes, hay) = await EnAlcanceAsync(null, async sp =>
        {
            var db = sp.GetRequiredService<SintraDb>();
            var numeros = await db.Expedientes.Where(e => e.NumeroDeOrigen!.StartsWith(Prefijo)).Select(e => e.NumeroDeOrigen!).ToListAsync(ct);
            return (await RegistrantesAsync(db, ct), numeros.ToHashSet());
        });

        var escritos = 0;
        for (var n = 1; n <= cuantos; n++)
        {
            if (!hay.Contains(Numero(n)))
            {
                await EscribirAsync(n, cuantos, registrantes, ct);
                escritos++;
            }
        }

        return new(escritos, hay.Count + escritos, cuentas);
    }

    private static string Numero(int n) => $"{Prefijo}{n:000000}";

    private async Task EscribirAsync(int n, int cuantos, IReadOnlyList<Sesion> registrantes, CancellationToken ct)
    {
        var azar = new Azar(0xA11A_0000UL + (ulong)n);

        // In the order in which they are written, so that the log reads as it would have; what was left half done is of these weeks.
        Atrasar(FichaDePractica.De(n, reloj.Hoy).SeRegistra ? Dias * (double)(cuantos - n) / cuantos : DiasDeBorrador * (double)azar.Entre(1, 100) / 100);
        var ficha = FichaDePractica.De(n, reloj.Hoy);
        var quien = azar.Cae(DeLaEntidad) ? Sesion.DelSistema($"UETP-{ficha.Entidad}") : azar.Uno(registrantes);
        await EnAlcanceAsync(quien, async sp =>
        {
            var abierto = await sp.GetRequiredService<AbrirExpedienteHandler>().EjecutarAsync(new(ficha.PaginasDe(quien.Institucion), NumeroDeOrigen: Numero(n)), ct);
            Exigir(n, abierto);
            if (ficha.SeRegistra)
            {
                Exigir(n, await sp.GetRequiredService<RegistrarExpedienteHandler>().EjecutarAsync(abierto.Valor, ct));
            }

            return 0;
        });
    }

    private void Atrasar(double dias) => (reloj as RelojDePractica)?.Atrasar(TimeSpan.FromDays(dias));

    private static async Task<IReadOnlyList<Sesion>> RegistrantesAsync(SintraDb db, CancellationToken ct)
    {
        var permisos = db.PermisosDePerfil;
        var cuentas = await (
            from c in db.Cuentas
            join p in db.Perfiles on c.Perfil equals p.Clave
            join i in db.Instituciones on c.Institucion equals i.Sigla
            where p.Clave != Perfil.ClienteApi && permisos.Any(x => x.Perfil == p.Clave && x.Permiso == Permiso.ExpedienteRegistrar)
            orderby c.CorreoNormalizado
            select new { c.Id, i.Sigla, i.Entidad, p.Alcance, p.Nivel, Permisos = permisos.Where(x => x.Perfil == p.Clave).Select(x => x.Permiso).ToList() }).ToListAsync(ct);
        return [.. cuentas.Select(c => new Sesion(c.Id, c.Sigla, c.Entidad, c.Alcance, c.Nivel, c.Permisos.ToHashSet()))];
    }

    private async Task<T> EnAlcanceAsync<T>(Sesion? quien, Func<IServiceProvider, Task<T>> accion)
    {
        await using var alcance = alcances.CreateAsyncScope();
        alcance.ServiceProvider.GetRequiredService<SesionActual>().Es(quien ?? Sesion.DelSistema(""));
        return await accion(alcance.ServiceProvider);
    }

    // The generator is ours: what the use case refuses of it is a fault of the program, not of whoever runs it.
    private static void Exigir<T>(int n, Resultado<T> resultado)
    {
        if (!resultado.EsExito)
        {
            throw new InvalidOperationException($"File {n}: {string.Join(' ', resultado.Fallas.Select(f => $"{f.Campo}: {f.Mensaje}"))}");
        }
    }
}
