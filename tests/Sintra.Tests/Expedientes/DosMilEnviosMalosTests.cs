using System.Net;
using AngleSharp.Html.Parser;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Practica;
using Sintra.Web.Piezas;

namespace Sintra.Tests.Expedientes;

/// <summary>Two thousand bad submissions over every form of the register, page by page, by screens and in the grid of an operation; a thousand an engine, each its own: refused, tied to a field that is there, and nothing written.</summary>
public sealed class DosMilEnviosMalosTests(Casas casas)
{
    private const int Envios = 1000;

    [Theory, AmbosMotores]
    public async Task Ninguno_se_guarda_y_cada_mensaje_lleva_a_su_campo(Motor motor)
    {
        var casa = await casas.De(motor);
        var diccionario = await casa.DiccionarioAsync();
        var (fiscal, telefonista) = (await casa.CuentaAsync("FEVIMTRA", "ministerio_publico"), await casa.CuentaAsync("FEVIMTRA", "linea_telefonica"));
        using var navegador = await casa.YaDentroAsync(fiscal);
        using var linea = await casa.YaDentroAsync(telefonista);
        var id = await navegador.RegistrarAsync(ExpedientesDePruebas.Minimo(edad: "16"));
        var hecho = await casa.HechoDeAsync(id);
        List<(NavegadorHttp Navegador, string Ruta)> puertas =
        [
            .. diccionario.Paginas.Where(p => p is { Tipo: "generica", Retirada: false }).Select(p => (navegador, $"/expedientes/{id}/paginas/{p.Clave}")),
            .. diccionario.Paginas.Where(p => p is { Tipo: "generica", Retirada: false }).SelectMany(p => Enumerable
                .Range(1, PantallasDePagina.De(p, PreguntasDePagina.De(diccionario, p, null)).Count)
                .Select(n => (navegador, $"/expedientes/{id}/paginas/{p.Clave}/pantallas/{n}"))),
            (navegador, $"/hechos/{hecho}/editar"), (navegador, "/hechos/nuevo"), (navegador, $"/hechos/{hecho}/personas"), (navegador, "/registro/nuevo"), (navegador, $"/expedientes/{id}/consentimientos"),
            (navegador, $"/expedientes/{id}/calidad"), (navegador, $"/expedientes/{id}/pasos/CERRADO"), (linea, "/llamadas/nueva"),
        ];
        var azar = new Azar(20261124 + (ulong)motor);
        var antes = await HuellaAsync();
        var (mandados, cuenta) = (new Dictionary<string, int>(), 0);
        foreach (var (quien, ruta) in puertas)
        {
            var pagina = await quien.AbrirAsync(ruta);
            var preguntas = Preguntas(pagina, diccionario);
            var esRejilla = ruta.EndsWith("/personas", StringComparison.Ordinal);
            if (preguntas.Count == 0 && !esRejilla)
            {
                ruta.ShouldContain("/pantallas/", customMessage: "only a screen may ask nothing of this file");
                mandados.Add(ruta, cuenta);
                continue;
            }

            while (cuenta < Envios * (mandados.Count + 1) / puertas.Count)
            {
                cuenta++;
                await (esRejilla ? RechazadaAsync(quien, pagina, ruta, azar) : RechazadoAsync(quien, pagina, ruta, azar, preguntas));
            }

            mandados.Add(ruta, cuenta);
            (await HuellaAsync()).ShouldBe(antes, ruta);
        }

        cuenta.ShouldBe(Envios);

        // Every write leaves a fact of its account, whatever it writes.
        Task<string> HuellaAsync() => casa.EnDbAsync(async db => $"{await casa.HuellaAsync(id)} {await db.Asientos.CountAsync(a =>
            (a.Cuenta == fiscal.Id || a.Cuenta == telefonista.Id) && a.Suceso != nameof(ExpedienteConsultado) && a.Suceso != nameof(HechoConsultado))}");
    }

    private static async Task RechazadoAsync(NavegadorHttp navegador, PaginaHtml pagina, string ruta, Azar azar, List<(string Ruta, Variable Variable)> preguntas)
    {
        var malas = Enumerable.Range(0, azar.Entre(1, 3)).Select(_ => azar.Uno(preguntas)).DistinctBy(p => p.Ruta).ToList();
        var campos = malas.SelectMany(m => azar.Mala(m.Variable, m.Ruta)).ToList();
        var escondidos = pagina.Documento.QuerySelectorAll("main form input[type=hidden]").Select(e => (Nombre: e.GetAttribute("name")!, Valor: e.GetAttribute("value") ?? ""))
            .Where(e => e.Nombre is "version" or "mostrado" or "llamada" && e.Valor.Length > 0).DistinctBy(e => e.Nombre).Select(e => KeyValuePair.Create(e.Nombre, e.Valor));
        using var respuesta = await navegador.EnviarCrudoAsync(ruta, pagina, [.. campos, .. escondidos, new("accion", "registrar")]);
        var cual = $"{ruta} {string.Join(" & ", campos.Select(c => $"{c.Key}={c.Value[..Math.Min(40, c.Value.Length)]}"))}";
        respuesta.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, cual);
        var documento = await new HtmlParser().ParseDocumentAsync(await respuesta.Content.ReadAsStringAsync());
        var enlaces = documento.QuerySelectorAll(".govuk-error-summary a").ToList();
        enlaces.Select(e => e.GetAttribute("href")![1..]).Where(destino => documento.GetElementById(destino) is null).ShouldBeEmpty(cual);
        var dichas = string.Join('\n', enlaces.Select(e => e.TextContent));
        foreach (var (_, variable) in malas)
        {
            dichas.ShouldContain($"{variable.EtiquetaVisible}: ", customMessage: $"{variable.Clave}: {cual}");
        }
    }

    // A row of the grid: whole answers in one cell each, and none of what the minimum record needs besides.
    private static async Task RechazadaAsync(NavegadorHttp navegador, PaginaHtml pagina, string ruta, Azar azar)
    {
        string[] columnas = ["sexo", "edad_registro", "nacionalidades", "idioma", "nivel_identificacion", "calidad"];
        var fila = azar.Entre(1, 50);
        var malas = Enumerable.Range(0, azar.Entre(1, 3)).Select(_ => azar.Uno(columnas)).Distinct().ToDictionary(c => $"personas[{fila}].{c}", _ => azar.Uno((string[])["no existe", "-4", "999999", "<b>x</b>", "'; --"]));
        using var respuesta = await navegador.EnviarCrudoAsync(ruta, pagina, [.. malas, new($"personas[{fila}].clave", "V1"), new("accion", "registrar")]);
        var cual = $"{ruta} {string.Join(" & ", malas.Select(c => $"{c.Key}={c.Value}"))}";
        respuesta.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, cual);
        var documento = await new HtmlParser().ParseDocumentAsync(await respuesta.Content.ReadAsStringAsync());
        var destinos = documento.QuerySelectorAll(".govuk-error-summary a").Select(e => e.GetAttribute("href")![1..]).ToList();
        destinos.Where(destino => documento.GetElementById(destino) is null).ShouldBeEmpty(cual);
        destinos.ShouldBe(destinos.Union(malas.Keys.Select(IdDeCampo.De)), ignoreOrder: true, cual);
    }

    // What the form really asks; the grid of persons has whole answers in one cell.
    private static List<(string Ruta, Variable Variable)> Preguntas(PaginaHtml pagina, DiccionarioVigente diccionario) =>
    [
        .. pagina.Controles()
            .Select(RutaDeCampo.Analizar).OfType<RutaDeCampo>()
            .Where(r => r.Clave is not "institucion_registra" && diccionario.Buscar(r.Clave) is { Unidad: not UnidadDeVariable.Sistema, Tipo: not (TipoDeVariable.Referencia or TipoDeVariable.Archivo) })
            .Select(r => (Ruta: RutaDeCampo.De(r.Grupo, r.Fila, r.Clave), Variable: diccionario[r.Clave]))
            .DistinctBy(p => p.Ruta),
    ];
}
