using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Cuentas;
using Sintra.Diccionario;

namespace Sintra.Tests.Idiomas;

/// <summary>
/// Every page in the language that nobody speaks: what it shows outside brackets is data of the dictionary, of the catalogues or of an account; anything
/// else was written by hand where a resource should be.
/// </summary>
public sealed partial class SeudoIdiomaTests : IAsyncLifetime
{
    // The system's own name, examples of what is typed, and what a browser says of itself.
    private static readonly string[] NoSeTraducen = ["SINTRA", "pruebas", "English", "Español", "CURP"];

    private Casa _casa = null!;

    public async ValueTask InitializeAsync() => _casa = await Casa.NuevaAsync(Motor.Sqlite, servicios: CasaEnSeudoIdioma.Vestir);

    public async ValueTask DisposeAsync() => await _casa.DisposeAsync();

    [Theory]
    [InlineData("administracion_nacional", "CITP-ST")]
    [InlineData("ministerio_publico", "FEVIMTRA")]
    [InlineData("coordinacion_institucional", "UETP-07")]
    public async Task Nada_se_dice_fuera_de_los_recursos(string perfil, string institucion)
    {
        var datos = await DatosAsync();
        using var navegador = await _casa.ComoAsync(institucion, perfil);
        List<PaginaHtml> paginas = [];
        foreach (var ruta in Rutas())
        {
            using var respuesta = await navegador.PedirAsync(HttpMethod.Get, ruta);
            if (respuesta.StatusCode == HttpStatusCode.OK && respuesta.Content.Headers.ContentType?.MediaType == "text/html")
            {
                paginas.Add(await navegador.AbrirAsync(ruta));
            }
        }

        if (perfil == "ministerio_publico")
        {
            paginas.AddRange(await DelExpedienteAsync(navegador));
        }

        paginas.Count.ShouldBeGreaterThan(10);
        paginas.ShouldAllBe(p => p.Documento.DocumentElement.GetAttribute("lang")!.StartsWith("qps", StringComparison.OrdinalIgnoreCase));
        paginas.SelectMany(p => Dichos(p).Select(d => (Pagina: p.Direccion.AbsolutePath, Resto: Resto(d, datos))))
            .Where(d => d.Resto.Length > 0)
            .Select(d => $"{d.Pagina}: {d.Resto}")
            .Distinct()
            .ShouldBeEmpty();
    }

