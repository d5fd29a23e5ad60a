namespace Sintra.Web.Piezas.Campos;

/// <summary>A row or record of the same file, chosen among those there are.</summary>
internal static class ControlDeReferencia
{
    public static void Escribir(Lienzo l, Pregunta p, IReadOnlyList<OpcionDeReferencia> opciones) =>
        ControlDeOpcion.Lista(l, p.Id, p.Ruta, p.Crudos.Uno(p.Ruta), [.. opciones.Select(o => (o.Id, o.Texto))], p, Marco.Descripcion(p));
}
