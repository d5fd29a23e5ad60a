using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Sintra.Diccionario;
using Totp = Sintra.Tests.Apoyo.Totp;

namespace Sintra.Tests.Expedientes;

/// <summary>Half-known dates, places, ages and the reasons for having no answer travel form, draft, form, save, version and paper, and come back as they were.</summary>
public sealed class IdaYVueltaTests(Casas casas)
{
    private const int Vueltas = 2;

    // The marks of the forms and the form of a row write one another (VersionesTests); the institution is one's own.
    private static readonly string[] Escritas = ["formas", "forma", "institucion_registra"];

    [Theory, AmbosMotores]
    public async Task Lo_que_se_sabe_a_medias_vuelve_igual(Motor motor)
    {
        var casa = await casas.De(motor);
        var diccionario = await casa.DiccionarioAsync();
        var semilla = Environment.GetEnvironmentVariable("SINTRA_SEMILLA") is { } dada ? ulong.Parse(dada, CultureInfo.InvariantCulture) : 421;
        TestContext.Current.TestOutputHelper?.WriteLine($"SINTRA_SEMILLA={semilla}");
        var generador = new GeneradorDeMedias(semilla, diccionario);
        var vistos = new HashSet<string>();
        for (var n = 0; n < Vueltas; n++)
        {
            // One account a file: a code of the authenticator serves once.
            var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
            using var navegador = await casa.YaDentroAsync(cuenta);
            var id = await navegador.RegistrarAsync(ExpedientesDePruebas.Minimo(edad: "16"));
            await AbrirGruposAsync(navegador, id, Totp.Codigo(cuenta.Autenticador, casa.Reloj));
            var hecho = await casa.HechoDeAsync(id);
            Puerta[] puertas =
            [
                .. diccionario.Paginas.Where(p => p is { Tipo: "generica", Retirada: false }).Select(p => new Puerta(p.Clave, $"/expedientes/{id}/paginas/{p.Clave}", $"/expedientes/{id}/datos", $"/expedientes/{id}/paginas/{p.Clave}/versiones")),
                new("hecho", $"/hechos/{hecho}/editar", $"/hechos/{hecho}", $"/hechos/{hecho}/versiones"),
            ];
            foreach (var puerta in puertas)
            {
                vistos.UnionWith(await new Viaje(casa, navegador, diccionario, puerta).IrYVolverAsync(generador));
            }
        }

        vistos.ShouldBe(GeneradorDeMedias.Clases, ignoreOrder: true, "the seed draws every kind of value");
    }

    private static async Task AbrirGruposAsync(NavegadorHttp navegador, ExpedienteId id, string codigo)
    {
        var mostrar = await navegador.AbrirAsync($"/expedientes/{id}/mostrar");
        var grupos = mostrar.Documento.QuerySelectorAll("[name=Grupos]").Select(e => e.GetAttribute("value")!).ToArray();
        await mostrar.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Grupos"] = grupos, ["Motivo"] = "ATENCION", ["Codigo"] = codigo }, "Mostrar");
    }

    private sealed record Puerta(string Clave, string Forma, string Papel, string Versiones);

    /// <summary>What was typed for one question.</summary>
    private sealed record Tecleada(string Ruta, Variable Variable, string Clase, IReadOnlyDictionary<string, IReadOnlyList<string>> Campos);

    private sealed class Viaje(Casa casa, NavegadorHttp navegador, DiccionarioVigente diccionario, Puerta puerta)
    {
        public async Task<IEnumerable<string>> IrYVolverAsync(GeneradorDeMedias generador)
        {
            var abierta = await navegador.AbrirAsync(puerta.Forma);
            var (primeras, segundas) = (Teclear(abierta, generador), Teclear(abierta, generador));
            (await navegador.AutoguardarAsync(abierta, Campos(abierta, primeras).ToDictionary(c => c.Key, c => c.Value.Valores.ToArray()))).StatusCode.ShouldBe(HttpStatusCode.NoContent, puerta.Clave);
            var reabierta = await navegador.AbrirAsync(puerta.Forma);
            Igual(reabierta, primeras, "draft");

            await reabierta.EnviarAsync(boton: ExpedientesDePruebas.Guardar);
            var guardada = await navegador.AbrirAsync(puerta.Forma);
            Igual(guardada, primeras, "saved");
            Dicho(await navegador.AbrirAsync(puerta.Papel), primeras.Where(t => t.Variable.Grupo != "documento_operativo"), "print"); // ticked in a list there

            await guardada.EnviarAsync(Campos(guardada, segundas), ExpedientesDePruebas.Guardar);
            Igual(await navegador.AbrirAsync(puerta.Forma), segundas, "saved again");
            var versiones = (await navegador.AbrirAsync(puerta.Versiones)).Documento.QuerySelectorAll("td a[href*='version=']").Select(a => puerta.Versiones + a.GetAttribute("href")!.Replace("#version", "", StringComparison.Ordinal)).ToList();
            Dicho(await navegador.AbrirAsync(versiones[0]), segundas, "version");
            Dicho(await navegador.AbrirAsync(versiones[1]), primeras, "former version");

            return primeras.Concat(segundas).Select(t => t.Clase);
        }

