using Sintra.Diccionario;

namespace Sintra.Expedientes;

/// <summary>Which questions a page asks of a file today.</summary>
public static class PreguntasDePagina
{
    /// <summary>
    /// Every variable of the page that a person can type: files wait for attachments, and the condition of the person is asked only until the
    /// file is registered, for from then on it changes by determinations with date and authority.
    /// </summary>
    public static IEnumerable<Variable> De(DiccionarioVigente diccionario, Pagina pagina, Expediente? expediente) => diccionario
        .DePagina(pagina.Clave)
        .Where(v => v.Tipo != TipoDeVariable.Archivo)
        .Where(v => v.Unidad != UnidadDeVariable.Entidad || expediente is null or { RegistradoEn: null });
}
