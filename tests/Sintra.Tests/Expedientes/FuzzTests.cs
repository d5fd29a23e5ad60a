using System.Net;
using System.Text;
using CsCheck;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes;

/// <summary>What no form of the house would send: refused with words, never a fault of the server, never kept.</summary>
public sealed class FuzzTests(Casas casas)
{
    private const string Megabyte = "MEGA";

    /// <summary>The server itself does not read it: a page for bad requests, and no variable to name.</summary>
    private const string Ilegible = "?";

    // Page, fields as they travel, and the variable that the answer must name (empty: none is at fault).
    public static readonly string[][] Casos =
    [
        ["familia_y_dependientes", "num_hijos=muchos", "num_hijos"],
        ["familia_y_dependientes", "num_hijos=-1", "num_hijos"],
        ["familia_y_dependientes", "num_hijos=2.5", "num_hijos"],
        ["familia_y_dependientes", "num_hijos=99999999999999999999", "num_hijos"],
        ["familia_y_dependientes", "num_hijos=1&num_hijos=2", "num_hijos"],
        ["familia_y_dependientes", "num_hijos=1&num_hijos.estado=NS", "num_hijos"],
        ["familia_y_dependientes", "num_hijos.estado=QUIZA", "num_hijos"],
        ["familia_y_dependientes", "familiar%5B1%5D.fam_parentesco=NO_HAY_TAL", "fam_parentesco"],
        ["familia_y_dependientes", "familiar%5B1%5D.fam_nombre=" + Megabyte, "fam_nombre"],
        ["familia_y_dependientes", "familiar%5B1%5D.fam_nombre=Ana%00Mar%C3%ADa", Ilegible],
        ["familia_y_dependientes", "familiar%5B1%5D.fam_nombre=Ana%E2%80%AEairaM", "fam_nombre"],
        ["familia_y_dependientes", "familiar%5B1%5D.fam_nombre=Ana%1B%5B2J", "fam_nombre"],
        ["familia_y_dependientes", "familiar%5B1%5D.fam_edad.valor=-3", "fam_edad"],
        ["familia_y_dependientes", "familiar%5B0%5D.fam_nombre=Ana", ""],
        ["familia_y_dependientes", "familiar%5B-1%5D.fam_nombre=Ana", ""],
        ["familia_y_dependientes", "familiar%5B1000%5D.fam_nombre=Ana", ""],
        ["familia_y_dependientes", "familiar%5B999999999%5D.x=1", ""],
        ["familia_y_dependientes", "familiar%5B2147483647%5D.fam_nombre=Ana", ""],
        ["familia_y_dependientes", "familiar%5B99999999999999999999%5D.fam_nombre=Ana", ""],
        ["familia_y_dependientes", "familiar%5B1%5D%5B2%5D.fam_nombre=Ana", ""],
        ["familia_y_dependientes", "familiar%5B%5D.fam_nombre=Ana", ""],
        ["familia_y_dependientes", "no_hay_tal=1", ""],
        ["familia_y_dependientes", "nombres=De+otra+pagina", ""],
        ["familia_y_dependientes", "folio=2026-AAAAAA-0", ""],
        ["familia_y_dependientes", "=vacio", ""],
        ["familia_y_dependientes", "num_hijos.valor=1", ""],
        ["documentos_e_identidad", "curp=ESTO-NO-ES", "curp"],
        ["documentos_e_identidad", "curp=" + Megabyte, "curp"],
        ["documentos_e_identidad", "fecha_nacimiento.dia=31&fecha_nacimiento.mes=2&fecha_nacimiento.anio=2000", "fecha_nacimiento"],
        ["documentos_e_identidad", "fecha_nacimiento.anio=99999999999", "fecha_nacimiento"],
        ["documentos_e_identidad", "documento_tipo=LAB", "documento_tipo"],
        ["documentos_e_identidad", "nombres=%EF%BF%BF", "nombres"],
        ["datos_generales", "lugar_residencia.entidad=99", "lugar_residencia"],
        ["datos_generales", "lugar_residencia.pais=FR&lugar_residencia.entidad=09", "lugar_residencia"],
        ["contacto_seguro", "telefono=llame", "telefono"],
        ["contacto_seguro", "correo=sin-arroba", "correo"],
        ["explotacion", "conductas=NO_HAY_TAL", "conductas"],
        ["explotacion", "explotacion%5B1%5D.exp_periodo.desde_anio=2030&explotacion%5B1%5D.exp_periodo.hasta_anio=1990", "exp_periodo"],
        ["registro_minimo", "institucion_registra=NO_HAY_TAL", "institucion_registra"],
        ["registro_minimo", "formas=SAT&formas=" + Megabyte, "formas"],
    ];

