namespace Sintra.Web.Operacion;

internal static class OperacionServicios
{
    /// <summary>For the process that serves the site; command-line verbs take their lanes when they first save.</summary>
    public static IServiceCollection AddGuardiaDeBitacora(this IServiceCollection servicios) => servicios.AddHostedService<GuardiaDeBitacora>();
}