        private List<Tecleada> Teclear(PaginaHtml abierta, GeneradorDeMedias generador)
        {
            var controles = abierta.Controles();
            return
            [
                .. from ruta in controles.Select(RutaDeCampo.Analizar).OfType<RutaDeCampo>().Where(r => r.Grupo is null || r.Fila == 1).Select(r => RutaDeCampo.De(r.Grupo, r.Fila, r.Clave)).Distinct()
                   let variable = diccionario.Buscar(RutaDeCampo.Analizar(ruta)!.Value.Clave)
                   where variable is { Unidad: not UnidadDeVariable.Sistema } && !Escritas.Contains(variable.Clave)
                   let enTexto = abierta.Documento.QuerySelector($"main form [name='{ruta}'][type=text]") is not null
                   let media = generador.Media(variable, ruta, enTexto)
                   where media.Campos.Length > 0 && media.Campos.All(c => controles.Contains(c.Key))
                   select new Tecleada(ruta, variable, media.Clase, media.Campos.GroupBy(c => c.Key, c => c.Value).ToDictionary(c => c.Key, IReadOnlyList<string> (c) => [.. c])),
            ];
        }

        private void Igual(PaginaHtml pagina, List<Tecleada> tecleadas, string donde)
        {
            foreach (var t in tecleadas)
            {
                Respondido(pagina, t).ShouldBe(Json(t, t.Campos), $"{donde} {puerta.Clave} {t.Ruta}");
            }
        }

        // Of every control of a question: what is typed in it, else blank.
        private static Dictionary<string, CampoDeFormulario> Campos(PaginaHtml pagina, List<Tecleada> tecleadas) => tecleadas
            .SelectMany(t => Controles(pagina)
                .GroupBy(e => e.GetAttribute("name")!)
                .Where(g => Es(g.Key, t.Ruta))
                .Select(g => KeyValuePair.Create(g.Key, new CampoDeFormulario(t.Campos.GetValueOrDefault(g.Key, g.All(e => e.GetAttribute("type") is "checkbox" or "radio") ? [] : [""])))))
            .ToDictionary();

        // What no longer applies under the other answers is kept, and left out of what is read.
        private void Dicho(PaginaHtml pagina, IEnumerable<Tecleada> tecleadas, string donde)
        {
            var renglones = pagina.Documento.QuerySelectorAll(".govuk-summary-list__row").Select(r => (Etiqueta: Plegado(r.QuerySelector("dt")!.TextContent), Valor: Plegado(r.QuerySelector("dd")!.TextContent))).ToList();
            foreach (var t in tecleadas.Where(t => t.Variable.Condicion is null))
            {
                var fila = RutaDeCampo.Analizar(t.Ruta) is { Grupo: not null } ? " 1: " : "";
                var palabras = Plegado(EnPalabras.De(t.Variable, Leer(t, t.Campos)!, diccionario, conDetalleDeLugar: true));
                var dichos = renglones.Where(r => r.Etiqueta.EndsWith(fila + t.Variable.EtiquetaVisible, StringComparison.Ordinal)).Select(r => r.Valor).ToList();
                dichos.ShouldContain(d => d.Contains(palabras, StringComparison.Ordinal), $"{donde} {puerta.Clave} {t.Ruta}: «{palabras}» in «{string.Join("» «", dichos)}»");
            }
        }

        private string Respondido(PaginaHtml pagina, Tecleada tecleada) => Json(tecleada, Mostrados(pagina).Where(c => Es(c.Key, tecleada.Ruta)).ToDictionary());

        private string Json(Tecleada tecleada, IReadOnlyDictionary<string, IReadOnlyList<string>> campos) =>
            Leer(tecleada, campos) is { } respuesta ? FormatoDeRespuestas.AJson([new(tecleada.Variable.Clave, respuesta)]) : "";

        private Respuesta? Leer(Tecleada tecleada, IReadOnlyDictionary<string, IReadOnlyList<string>> campos)
        {
            var leida = new LectorDeCaptura(diccionario).Leer([tecleada.Variable], campos, casa.Reloj.Hoy);
            leida.Fallas.ShouldBeEmpty(tecleada.Ruta);
            return leida.Respuestas.Unicas.Values.Concat(leida.Respuestas.Filas.SelectMany(f => f.Value).SelectMany(f => f.Respuestas.Values)).SingleOrDefault();
        }

        private static bool Es(string campo, string ruta) => campo == ruta || campo.StartsWith(ruta + ".", StringComparison.Ordinal);

        private static string Plegado(string texto) => string.Join(' ', texto.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        // What the form would send as it stands.
        private static Dictionary<string, IReadOnlyList<string>> Mostrados(PaginaHtml pagina) => Controles(pagina)
            .SelectMany(e => e switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio" } casilla => casilla.IsChecked ? [casilla.Value] : [],
                IHtmlSelectElement lista => lista.Options.Where(o => o.IsSelected).Select(o => o.Value),
                IHtmlTextAreaElement area => [area.Value],
                _ => (IEnumerable<string>)[e.GetAttribute("value") ?? ""],
            }, (e, valor) => (Nombre: e.GetAttribute("name")!, Valor: valor))
            .Where(c => c.Valor.Length > 0)
            .GroupBy(c => c.Nombre).ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g.Select(c => c.Valor)]);

        private static IEnumerable<IHtmlElement> Controles(PaginaHtml pagina) => ((IHtmlFormElement)pagina.Documento.QuerySelector("form[data-autoguardado]")!).Elements
            .Where(e => e.GetAttribute("name") is { Length: > 0 } && e is not IHtmlButtonElement);
    }
}
