using Sintra.Expedientes.Anexos;

namespace Sintra.Web.Piezas.Campos;

/// <summary>A document to be chosen. It comes back empty when the form does: no browser lets a page choose one.</summary>
internal static class ControlDeArchivo
{
    private static readonly string Extensiones = string.Join(',', Reconocedor.Formatos.Append("jpeg").Select(f => "." + f));

    public static void Escribir(Lienzo l, Pregunta p) => l.H.Abrir("input",
        ("class", "govuk-file-upload"), ("type", "file"), ("id", p.Id), ("name", p.Ruta), ("accept", Extensiones),
        ("aria-describedby", Marco.Descripcion(p)), ("aria-invalid", p.Fallas.Count > 0 ? "true" : null));
}