    [Theory, AmbosMotores]
    public async Task Lo_que_ningun_formulario_enviaria_se_rechaza_nombrando_la_variable_y_no_se_guarda(Motor motor)
    {
        var casa = await casas.De(motor);
        var diccionario = await casa.DiccionarioAsync();
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        var version = (await casa.SeccionesAsync(id)).Single(s => s.Clave == "registro_minimo" && s.Fila == 0).Version;
        var antes = await casa.HuellaAsync(id);
        foreach (var caso in Casos)
        {
            var (pagina, campos, variable) = (caso[0], caso[1], caso[2]);
            var cuerpo = campos.Replace(Megabyte, new string('A', 1 << 20)) + (pagina == "registro_minimo" ? $"&version={version}" : "");
            var respuesta = await RechazadaAsync(navegador, $"/expedientes/{id}/paginas/{pagina}", cuerpo);
            respuesta.ShouldContain(Mensaje(diccionario, variable), customMessage: campos);
            (await casa.HuellaAsync(id)).ShouldBe(antes, campos);
        }
    }

    [Theory, AmbosMotores]
    public async Task El_registro_minimo_tampoco_abre_expediente_con_nada_de_eso(Motor motor)
    {
        var casa = await casas.De(motor);
        var diccionario = await casa.DiccionarioAsync();
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        using var navegador = await casa.YaDentroAsync(cuenta);
        (string Campos, string Variable)[] casos =
        [
            ("sexo=X9", "sexo"), ("sexo=M&sexo=H", "sexo"), ("edad_registro.valor=abc", "edad_registro"), ("edad_registro.valor=999", "edad_registro"),
            ("nacionalidades=" + new string('Z', 1 << 20), "nacionalidades"), ("nacionalidades=M%00X", Ilegible), ("formas=%E2%80%AELAB", "formas"),
            ("calidad=ACREDITADA", "calidad"), ("institucion_registra=UETP-07", "institucion_registra"), ("num_personas_grupo=1e9", "num_personas_grupo"),
            ("det_lugar.entidad=09&det_lugar.municipio=07001", "det_lugar"), ("fecha_deteccion.mes=13&fecha_deteccion.anio=2026", "fecha_deteccion"), ("det_lugar.estado=XX", "det_lugar"),
            ("nombres=Ana", ""), ("explotacion%5B1%5D.forma=LAB", ""), ("%00=1", Ilegible), ("sexo.sexo=M", ""),
        ];
        foreach (var (campos, variable) in casos)
        {
            var respuesta = await RechazadaAsync(navegador, "/registro/nuevo", campos);
            respuesta.ShouldContain(Mensaje(diccionario, variable), customMessage: campos[..Math.Min(80, campos.Length)]);
        }

        (await casa.EnDbAsync(db => db.Expedientes.AnyAsync(e => e.CapturadoPor == cuenta.Id))).ShouldBeFalse();
        (await casa.EnDbAsync(db => db.Hechos.AnyAsync(h => h.CreadoPor == cuenta.Id))).ShouldBeFalse();
    }

    [Theory, AmbosMotores]
    public async Task Un_cuerpo_que_no_es_un_formulario_se_rechaza_con_palabras(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        var antes = await casa.HuellaAsync(id);
        var miles = string.Join('&', Enumerable.Range(1, 9000).Select(n => $"familiar%5B{n}%5D.fam_nombre=Ana"));
        (string? Tipo, string Cuerpo)[] cuerpos =
        [
            ("application/json", """{"num_hijos":"3"}"""), ("text/plain", "num_hijos=3"), ("application/xml", "<num_hijos>3</num_hijos>"), (null, "num_hijos=3"),
            ("application/x-www-form-urlencoded", miles), ("application/x-www-form-urlencoded", "num_hijos=%ZZ%&num%2=%"), ("application/x-www-form-urlencoded", new string('k', 5000) + "=1"),
            ("application/x-www-form-urlencoded", "familiar%5B1%5D.fam_nombre=" + new string('A', 5 << 20)),
            ("multipart/form-data", "sin frontera"), ("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"num_hijos\"\r\n\r\n3"),
            ("application/x-www-form-urlencoded; charset=no-hay-tal", "no_hay=3"),
        ];
        foreach (var ruta in new[] { $"/expedientes/{id}/paginas/familia_y_dependientes", "/registro/nuevo", $"/hechos/{await casa.HechoDeAsync(id)}/editar", $"/hechos/{await casa.HechoDeAsync(id)}/personas", "/registro/buscar", $"/expedientes/{id}/mostrar" })
        {
            var ficha = (await navegador.AbrirAsync("/registro/nuevo")).Documento.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var (tipo, cuerpo) in cuerpos)
            {
                var peticion = new HttpRequestMessage(HttpMethod.Post, ruta) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(cuerpo)), Headers = { { "RequestVerificationToken", ficha } } };
                if (tipo is not null)
                {
                    peticion.Content.Headers.TryAddWithoutValidation("Content-Type", tipo);
                }

