using Microsoft.Extensions.DependencyInjection;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Bench;

/// <summary>Where the application's own time of a creation goes: its parts done alone, without the database, one after another.</summary>
internal static class Partes
{
    public static async Task<IReadOnlyList<(string Parte, double Us)>> MedirAsync(Nodo nodo, int operaciones)
    {
        var diccionario = nodo.Servicios.GetRequiredService<FuenteDelDiccionario>().Vigente;
        var reloj = nodo.Servicios.GetRequiredService<TimeProvider>();
        var ficha = await CpuAsync(operaciones, n => Task.FromResult(FichaSintetica.De(n)));
        var leer = await CpuAsync(operaciones, n => Task.FromResult(FichaSintetica.Leer(FichaSintetica.De(n), diccionario, new(diccionario), reloj.Hoy)));
        var alcance = await CpuAsync(operaciones, n => nodo.EnAlcanceAsync(sp => Task.FromResult(sp.GetRequiredService<AbrirExpedienteHandler>())));
        var escribir = await CpuAsync(operaciones, n => nodo.EnAlcanceAsync(sp =>
        {
            var expediente = new Expediente
            {
                Hecho = HechoId.Nuevo(), Institucion = Nodo.Quien.Institucion, CapturadoPor = Nodo.Quien.Cuenta, CreadoEn = reloj.Ahora, Filtros = new(),
            };
            var capturas = FichaSintetica.Leer(FichaSintetica.De(n), diccionario, new(diccionario), reloj.Hoy);
            sp.GetRequiredService<SintraDb>().Add(expediente);
            return Task.FromResult(sp.GetRequiredService<EscrituraDeExpediente>().Escribir(expediente, [], [], capturas, new(new Vista(Nodo.Quien, new HashSet<string>()), Mostrado: null, Terminada: false)));
        }));
        return
        [
            ("made-up file itself (the bench's own)", ficha),
            ("reading and validating 60 answers", leer - ficha),
            ("scope and its services", alcance),
            ("sections as JSON, seals, tokens, filters, tracking", escribir - leer - alcance),
        ];
    }

    private static async Task<double> CpuAsync(int operaciones, Func<int, Task> accion)
    {
        for (var n = 0; n < operaciones; n++)
        {
            await accion(n);
        }

        var antes = Environment.CpuUsage.TotalTime;
        for (var n = 0; n < operaciones; n++)
        {
            await accion(n);
        }

        return (Environment.CpuUsage.TotalTime - antes).TotalMicroseconds / operaciones;
    }
}
