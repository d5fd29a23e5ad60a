namespace Sintra.Web.Piezas.Campos;

public static class CamposServicios
{
    /// <summary>The texts of the questions; the dictionary itself is registered by its own room.</summary>
    public static IServiceCollection AddCampos(this IServiceCollection servicios) => servicios.AddLocalization();

    /// <summary>The long catalogues, from which boxes suggest, and the help of a question.</summary>
    public static IEndpointRouteBuilder MapCampos(this IEndpointRouteBuilder rutas)
    {
        rutas.MapGet("/diccionario/opciones/{catalogo}", OpcionesDeCatalogo.Listar);
        rutas.MapGet("/diccionario/ayuda/{clave}", AyudaDePregunta.Leer);
        return rutas;
    }
}
