using System.Globalization;
using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>One question and its answer in words.</summary>
/// <param name="Fila">«Explotación 2» for rows of a group; null for single answers.</param>
/// <param name="Texto">Null when there is no answer.</param>
public sealed record RenglonDeResumen(Variable Variable, int? Fila, string? Texto, bool Protegida);

/// <summary>A page in words: check answers, print, history.</summary>
public sealed class ResumenDePagina(DiccionarioVigente diccionario)
{
    /// <summary>What is asked of this file today, in order; questions whose condition does not hold are left out.</summary>
    public IReadOnlyList<RenglonDeResumen> De(string pagina, ExpedienteLeido leido) => De(PaginaLeida.De(diccionario, diccionario.Pagina(pagina)!, leido));

    public IReadOnlyList<RenglonDeResumen> De(PaginaLeida pagina) =>
    [
        .. pagina.Preguntas.Where(v => v.Unidad != UnidadDeVariable.Fila && Reglas.EsVisible(v, pagina.Contexto))
            .Select(v => Renglon(v, null, pagina.Visibles.Unicas, pagina.Vista)),

        // Conditions are tested on what the row says, not on what this reader sees of it.
        .. from grupo in pagina.Preguntas.Where(v => v.Unidad == UnidadDeVariable.Fila).GroupBy(v => v.Grupo!)
           from fila in pagina.Reales.Filas.GetValueOrDefault(grupo.Key, [])
           let contexto = pagina.Contexto.DeFila(fila)
           let visible = pagina.Visibles.Filas[grupo.Key].Single(f => f.Numero == fila.Numero)
           from variable in grupo
           where Reglas.EsVisible(variable, contexto)
           select Renglon(variable, fila.Numero, visible.Respuestas, pagina.Vista),
    ];

    private RenglonDeResumen Renglon(Variable variable, int? fila, IReadOnlyDictionary<string, Respuesta> respuestas, Vista vista)
    {
        var idioma = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? Idioma.Ingles : Idioma.Espanol;
        var respuesta = respuestas.GetValueOrDefault(variable.Clave);
        var protegida = respuesta?.Valor is ValorProtegido;

        return new(variable, fila, respuesta is null || protegida ? null : EnPalabras.De(variable, respuesta, diccionario, vista.VeLugarFino(variable), idioma), protegida);
    }
}