                using var respuesta = await navegador.Cliente.SendAsync(peticion);
                await EsRechazoAsync(respuesta, $"{ruta} {tipo} {cuerpo[..Math.Min(40, cuerpo.Length)]}");
            }
        }

        (await casa.HuellaAsync(id)).ShouldBe(antes);
    }

    [Theory, AmbosMotores]
    public async Task Ciento_cincuenta_envios_al_azar_se_guardan_bien_o_no_se_guardan(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        var pagina = await navegador.PaginaAsync(id, "captacion_y_traslado");
        var envios = Envios([.. pagina.Controles().Where(c => !c.StartsWith("__", StringComparison.Ordinal) && c is not ("agregar" or "version"))]).Array[150].Single(_ => true, "0N0XIzNsQ0O2");
        var (rechazados, guardados) = (0, 0);
        foreach (var envio in envios)
        {
            var version = (await casa.SeccionesAsync(id)).SingleOrDefault(s => s.Clave == "captacion_y_traslado" && s.Fila == 0)?.Version;
            var antes = await casa.HuellaAsync(id);
            using var respuesta = await navegador.EnviarCrudoAsync($"/expedientes/{id}/paginas/captacion_y_traslado", pagina, [.. envio, new("version", version?.ToString() ?? "")]);
            if (respuesta.StatusCode == HttpStatusCode.Found)
            {
                guardados++;
                continue;
            }

            await EsRechazoAsync(respuesta, string.Join(" & ", envio));
            rechazados++;
            (await casa.HuellaAsync(id)).ShouldBe(antes);
        }

        (rechazados, guardados).ShouldSatisfyAllConditions(c => c.rechazados.ShouldBeGreaterThan(30), c => c.guardados.ShouldBeGreaterThan(3));
        await navegador.PaginaAsync(id, "captacion_y_traslado"); // what was kept can be read
    }

    private static string Mensaje(DiccionarioVigente diccionario, string variable) => variable switch
    {
        "" => "campos que no se conocen",
        Ilegible => "No se pudo leer lo enviado",
        _ => $"{diccionario[variable].Etiqueta}: ",
    };

    private static Gen<KeyValuePair<string, string>[]> Envios(string[] nombres)
    {
        var valor = Gen.OneOf(
            Gen.OneOf("", "SI", "NO", "1", "01", "2020", "09", "MX", "NS", "OTRA", "0", "-1", "99999999999", "1.5", "on", "si", "LAB", "\0", "‮abc", "<b>", "'; drop table seccion; --", "{}", " ", "\r\n"),
            Gen.String[0, 30],
            Gen.String[Gen.Char['a', 'z'], 1, 400]);
        var nombre = Gen.Frequency((12, Gen.OneOf(nombres)), (1, Gen.String[0, 20]), (1, Gen.Int[-5, 2000].Select(n => $"tramo[{n}].tramo_frontera")));
        return Gen.Select(nombre, valor, KeyValuePair.Create).Array[1, 3];
    }

    private static async Task<string> RechazadaAsync(NavegadorHttp navegador, string ruta, string campos)
    {
        var ficha = (await navegador.AbrirAsync("/registro/nuevo")).Documento.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var cuerpo = new StringContent($"{campos}&__RequestVerificationToken={Uri.EscapeDataString(ficha)}", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var respuesta = await navegador.PedirAsync(HttpMethod.Post, ruta, cuerpo);
        return await EsRechazoAsync(respuesta, $"{ruta} {campos[..Math.Min(80, campos.Length)]}");
    }

    // A page in Spanish, with the words of the refusal.
    private static async Task<string> EsRechazoAsync(HttpResponseMessage respuesta, string cual)
    {
        ((int)respuesta.StatusCode).ShouldBeInRange(400, 499, cual);
        respuesta.Content.Headers.ContentType?.MediaType.ShouldBe("text/html", cual);
        var html = await respuesta.Content.ReadAsStringAsync();
        html.ShouldContain("lang=\"es-MX\"", customMessage: cual);
        return WebUtility.HtmlDecode(html);
    }
}
