using CsCheck;
using Sintra.Diccionario;

namespace Sintra.Tests.Diccionario;

/// <summary>Answers as a careful person could have given them, for any variable of the dictionary.</summary>
internal static class RespuestasDePrueba
{
    private static readonly Gen<DateOnly> Dias = Gen.Int[0, 36_500].Select(n => new DateOnly(1920, 1, 1).AddDays(n));

    public static readonly Gen<FechaParcial> Fechas = Gen.OneOf(
        Gen.Select(Dias, Gen.Bool, (d, a) => new FechaParcial(d, d, PrecisionDeFecha.Dia, a)),
        Gen.Select(Dias, Gen.Bool, (d, a) => FechaParcial.De(d.Year, d.Month, a)),
        Gen.Select(Dias, Gen.Bool, (d, a) => FechaParcial.De(d.Year, null, a)),
        Gen.Select(Dias, Gen.Int[0, 4000], (d, n) => new FechaParcial(d, d.AddDays(n), PrecisionDeFecha.Periodo)),
        Dias.Select(d => new FechaParcial(null, d, PrecisionDeFecha.Antes)),
        Dias.Select(d => new FechaParcial(d, null, PrecisionDeFecha.Despues)));

    private static readonly Gen<string> Textos = Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.OneOf('á', 'ñ', 'Ü', '"', '<', '¿', '’', '漢')), 1, 30];

    public static Gen<Respuesta> De(Variable variable, DiccionarioVigente diccionario) => Gen.Frequency(
        (4, ValorDe(variable, diccionario).Select(Respuesta.Con)),
        (1, Gen.OneOf(EstadoDeRespuesta.NS, EstadoDeRespuesta.NC, EstadoDeRespuesta.NA, EstadoDeRespuesta.NP).Select(Respuesta.Sin)));

    public static Gen<IReadOnlyDictionary<string, Respuesta>> Unicas(DiccionarioVigente diccionario, int? cuantas = null)
    {
        var variables = diccionario.Variables.Where(v => v.Tipo != TipoDeVariable.Archivo).ToArray();
        return Gen.Shuffle(variables, cuantas ?? 0, cuantas ?? 20).SelectMany(elegidas => Todas(elegidas, diccionario));
    }

    private static Gen<IReadOnlyDictionary<string, Respuesta>> Todas(Variable[] variables, DiccionarioVigente diccionario) =>
        variables.Aggregate(
            Gen.Const(IReadOnlyDictionary<string, Respuesta> () => new Dictionary<string, Respuesta>()),
            (gen, variable) => Gen.Select(gen, De(variable, diccionario), IReadOnlyDictionary<string, Respuesta> (d, r) => new Dictionary<string, Respuesta>(d) { [variable.Clave] = r }));

    private static Gen<Valor> ValorDe(Variable variable, DiccionarioVigente diccionario) => variable.Tipo switch
    {
        TipoDeVariable.Opcion or TipoDeVariable.SiNo => Codigos(variable, diccionario).Select(Valor (c) => new ValorDeOpcion(c)),
        TipoDeVariable.Opciones => Gen.Shuffle(Elegibles(variable, diccionario), 1, 3).Select(Valor (c) => new ValorDeOpciones([.. c.OrderBy(diccionario.CatalogoDe(variable)!.Posicion)])),
        TipoDeVariable.Entero => Gen.Int[0, variable.Max ?? 1000].Select(Valor (n) => new ValorDeNumero(n)),
        TipoDeVariable.Decimal => Gen.Int[0, 10_000].Select(Valor (n) => new ValorDeNumero(n / 100m)),
        TipoDeVariable.Fecha => Dias.Select(Valor (d) => new ValorDeFecha(d)),
        TipoDeVariable.FechaParcial => Fechas.Select(Valor (f) => new ValorDeFechaParcial(f)),
        TipoDeVariable.PeriodoParcial => Gen.Select(Dias, Gen.Int[32, 4000], Gen.Int[0, 2], Gen.Bool, Valor (d, n, abierto, a) => new ValorDePeriodo(new(
            abierto == 0 ? null : FechaParcial.De(d.Year, d.Month),
            abierto == 1 ? null : FechaParcial.Del(d.AddDays(n)),
            a))),
        TipoDeVariable.Lugar => Gen.Select(Textos.Null(), Textos.Null(), Valor (l, c) => new ValorDeLugar(new("MX", "07", "07089", l, c))),
        TipoDeVariable.Edad => Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60], Valor (a, b) => new ValorDeEdad(new(a, a + b, "DICHO", new(2026, 11, 8)))),
        TipoDeVariable.Referencia => Gen.Int[1, 99].Select(Valor (n) => new ValorDeReferencia($"{n}")),
        TipoDeVariable.Telefono => Gen.Long[1_000_000_000, 9_999_999_999].Select(Valor (n) => new ValorDeTexto($"{n}")),
        TipoDeVariable.Correo => Gen.Int[1, 999].Select(Valor (n) => new ValorDeTexto($"p{n}@ejemplo.mx")),
        TipoDeVariable.Curp => Gen.String[Gen.Char['A', 'Z'], 18, 18].Select(Valor (t) => new ValorDeTexto(t)),
        _ => Textos.Select(Valor (t) => new ValorDeTexto(t[..Math.Min(t.Length, variable.Max ?? 30)])),
    };

    private static Gen<string> Codigos(Variable variable, DiccionarioVigente diccionario) => Gen.OneOf(Elegibles(variable, diccionario));

    private static string[] Elegibles(Variable variable, DiccionarioVigente diccionario) =>
        [.. diccionario.CatalogoDe(variable)!.Elegibles.Where(o => !o.Excluyente).Select(o => o.Codigo)];
}
