using Sintra.Expedientes.Anexos;

namespace Sintra.Web.Documentos;

/// <summary>The document that came with this request.</summary>
/// <param name="Contenido">Null when none came, or it was beyond the limit.</param>
/// <param name="Nombre">As the browser says.</param>
public sealed record ArchivoRecibido(ArchivoEnTransito? Contenido, string? Nombre, bool Excedido)
{
    public static readonly ArchivoRecibido Ninguno = new(null, null, false);

    public static ArchivoRecibido De(HttpContext contexto) => contexto.Features.Get<ArchivoRecibido>() ?? Ninguno;
}
