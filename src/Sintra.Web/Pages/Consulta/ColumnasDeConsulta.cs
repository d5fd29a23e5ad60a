using Microsoft.Extensions.Localization;
using Sintra.Consulta;
using Sintra.Diccionario;
using Sintra.Web.Pages.Expedientes;

namespace Sintra.Web.Pages.Consulta;

/// <summary>A column of the results: filter columns alone, never an identity.</summary>
public sealed record ColumnaDeConsulta(string Clave, string Titulo, Func<RenglonDeBusqueda, string> Valor);

/// <summary>Which columns there are and which the account chose: a cookie that holds their keys, and whose they are, so that the next person at the machine begins anew.</summary>
public sealed class ColumnasDeConsulta(DiccionarioVigente diccionario, PalabrasDeExpediente palabras, IStringLocalizer<Recursos.TextosDeConsulta> textos, Sesion sesion)
{
    private const string Nombre = "sintra-columnas";
    private static readonly string[] PorOmision = ["edad", "sexo", "calidad", "lugar", "deteccion", "estado", "registro"];

    public IReadOnlyList<ColumnaDeConsulta> Todas =>
    [
        new("edad", textos["Columna.edad"], r => palabras.Edad(r.Filtros.EdadMinima, r.Filtros.EdadMaxima)),
        DelDiccionario("sexo", f => f.Sexo),
        DelDiccionario("calidad", f => f.Calidad),
        new("lugar", textos["Columna.lugar"], r => r.Filtros.DeteccionEntidad is null ? palabras.Opcion("paises", r.Filtros.DeteccionPais) : palabras.Lugar(r.Filtros.DeteccionEntidad, r.Filtros.DeteccionMunicipio)),
        new("deteccion", textos["Columna.deteccion"], r => palabras.Dias(r.Filtros.DeteccionDesde, r.Filtros.DeteccionHasta)),
        new("estado", textos["Columna.estado"], r => palabras.Estado(r.Estado)),
        new("registro", textos["Columna.registro"], r => palabras.Dia(r.CreadoEn)),
        new("institucion", textos["Columna.institucion"], r => palabras.Institucion(r.Institucion)),
        DelDiccionario("nivel_identificacion", f => f.NivelIdentificacion),
        DelDiccionario("grupo_edad", f => f.GrupoDeEdad),
        DelDiccionario("via_deteccion", f => f.ViaDeteccion),
        DelDiccionario("tipo_victima", f => f.TipoVictima),
        DelDiccionario("idioma", f => f.Idioma),
    ];

    /// <summary>Those that the account chose, or the usual ones.</summary>
    public IReadOnlyList<ColumnaDeConsulta> Elegidas(HttpContext contexto)
    {
        var partes = contexto.Request.Cookies[Galleta.Prefijo(contexto.Request.IsHttps) + Nombre]?.Split('.') ?? [];
        var claves = partes is [var dueno, .. var suyas] && dueno == Dueno && suyas.Length > 0 ? suyas : PorOmision;
        return [.. Todas.Where(c => claves.Contains(c.Clave))];
    }

    public void Recordar(HttpContext contexto, IEnumerable<string> claves) => contexto.Response.Cookies.Append(
        Galleta.Prefijo(contexto.Request.IsHttps) + Nombre,
        string.Join('.', Todas.Select(c => c.Clave).Intersect(claves).Prepend(Dueno)),
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            Path = "/",
            SameSite = SameSiteMode.Strict,
            Secure = contexto.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(180),
        });

    private string Dueno => sesion.Cuenta.Valor.ToString("n")[^8..];

    private ColumnaDeConsulta DelDiccionario(string clave, Func<Sintra.Expedientes.FiltrosDeExpediente, string?> valor)
    {
        var variable = diccionario[clave];
        return new(clave, QuienLee.EnIngles ? variable.EtiquetaEn : variable.Etiqueta, r => palabras.Opcion(variable.Catalogo!, valor(r.Filtros)));
    }
}