    // A file with everything on it, its pages, and what a page says when it is filled in badly.
    private static async Task<IEnumerable<PaginaHtml>> DelExpedienteAsync(NavegadorHttp navegador)
    {
        var expediente = await navegador.RegistrarAsync();
        var paginas = new List<PaginaHtml>();
        foreach (var paso in new[] { "", "/datos", "/consultas", "/mostrar", "/paginas/registro_minimo", "/paginas/documentos_e_identidad", "/paginas/explotacion" })
        {
            paginas.Add(await navegador.AbrirAsync($"/expedientes/{expediente}{paso}"));
        }

        paginas.Add(await paginas[4].EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["edad_registro.valor"] = "mil" }, estado: HttpStatusCode.UnprocessableEntity));
        paginas.Add(await paginas[3].EnviarAsync(estado: HttpStatusCode.UnprocessableEntity));
        return paginas;
    }

    // Pages that want nothing in their address.
    private IEnumerable<string> Rutas() => _casa.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(p => p.Metadata.GetMetadata<PageActionDescriptor>() is not null && !p.RoutePattern.RawText!.Contains('{', StringComparison.Ordinal))
        .Select(p => "/" + p.RoutePattern.RawText!.TrimStart('/'))
        .Concat(["/instituciones/CITP-ST", "/perfiles/osc", "/perfiles/osc/muestra", "/perfiles/editar", "/diccionario/opciones/sexo", "/diccionario/elementos/Variable", "/compromisos/conducta/publicar", "/error/404"])
        .Distinct();

    private static IEnumerable<string> Dichos(PaginaHtml pagina)
    {
        var cuerpo = pagina.Documento.Body!;
        var textos = cuerpo.Descendants<IText>().Where(t => t.ParentElement is not (null or { LocalName: "script" or "code" })).Select(t => t.Data);
        var atributos = cuerpo.QuerySelectorAll("*").SelectMany(e => new[] { "title", "aria-label", "placeholder", "alt" }.Select(e.GetAttribute)).OfType<string>();
        return textos.Concat(atributos).Append(pagina.Titulo);
    }

    // What is left once the resources and the data are taken out: nothing, or a word somebody wrote by hand.
    private static string Resto(string dicho, HashSet<string> datos)
    {
        var resto = dicho;
        for (var antes = ""; antes != resto;)
        {
            antes = resto;
            resto = EntreCorchetes().Replace(antes, " ");
        }

        resto = string.Join(' ', resto.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (!Palabra().IsMatch(resto) || datos.Contains(resto) || Cosa().IsMatch(resto))
        {
            return "";
        }

        // A list of data, a datum with its code, an answer in words: the longest datum first, for some hold others.
        resto = FechaOEdad().Replace(resto, " ");
        foreach (var dato in datos.Where(d => d.Length > 2 && resto.Contains(d, StringComparison.Ordinal)).OrderByDescending(d => d.Length))
        {
            resto = resto.Replace(dato, " ", StringComparison.Ordinal);
        }

        return Palabra().Matches(resto).Any(p => !NoSeTraducen.Contains(p.Value) && !datos.Contains(p.Value) && !Cosa().IsMatch(p.Value)) ? resto.Trim() : "";
    }

    private async Task<HashSet<string>> DatosAsync()
    {
        var diccionario = _casa.Services.GetRequiredService<FuenteDelDiccionario>().Vigente;
        var datos = new HashSet<string>();
        foreach (var variable in diccionario.Variables)
        {
            datos.UnionWith([variable.Etiqueta, variable.Grupo ?? "", .. variable.Ayuda is { } a ? (string[])[a.Definicion, a.CuandoUsar, a.Ejemplo, a.Fuente, a.ComoSeCuenta] : []]);
        }

        datos.UnionWith(diccionario.TodasLasPaginas.Select(p => p.Titulo));
        datos.UnionWith(Semilla.Filas("diccionario/secciones.csv").Select(f => f["nombre"]));
        datos.UnionWith(diccionario.Catalogos.Values.SelectMany(c => c.Opciones).Select(o => o.Nombre));
        datos.UnionWith(diccionario.Catalogos.Keys);
        datos.UnionWith(diccionario.Catalogos["fuente_edad"].Opciones.Select(o => o.Nombre.ToLowerInvariant()));
        datos.UnionWith(Enum.GetValues<EstadoDeRespuesta>().Select(e => Sintra.Diccionario.EnPalabras.De(e)));
        datos.UnionWith(diccionario.GruposDeIdentidad.Select(g => g.Titulo));
        datos.UnionWith(CatalogoDePermisos.Todos.Select(p => p.Descripcion));
        await _casa.EnDbAsync(async db =>
        {
            datos.UnionWith(await db.Perfiles.Select(p => p.Nombre).ToListAsync());
            datos.UnionWith(await db.Instituciones.Select(i => i.Nombre).ToListAsync());
            foreach (var compromiso in await db.Compromisos.ToListAsync())
            {
                datos.UnionWith([compromiso.Titulo, .. compromiso.Texto.Split("\n\n").Append(compromiso.Texto).Select(p => string.Join(' ', p.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))]);
            }
        });
        return datos;
    }

    [GeneratedRegex("⟦[^⟦⟧]*⟧")]
    private static partial Regex EntreCorchetes();

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Palabra();

    // Keys, folios, addresses, accounts of tests.
    [GeneratedRegex(@"^([A-Z0-9-]{2,}|[a-z0-9]+[_.][a-z0-9_.]+|\S+@\S+|/\S*|https?://\S+|Cuenta de pruebas \w+)$")]
    private static partial Regex Cosa();

    // Dates and ages, which the core says in the language of the data.
    [GeneratedRegex(@"\b\d{1,2} (?:de )?(?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)\p{L}*\.?(?: de)? \d{4}|\b\d+ años")]
    private static partial Regex FechaOEdad();
}
