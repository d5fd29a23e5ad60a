using System.Net;
using AngleSharp.Html.Dom;
using Sintra.Diccionario;
using Sintra.Expedientes;
using Sintra.Practica;
using Totp = Sintra.Tests.Apoyo.Totp;

namespace Sintra.Tests.Expedientes;

/// <summary>Half-known dates, places, ages and the reasons for having no answer travel form, draft, form, save, version and paper, and come back as they were.</summary>
public sealed class IdaYVueltaTests(Casas casas)
{
    private static readonly TipoDeVariable[] Tipos = [TipoDeVariable.Fecha, TipoDeVariable.FechaParcial, TipoDeVariable.PeriodoParcial, TipoDeVariable.Lugar, TipoDeVariable.Edad, TipoDeVariable.Entero, TipoDeVariable.SiNo, TipoDeVariable.Opcion];

    [Theory, AmbosMotores]
    public async Task Lo_que_se_sabe_a_medias_vuelve_igual(Motor motor)
    {
        var casa = await casas.De(motor);
        var diccionario = await casa.DiccionarioAsync();
        var azar = new Azar(421);
        var vistos = new HashSet<string>();
        for (var n = 0; n < 2; n++)
        {

            // One account a file: a code of the authenticator serves once.
            var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
            using var navegador = await casa.YaDentroAsync(cuenta);
            var id = await navegador.RegistrarAsync(ExpedientesDePruebas.Minimo(edad: "16"));
            await AbrirGruposAsync(navegador, id, Totp.Codigo(cuenta.Autenticador, casa.Reloj));
            foreach (var clave in diccionario.Paginas.Where(p => p is { Tipo: "generica", Retirada: false } && p.Clave != AbrirExpedienteHandler.Pagina).Select(p => p.Clave))
            {
                vistos.UnionWith(await IrYVolverAsync(casa, navegador, diccionario, id, clave, azar));
            }
        }

        vistos.ShouldBe(GeneradorDeMedias.Clases, ignoreOrder: true, "the seed draws every kind of value");
    }

    private static async Task<List<string>> IrYVolverAsync(Casa casa, NavegadorHttp navegador, DiccionarioVigente diccionario, ExpedienteId id, string clave, Azar azar)
    {
        var abierta = await navegador.PaginaAsync(id, clave);
        var controles = abierta.Controles();
        var rutas = controles.Select(RutaDeCampo.Analizar).OfType<RutaDeCampo>()
            .Where(r => diccionario.Buscar(r.Clave) is { } v && Tipos.Contains(v.Tipo) && (r.Grupo is null || r.Fila == 1))
            .Select(r => (Ruta: RutaDeCampo.De(r.Grupo, r.Fila, r.Clave), Variable: diccionario[r.Clave])).DistinctBy(r => r.Ruta)
            .Where(r => r.Variable.Clave is not ("submodalidad" or "exp_forma")).ToList();
        var generadas = rutas.Select(r => (r.Ruta, r.Variable, Media: azar.Media(r.Variable, r.Ruta, diccionario))).Where(g => g.Media.Campos.Length > 0 && g.Media.Campos.All(c => controles.Contains(c.Key))).ToList();
        if (generadas.Count == 0)
        {
            return [];
        }

        var campos = generadas.SelectMany(g => g.Media.Campos).ToLookup(c => c.Key, c => c.Value).ToDictionary(c => c.Key, c => c.ToArray());
        var esperadas = generadas.ToDictionary(g => g.Ruta, g => Json(diccionario, casa, g.Variable, campos.Where(c => Es(c.Key, g.Ruta)).ToDictionary(c => c.Key, IReadOnlyList<string> (c) => c.Value)));

        (await navegador.AutoguardarAsync(abierta, campos)).StatusCode.ShouldBe(HttpStatusCode.NoContent, clave);
        var reabierta = await navegador.PaginaAsync(id, clave);
        Igual(reabierta, "draft");
        await reabierta.EnviarAsync(boton: ExpedientesDePruebas.Guardar);
        var guardada = await navegador.PaginaAsync(id, clave);
        Igual(guardada, "saved");

        // On paper, and in the version that a later save leaves behind.
        var datos = WebUtility.HtmlDecode((await navegador.AbrirAsync($"/expedientes/{id}/datos")).Texto);
        foreach (var g in generadas)
        {
            var respuesta = Leer(diccionario, casa, g.Variable, campos.Where(c => Es(c.Key, g.Ruta)).ToDictionary(c => c.Key, IReadOnlyList<string> (c) => c.Value))!;
            datos.ShouldContain(string.Join(' ', EnPalabras.De(g.Variable, respuesta, diccionario, conDetalleDeLugar: true).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), customMessage: $"print {clave} {g.Ruta}");
        }

        var eran = (await casa.SeccionesAsync(id)).ToDictionary(s => (s.Clave, s.Fila), s => s.Abiertas);
        var quitada = generadas[0];
        await guardada.EnviarAsync(controles.Where(c => Es(c, quitada.Ruta)).ToDictionary(c => c, _ => (CampoDeFormulario)""), ExpedientesDePruebas.Guardar);
        foreach (var anterior in await casa.EnDbAsync(db => db.Set<SeccionAnterior>().AsNoTracking().Where(s => s.Expediente == id && (s.Clave == clave || s.Clave == (RutaDeCampo.Analizar(quitada.Ruta)!.Value.Grupo ?? clave))).ToListAsync()))
        {
            if (anterior.ReemplazadaPor == (await casa.SeccionesAsync(id)).Single(s => s.Clave == anterior.Clave && s.Fila == anterior.Fila).Version)
            {
                anterior.Abiertas.ShouldBe(eran[(anterior.Clave, anterior.Fila)], $"version {clave}");
            }
        }

        return [.. generadas.Select(g => g.Media.Clase)];

        void Igual(PaginaHtml pagina, string donde)
        {
            var mostrados = Mostrados(pagina);
            foreach (var g in generadas)
            {
                Json(diccionario, casa, g.Variable, mostrados.Where(c => Es(c.Key, g.Ruta)).ToDictionary()).ShouldBe(esperadas[g.Ruta], $"{donde} {clave} {g.Ruta}");
            }
        }
    }

