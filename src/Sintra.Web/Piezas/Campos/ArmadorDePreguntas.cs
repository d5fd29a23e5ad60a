using Microsoft.Extensions.Localization;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Web.Piezas.Campos;

/// <summary>Makes the questions of one page: what each shows, what it hides, when it is asked.</summary>
internal sealed class ArmadorDePreguntas(FormularioDePagina formulario, IReadOnlyList<Variable> variables, Crudos guardados, IStringLocalizer textos)
{
    private static readonly string[] PartesDelDetalle = ["localidad", "como"];

    private const int PalabrasDeFila = 3;

    // Of a row that was not sent, since the form said it in a line, what is stored.
    private readonly Crudos _mostrados = formulario.Enviados is { } enviados
        ? new Crudos(guardados.Valores.Where(v => FilaDe(v.Key) is { } fila && !enviados.Keys.Any(c => FilaDe(c) == fila)).ToDictionary()).Con(enviados)
        : guardados.Con(formulario.Tecleados);

    private readonly HashSet<string> _enviadas = [.. (formulario.Enviados?.Keys ?? []).Select(FilaDe).OfType<string>()];

    public GrupoDeFilas DeGrupo(string grupo, IReadOnlyList<Variable> columnas)
    {
        var numeros = formulario.Guardadas.Filas.GetValueOrDefault(grupo, []).Select(f => f.Numero)
            .Union(_mostrados.FilasDe(grupo)).Order().ToList();
        if (numeros.Count == 0 || formulario.Agregar == grupo)
        {
            numeros.Add(Math.Max(numeros.LastOrDefault(), formulario.UltimaFila.GetValueOrDefault(grupo)) + 1);
        }

        var abiertas = Abiertas(grupo, numeros);
        return new(grupo, Mensajes(grupo), [.. numeros.Select(n => Crudos.RutaDeFila(grupo, n) is var ruta && abiertas.Contains(ruta)
            ? DeFila(ruta, n, columnas)
            : new FilaDePreguntas(n, ruta, Quitar: false, [], []) { Resumen = EnBreve(grupo, n, columnas) })]);
    }

    // Open are the row that was asked for, a new one, and those in which there is something typed or to be mended; else the first that is proposed.
    private HashSet<string> Abiertas(string grupo, List<int> numeros)
    {
        var todas = numeros.Select(n => Crudos.RutaDeFila(grupo, n)).ToList();
        if (!formulario.FilasEnResumen || todas.Count == 1)
        {
            return [.. todas];
        }

        var conocidas = formulario.Guardadas.Filas.GetValueOrDefault(grupo, []).Select(f => Crudos.RutaDeFila(grupo, f.Numero)).ToHashSet();
        var guardadas = (formulario.Guardados ?? formulario.Guardadas).Filas.GetValueOrDefault(grupo, []).Select(f => Crudos.RutaDeFila(grupo, f.Numero)).ToHashSet();
        var tecleadas = (formulario.Tecleados?.Keys ?? []).Concat(formulario.Tocados ?? []).Concat(formulario.Fallas.Select(f => f.Campo ?? "")).Select(FilaDe).ToHashSet();
        var abiertas = todas.Where(r => r == formulario.Abrir || !conocidas.Contains(r) || tecleadas.Contains(r) || (formulario.Tocados is null && _enviadas.Contains(r))).ToHashSet();
        return abiertas.Count > 0 ? abiertas : [.. todas.Where(r => !guardadas.Contains(r)).Take(1)];
    }

    private string EnBreve(string grupo, int numero, IReadOnlyList<Variable> columnas)
    {
        var fila = formulario.Guardadas.Filas.GetValueOrDefault(grupo, []).FirstOrDefault(f => f.Numero == numero);
        var palabras = columnas
            .Where(v => v is { Sellada: false, Tipo: not (TipoDeVariable.TextoLargo or TipoDeVariable.Referencia) } && formulario.Lectura.De(v) == Proteccion.Ninguna)
            .Select(v => fila?.Respuestas.GetValueOrDefault(v.Clave) is { Valor: not (null or ValorProtegido) } respuesta
                ? EnPalabras.De(v, respuesta, formulario.Diccionario, idioma: QuienLee.EnIngles ? Idioma.Ingles : Idioma.Espanol)
                : null)
            .OfType<string>();
        return string.Join(", ", palabras.Take(PalabrasDeFila));
    }

    private static string? FilaDe(string ruta) => ruta.IndexOf(']', StringComparison.Ordinal) is > 0 and var cierre ? ruta[..(cierre + 1)] : null;

