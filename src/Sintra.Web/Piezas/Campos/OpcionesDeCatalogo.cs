using Microsoft.AspNetCore.Mvc;
using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>A suggestion; what goes into the box is its name.</summary>
public sealed record Sugerencia(string Codigo, string Nombre);

/// <summary><c>GET /diccionario/opciones/{catalogo}?q=&amp;entidad=</c>: suggestions for the boxes of long catalogues.</summary>
internal static class OpcionesDeCatalogo
{
    private const int Maximo = 12;
    private const int LargoMaximo = 100;

    /// <param name="entidad">Code of a state: only its municipalities. Other catalogues ignore it: a shelter must not be found by where it is.</param>
    [RequiereCuenta]
    public static IResult Buscar(string catalogo, string? q, string? entidad, [FromServices] DiccionarioVigente diccionario)
    {
        if (!diccionario.Catalogos.TryGetValue(catalogo, out var opciones) || q?.Length > LargoMaximo)
        {
            return Results.BadRequest();
        }

        var deEntidad = catalogo == "municipios" && !string.IsNullOrEmpty(entidad)
            ? (Func<Opcion, bool>)(o => o.Atributos["cve_ent"] == entidad)
            : null;
        return Results.Ok(opciones.Sugerir(q ?? "", Maximo, deEntidad).Select(o => new Sugerencia(o.Codigo, opciones.NombreInconfundible(o))));
    }
}
