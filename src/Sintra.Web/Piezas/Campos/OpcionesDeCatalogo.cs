using Microsoft.AspNetCore.Mvc;
using Sintra.Diccionario;
using Sintra.Web.Seguridad;

namespace Sintra.Web.Piezas.Campos;

/// <summary><c>GET /diccionario/opciones/{catalogo}?q=&amp;entidad=</c>: suggestions for the boxes of long catalogues.</summary>
internal static class OpcionesDeCatalogo
{
    private const int Maximo = 12;
    private const int LargoMaximo = 100;

    /// <summary>A suggestion.</summary>
    public sealed record Sugerencia(string Codigo, string Nombre);

    [RequiereCuenta]
    public static IResult Buscar(string catalogo, string? q, string? entidad, [FromServices] DiccionarioVigente diccionario)
    {
        if (!diccionario.Catalogos.TryGetValue(catalogo, out var opciones) || q?.Length > LargoMaximo)
        {
            return Results.BadRequest();
        }

        // Institutions are of a state too, but a shelter must not be found by where it is.
        var deEntidad = catalogo == "municipios" ? entidad : null;
        return Results.Ok(IndiceDeOpciones.De(opciones).Buscar(q ?? "", deEntidad, Maximo).Select(o => new Sugerencia(o.Codigo, o.Nombre)));
    }
}
