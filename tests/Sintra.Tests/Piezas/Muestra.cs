using Sintra.Diccionario;

namespace Sintra.Tests.Piezas;

/// <summary>Plausible answers for every variable, every third one a state.</summary>
internal static class Muestra
{
    public static Respuestas De(string pagina, int vuelta = 0)
    {
        var variables = Taller.Diccionario.DePagina(pagina).Where(v => v.Tipo != TipoDeVariable.Archivo).ToList();
        return new(
            variables.Where(v => v.Unidad != UnidadDeVariable.Fila).Index().ToDictionary(v => v.Item.Clave, v => De(v.Item, v.Index + vuelta)),
            variables.Where(v => v.Unidad == UnidadDeVariable.Fila).GroupBy(v => v.Grupo!).ToDictionary(
                g => g.Key,
                IReadOnlyList<Fila> (g) => [.. Enumerable.Range(1, 2).Select(n => new Fila(n, g.Index().ToDictionary(v => v.Item.Clave, v => De(v.Item, v.Index + n + vuelta))))]));
    }

    public static Respuesta De(Variable variable, int indice) => indice % 3 == 2
        ? Respuesta.Sin((EstadoDeRespuesta)(1 + (indice % 4)))
        : Respuesta.Con(Valor(variable, indice));

    private static Valor Valor(Variable variable, int indice)
    {
        var opciones = Taller.Diccionario.CatalogoDe(variable)?.Elegibles.Select(o => o.Codigo).ToList() ?? [];
        return variable.Tipo switch
        {
            TipoDeVariable.Opcion or TipoDeVariable.SiNo => new ValorDeOpcion(opciones[indice % opciones.Count]),
            TipoDeVariable.Opciones => new ValorDeOpciones([.. opciones.Where((_, i) => i % 3 == 1).Take(3)]),
            TipoDeVariable.Entero or TipoDeVariable.Decimal => new ValorDeNumero(indice),
            TipoDeVariable.Fecha => new ValorDeFecha(new(2024, 3, 27)),
            TipoDeVariable.FechaParcial => new ValorDeFechaParcial((indice % 5) switch
            {
                0 => FechaParcial.Del(new(2024, 3, 27)),
                1 => FechaParcial.De(2024, 3, aproximada: true),
                2 => FechaParcial.De(2023, null),
                3 => new(new(2023, 1, 1), new(2023, 6, 30), PrecisionDeFecha.Periodo),
                _ => new(null, new(2023, 6, 30), PrecisionDeFecha.Antes),
            }),
            TipoDeVariable.PeriodoParcial => new ValorDePeriodo(new(FechaParcial.De(2023, 5), FechaParcial.De(2024, null), Aproximada: true)),
            TipoDeVariable.Lugar => new ValorDeLugar(new("MX", "20", "20067", "Canario", "por el mercado")),
            TipoDeVariable.Edad => new ValorDeEdad(indice % 2 == 0 ? new(17, 17, null, new(2026, 1, 1)) : new(15, 18, "APRECIACION", new(2026, 1, 1))),
            TipoDeVariable.Referencia => new ValorDeReferencia("1"),
            TipoDeVariable.Telefono => new ValorDeTexto("5512345678"),
            TipoDeVariable.Correo => new ValorDeTexto("canario@ejemplo.org"),
            TipoDeVariable.Curp => new ValorDeTexto("GOMC000101MDFRRN09"),
            _ => new ValorDeTexto((variable.Sellada ? "Canario <b>&amp;" : "Oficio <b>&amp;")[..Math.Min(15, variable.Max ?? 15)]),
        };
    }
}
