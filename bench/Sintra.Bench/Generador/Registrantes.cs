using Sintra.Diccionario;
using Sintra.Practica;

namespace Sintra.Bench.Generador;

/// <summary>Who registers, as the practice system has it and with the rest of the catalogue: a few institutions write most of the files.</summary>
internal sealed class Registrantes
{
    private const int MasCuentas = 8;

    private static readonly (string Quien, int Peso)[] Pesos =
        [("UETP", 45), ("FEVIMTRA", 13), ("INM", 9), ("CEAV", 8), ("OSC", 8), ("DIF", 6), ("CEV", 6), ("SNDIF", 5)];

    private static readonly DateTime Alta = new(2021, 1, 4, 15, 0, 0, DateTimeKind.Utc);

    private readonly ILookup<string, (string Sigla, string Entidad)> _porTipo;
    private readonly HashSet<string> _siglas;

    public Registrantes(DiccionarioVigente diccionario)
    {
        var opciones = diccionario.Catalogos["instituciones"].Opciones.Where(o => !o.Retirada).ToList();
        _siglas = [.. opciones.Select(o => o.Codigo)];
        _porTipo = opciones.ToLookup(o => o.Atributos.GetValueOrDefault("tipo", ""), o => (o.Codigo, o.Atributos.GetValueOrDefault("cve_ent", "")));
    }

    /// <param name="entidad">Where it was detected: the state's own institutions are that state's.</param>
    public Sesion De(Azar azar, string entidad)
    {
        var quien = azar.Uno(Pesos);
        var sigla = quien switch
        {
            "OSC" => Sesgado(azar, [.. _porTipo["OSC"].Select(i => i.Sigla)]),
            "DIF" or "CEV" => _porTipo[quien].Where(i => i.Entidad == entidad).Select(i => i.Sigla).FirstOrDefault() ?? $"UETP-{entidad}",
            "UETP" => $"UETP-{entidad}",
            _ => quien,
        };
        if (!_siglas.Contains(sigla))
        {
            throw new InvalidOperationException($"The catalogue of institutions has no «{sigla}».");
        }

        return Sesion.DelSistema(sigla) with { Cuenta = Cuenta(sigla, Sesgado(azar, [.. Enumerable.Range(0, MasCuentas)])) };
    }

    // The first twice as often as the second, three times as often as the third …
    private static T Sesgado<T>(Azar azar, T[] valores) => azar.Uno<T>([.. valores.Select((v, i) => (v, 840 / (i + 1)))]);

    private static CuentaId Cuenta(string sigla, int cual) =>
        new(Uuids.De(Alta, 0, sigla.Aggregate(0UL, (suma, letra) => (suma * 131) + letra), (uint)cual));
}