    private static bool Es(string campo, string ruta) => campo == ruta || campo.StartsWith(ruta + ".", StringComparison.Ordinal);

    private static async Task AbrirGruposAsync(NavegadorHttp navegador, ExpedienteId id, string codigo)
    {
        var mostrar = await navegador.AbrirAsync($"/expedientes/{id}/mostrar");
        var grupos = mostrar.Documento.QuerySelectorAll("[name=Grupos]").Select(e => e.GetAttribute("value")!).ToArray();
        await mostrar.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Grupos"] = grupos, ["Motivo"] = "ATENCION", ["Codigo"] = codigo }, "Mostrar");
    }

    private static Respuesta? Leer(DiccionarioVigente diccionario, Casa casa, Variable variable, IReadOnlyDictionary<string, IReadOnlyList<string>> campos)
    {
        var leida = new LectorDeCaptura(diccionario).Leer([variable], campos, casa.Reloj.Hoy);
        leida.Fallas.ShouldBeEmpty(variable.Clave);
        return leida.Respuestas.Unicas.Values.Concat(leida.Respuestas.Filas.SelectMany(f => f.Value).SelectMany(f => f.Respuestas.Values)).SingleOrDefault();
    }

    private static string Json(DiccionarioVigente diccionario, Casa casa, Variable variable, IReadOnlyDictionary<string, IReadOnlyList<string>> campos) =>
        Leer(diccionario, casa, variable, campos) is { } respuesta ? FormatoDeRespuestas.AJson([new(variable.Clave, respuesta)]) : "";

    // What the form would send as it stands.
    private static Dictionary<string, IReadOnlyList<string>> Mostrados(PaginaHtml pagina) => ((IHtmlFormElement)pagina.Documento.QuerySelector("form[data-autoguardado]")!).Elements
        .Where(e => e.GetAttribute("name") is { Length: > 0 } && e is not IHtmlButtonElement)
        .SelectMany(e => e switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio" } casilla => casilla.IsChecked ? [casilla.Value] : [],
            IHtmlSelectElement lista => lista.Options.Where(o => o.IsSelected).Select(o => o.Value),
            IHtmlTextAreaElement area => [area.Value],
            _ => (IEnumerable<string>)[e.GetAttribute("value") ?? ""],
        }, (e, valor) => (Nombre: e.GetAttribute("name")!, Valor: valor))
        .Where(c => c.Valor.Length > 0)
        .GroupBy(c => c.Nombre).ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g.Select(c => c.Valor)]);
}
