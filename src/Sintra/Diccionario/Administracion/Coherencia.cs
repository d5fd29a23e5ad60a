using System.Text.RegularExpressions;

namespace Sintra.Diccionario;

/// <summary>What a dictionary must hold to be usable, beyond the grammar of each element: the same for the program's and for people's changes.</summary>
public static partial class Coherencia
{
    /// <summary>What the column of an institution's name holds, the longest of all.</summary>
    private const int LargoDeNombre = 400;

    private const string ClaveMala = "La clave empieza con letra y lleva sólo minúsculas sin acento, dígitos y guion bajo; hasta 40.";

    /// <param name="diccionario">As it would be.</param>
    /// <returns>Faults with the column at fault; empty when it may be published.</returns>
    public static IEnumerable<Falla> Reparos(DiccionarioVigente diccionario) => diccionario.Variables.Where(v => !v.Retirada).SelectMany(v => Reparos(diccionario, v))
        .Concat(diccionario.Paginas.SelectMany(p => DeCondicion(diccionario, p.Clave, p.Condicion)))
        .Concat(diccionario.TodasLasPaginas.Where(p => !ClaveDeVariable().IsMatch(p.Clave)).Select(_ => new Falla("clave", ClaveMala)))
        .Concat(diccionario.Catalogos.Values.SelectMany(c => c.Opciones).Where(o => o.Nombre.Length > LargoDeNombre || o.Nombre.Any(char.IsControl))
            .Select(_ => new Falla("nombre", $"Escriba la respuesta en un renglón, de {LargoDeNombre} caracteres o menos.")))
        .Concat(diccionario.Catalogos.Values.SelectMany(c => c.Opciones).Where(o => !CodigoDeOpcion().IsMatch(o.Codigo))
            .Select(o => new Falla("codigo", $"El código «{o.Codigo}» sólo puede llevar letras, dígitos, guion, diagonal y punto.")));

    private static IEnumerable<Falla> Reparos(DiccionarioVigente diccionario, Variable variable)
    {
        if (!ClaveDeVariable().IsMatch(variable.Clave))
        {
            yield return new("clave", ClaveMala);
        }

        var cerrada = variable.Tipo is TipoDeVariable.Opcion or TipoDeVariable.Opciones or TipoDeVariable.SiNo;
        if (cerrada != (variable.Catalogo is not null))
        {
            yield return new("catalogo", cerrada ? "Elija el catálogo de sus respuestas." : "Sólo las preguntas cerradas llevan catálogo.");
        }
        else if (variable.Catalogo is { } catalogo && !diccionario.Catalogos.ContainsKey(catalogo))
        {
            yield return new("catalogo", "Ese catálogo no existe.");
        }

        if (variable.Pagina is { } pagina && diccionario.Pagina(pagina) is null)
        {
            yield return new("pagina", "Esa página no existe.");
        }

        if (variable.Grupo is null && variable.Unidad is UnidadDeVariable.Fila or UnidadDeVariable.Entidad)
        {
            yield return new("unidad", "Diga de qué grupo de renglones es.");
        }

        if (variable.Privacidad == Privacidad.ID && !variable.Sellada)
        {
            yield return new("privacidad", "Lo que identifica a una persona se sella.");
        }

        if (variable.Sellada && (variable.Cubo is not null || variable.Filtrable))
        {
            yield return new("filtrable", "Lo sellado no entra a estadísticas ni a filtros.");
        }

        if (variable.Pagina is not null && variable.Sellada && !diccionario.GruposDeIdentidad.Any(g => g.Clave == variable.GrupoDeIdentidad))
        {
            yield return new("grupo_de_identidad", "Diga con qué grupo de datos se muestra.");
        }

        if (variable.Requerido == Requerido.C && variable.Condicion is null)
        {
            yield return new("condicion", "Una pregunta condicionada necesita su condición.");
        }

        if (variable.Unidad != UnidadDeVariable.Sistema && string.IsNullOrWhiteSpace(variable.Ayuda?.Definicion))
        {
            yield return new("definicion", "Escriba qué significa: es la ayuda que verá quien captura.");
        }

        foreach (var falla in DeCondicion(diccionario, variable.Clave, variable.Condicion))
        {
            yield return falla;
        }
    }

    private static IEnumerable<Falla> DeCondicion(DiccionarioVigente diccionario, string clave, Condicion? condicion)
    {
        foreach (var referencia in condicion?.Referencias ?? [])
        {
            if (diccionario.Buscar(referencia) is not { Retirada: false })
            {
                yield return new("condicion", $"La condición de «{clave}» nombra «{referencia}», que no existe o está retirada.");
            }
            else if (Alcanza(diccionario, referencia, clave, []))
            {
                yield return new("condicion", $"La condición de «{clave}» depende de sí misma.");
            }
        }
    }

    private static bool Alcanza(DiccionarioVigente diccionario, string desde, string clave, HashSet<string> vistas) =>
        desde == clave || (vistas.Add(desde) && (diccionario.Buscar(desde)?.Condicion?.Referencias ?? []).Any(r => Alcanza(diccionario, r, clave, vistas)));

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}$")]
    private static partial Regex ClaveDeVariable();

    [GeneratedRegex("^[A-Za-z0-9ÁÉÍÓÚÑáéíóúñ_./ -]{1,40}$")]
    private static partial Regex CodigoDeOpcion();
}