    public Pregunta? DeVariable(Variable variable, string? fila)
    {
        var ruta = fila is null ? variable.Clave : $"{fila}.{variable.Clave}";
        var condicion = variable.Condicion is null ? null
            : new ConversorDeCondicion(c => RutaEnPagina(c, fila), EsOculta, formulario.Contexto, formulario.Diccionario, textos).Convertir(variable.Condicion);
        if (condicion?.Prueba is Prueba.Fija { Valor: false })
        {
            return null;
        }

        var proteccion = formulario.Lectura.De(variable);
        var hayDato = proteccion != Proteccion.Ninguna && HayDato(ruta);
        var partes = variable.Tipo == TipoDeVariable.Lugar && proteccion == Proteccion.Ninguna && formulario.Lectura.DelDetalle(variable) != Proteccion.Ninguna
            ? PartesDelDetalle.Where(p => HayDato($"{ruta}.{p}")).ToHashSet()
            : [];
        return new()
        {
            Variable = variable,
            Ruta = ruta,
            Crudos = Visibles(variable, ruta),
            Fallas = Mensajes(ruta),
            Proteccion = hayDato ? proteccion : Proteccion.Ninguna,
            PartesProtegidas = partes,
            Condicion = condicion?.Prueba is Prueba.Fija ? null : condicion?.Prueba,
            SoloSi = condicion?.Palabras,
            YaNoAplica = !(condicion?.Prueba?.SeCumple(_mostrados) ?? true) && _mostrados.TieneAlgo(ruta),
            SinEstados = formulario.EsDeEntidad && EscrituraDeEntidad.PideValor(variable),
            Ofrecidas = formulario.Ofrecidas.GetValueOrDefault(variable.Clave),
            Referencias = formulario.Referencias.GetValueOrDefault(variable.Clave),
        };
    }

    private FilaDePreguntas DeFila(string ruta, int numero, IReadOnlyList<Variable> columnas) => new(
        numero,
        ruta,
        _mostrados.Marcada(ruta + ".quitar"),
        Mensajes(ruta),
        [.. columnas.Select(v => DeVariable(v, ruta)).OfType<Pregunta>()]);

    /// <summary>Protected answers are taken out here, once: what follows cannot leak what it does not have.</summary>
    private Crudos Visibles(Variable variable, string ruta)
    {
        if (formulario.Enviados is not null && (FilaDe(ruta) is not { } fila || _enviadas.Contains(fila)))
        {
            return _mostrados;
        }

        if (formulario.Lectura.De(variable) != Proteccion.Ninguna)
        {
            return Crudos.Ningunos.Con(formulario.Tecleados);
        }

        return variable.Tipo == TipoDeVariable.Lugar && formulario.Lectura.DelDetalle(variable) != Proteccion.Ninguna
            ? new Crudos(guardados.Valores.Where(v => !PartesDelDetalle.Any(p => v.Key == $"{ruta}.{p}")).ToDictionary()).Con(formulario.Tecleados)
            : _mostrados;
    }

    private bool HayDato(string ruta) => formulario.Lectura.HayDato?.Invoke(ruta) ?? guardados.TieneAlgo(ruta);

    private bool EsOculta(string clave) => formulario.Diccionario.Buscar(clave) is { } variable && formulario.Lectura.De(variable) != Proteccion.Ninguna;

    /// <summary>Path of a name of a condition when it is asked on this page: the same row first.</summary>
    private string? RutaEnPagina(string clave, string? fila)
    {
        var variable = variables.FirstOrDefault(v => v.Clave == clave);
        return variable switch
        {
            null => null,
            { Unidad: not UnidadDeVariable.Fila } => clave,
            _ when fila is not null && fila.StartsWith(variable.Grupo + "[", StringComparison.Ordinal) => $"{fila}.{clave}",
            _ => null,
        };
    }

    private List<string> Mensajes(string ruta) =>
        [.. formulario.Fallas.Where(f => f.Campo == ruta || (f.Campo?.StartsWith(ruta + ".", StringComparison.Ordinal) ?? false) && !ruta.EndsWith(']')).Select(f => SinEtiqueta(f.Mensaje, ruta))];

    // The summary needs the name of the question; beside the question it would be said twice.
    private string SinEtiqueta(string mensaje, string ruta)
    {
        var prefijo = formulario.Diccionario.Buscar(ruta[(ruta.LastIndexOf('.') + 1)..])?.Etiqueta + ": ";
        return prefijo.Length > 2 && mensaje.StartsWith(prefijo, StringComparison.Ordinal) && mensaje.Length > prefijo.Length
            ? char.ToUpperInvariant(mensaje[prefijo.Length]) + mensaje[(prefijo.Length + 1)..]
            : mensaje;
    }
}
