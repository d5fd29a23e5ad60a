using System.Globalization;
using System.Net;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes;

/// <summary>The persons of an operation: each row saved apart, nothing typed lost, nothing made twice.</summary>
public sealed class OperativoTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Cada_renglon_se_guarda_aparte_y_reenviar_no_agrega_a_nadie(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var (hecho, abierta) = await OperativoAsync(navegador);
        var campos = Comunes(abierta);
        Fila(campos, 1, "V1", ("nombres", "Itandehui"), ("primer_apellido", "Cuauhtzin"), ("segundo_apellido", "Tepole"), ("alias", "Ita"), ("nivel_identificacion", "ID"), ("sexo", "M"), ("edad_registro", "24"), ("nacionalidades", "México"), ("idioma", "español"));
        Fila(campos, 2, "V2", ("nivel_identificacion", "No identificada"), ("sexo", "Hombre"), ("edad_registro", "15-17"), ("nacionalidades", "Guatemala, Honduras"));
        Fila(campos, 3, "V3", ("nombres", "Yaretzi"), ("nivel_identificacion", "ID"), ("sexo", "Otra cosa"), ("edad_registro", "veinte"), ("nacionalidades", "no sabe"));
        var antes = await DelHechoAsync(casa, hecho);

        var revisada = await EnviarAsync(navegador, abierta, campos, "revisar", HttpStatusCode.UnprocessableEntity);
        (await DelHechoAsync(casa, hecho)).Count.ShouldBe(antes.Count, "a review stores nothing");
        revisada.Documento.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")).ShouldBe(["#personas-3--sexo", "#personas-3--edad_registro"]);
        revisada.Documento.QuerySelector("#personas-3--nombres")!.GetAttribute("value").ShouldBe("Yaretzi");
        revisada.Texto.ShouldContain("Registrar 3 personas");
        revisada.Texto.ShouldContain("Solicitar vinculación");

        var parcial = await EnviarAsync(navegador, abierta, campos, "registrar", HttpStatusCode.UnprocessableEntity);
        parcial.Texto.ShouldContain("2 registradas, 1 con dudas");
        parcial.Documento.QuerySelector("#personas-3--edad_registro")!.GetAttribute("value").ShouldBe("veinte", "what was typed stays");
        parcial.Documento.QuerySelector("[name='personas[1].nombres']").ShouldBeNull("what is registered leaves the grid");
        var personas = await DelHechoAsync(casa, hecho);
        personas.Count.ShouldBe(2);
        personas.ShouldAllBe(e => e.Estado == EstadoDeExpediente.Registrado && e.Folio != null && e.Filtros.Calidad == "PROBABLE" && e.Filtros.DeteccionEntidad == "09" && e.Filtros.ViaDeteccion == "06");
        (await NombreAsync(navegador, personas[0].Id)).ShouldBe(("Tepole", "Ita"));
        (personas[0].Filtros.Sexo, personas[0].Filtros.Idioma, personas[0].Filtros.NivelIdentificacion).ShouldBe(("M", "es", "ID"));
        (personas[1].Filtros.Sexo, personas[1].Filtros.EdadMinima, personas[1].Filtros.EdadMaxima).ShouldBe(("H", 15, 17));
        (await casa.SeccionesAsync(personas[0].Id)).ShouldAllBe(s => !s.Abiertas.Contains("Itandehui"), "a name is sealed");
        (await casa.EnDbAsync(db => db.Asientos.Where(a => a.Datos.Contains("Itandehui")).CountAsync())).ShouldBe(0);

        Fila(campos, 3, "V3", ("sexo", "M"), ("edad_registro", "20"));
        var completa = await EnviarAsync(navegador, parcial, campos, "registrar");
        completa.Texto.ShouldContain("3 registradas");
        completa.Texto.ShouldContain("ya estaba registrada");
        (await DelHechoAsync(casa, hecho)).Select(e => NumeroDePersona.ClaveDe(hecho, e.NumeroDeOrigen)).ShouldBe(["V1", "V2", "V3"]);
        (await EnviarAsync(navegador, parcial, campos, "registrar")).Texto.ShouldContain("3 registradas");
        (await DelHechoAsync(casa, hecho)).Count.ShouldBe(3);

        // Reviewing the same person again, one's own file is told.
        Fila(campos, 4, "V9", ("nombres", "Cuauhtzin"), ("primer_apellido", "Itandehui"), ("nivel_identificacion", "ID"), ("sexo", "M"), ("edad_registro", "24"), ("nacionalidades", "MX"));
        (await EnviarAsync(navegador, parcial, campos, "revisar")).Documento.QuerySelectorAll($"td a[href='/expedientes/{personas[0].Id}']").ShouldNotBeEmpty();
        var pagina = await navegador.AbrirAsync($"/hechos/{hecho}");
        pagina.Texto.ShouldContain(personas[0].Folio!);
        pagina.Html.ShouldNotContain("Itandehui");
        navegador.Historial.ShouldAllBe(u => !Uri.UnescapeDataString(u.ToString()).Contains("Itandehui"));
    }

    [Theory, AmbosMotores]
    public async Task Lo_que_falta_en_todas_se_dice_una_vez_y_cincuenta_y_una_se_rechazan_conservandolas(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var (hecho, abierta) = await OperativoAsync(navegador);
        (await EnviarAsync(navegador, abierta, Comunes(abierta), "revisar", HttpStatusCode.UnprocessableEntity)).Texto.ShouldContain("Agregue la primera persona");

        var campos = Comunes(abierta);
        campos.Remove("calidad");
        campos.Remove("aviso_leido");
        Fila(campos, 1, "1", ("sexo", "M"), ("nivel_identificacion", "NI"), ("edad_registro", "NS"), ("nacionalidades", "MX"));
        Fila(campos, 2, "1", ("sexo", "M"), ("nivel_identificacion", "NI"), ("edad_registro", "NS"), ("nacionalidades", "MX"));
        Fila(campos, 3, "Ana", ("sexo", "M"), ("nivel_identificacion", "NI"), ("edad_registro", "NS"), ("nacionalidades", "MX"));
        Fila(campos, 4, "4", ("nivel_identificacion", "NI"), ("edad_registro", "NS"), ("nacionalidades", "MX"));
        var negada = await EnviarAsync(navegador, abierta, campos, "registrar", HttpStatusCode.UnprocessableEntity);
        negada.Documento.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href"))
            .ShouldBe(["#aviso_leido", "#personas-1--calidad", "#personas-2--clave", "#personas-3--clave", "#personas-4--sexo", "#personas-4--calidad"], ignoreOrder: true);

        for (var n = 1; n <= 51; n++)
        {
            Fila(campos, n, n.ToString(CultureInfo.InvariantCulture), ("sexo", "M"), ("nivel_identificacion", "NI"), ("edad_registro", "NS"), ("nacionalidades", "MX"));
        }

        // A condition that asks for authority and date has neither in a cell.
        var reconocida = Comunes(abierta);
        Fila(reconocida, 1, "1", ("sexo", "M"), ("nivel_identificacion", "NI"), ("edad_registro", "NS"), ("nacionalidades", "MX"), ("calidad", "RECONOCIDA"));
        (await EnviarAsync(navegador, abierta, reconocida, "registrar", HttpStatusCode.UnprocessableEntity)).Documento
            .QuerySelector(".govuk-error-summary a[href='#personas-1--calidad']")!.TextContent.ShouldContain("con su fecha y autoridad");

        var muchas = await EnviarAsync(navegador, abierta, campos, "registrar", HttpStatusCode.UnprocessableEntity);
        muchas.Texto.ShouldContain("Son 51 personas; registre hasta 50 a la vez");
        muchas.Documento.QuerySelector("[name='personas[51].clave']")!.GetAttribute("value").ShouldBe("51");
        (await DelHechoAsync(casa, hecho)).ShouldBeEmpty();

        var mas = await EnviarAsync(navegador, abierta, Comunes(abierta), "agregar");
        mas.Documento.QuerySelectorAll("table[data-rejilla] tbody tr").Length.ShouldBe(10, "what was sent had no rows");
        mas.Documento.QuerySelector("[name='calidad'][value='PROBABLE']")!.HasAttribute("checked").ShouldBeTrue("what was typed stays");
    }

    [Theory, AmbosMotores]
    public async Task La_rejilla_es_de_quien_lleva_el_hecho_y_de_quien_puede_registrar(Motor motor)
    {
        var casa = await casas.De(motor);
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        using var ajena = await casa.ComoAsync("UETP-20", "ministerio_publico");
        using var colega = await casa.ComoAsync("UETP-07", "ministerio_publico");
        using var victimas = await casa.ComoAsync("UETP-07", "atencion_a_victimas");
        var (hecho, abierta) = await OperativoAsync(suya);
        var campos = Comunes(abierta);
        Fila(campos, 1, "1", ("sexo", "M"), ("nivel_identificacion", "NI"), ("edad_registro", "20"), ("nacionalidades", "MX"));
        await EnviarAsync(suya, abierta, campos, "registrar");

        foreach (var ruta in new[] { $"/hechos/{hecho}/personas", $"/registro/nuevo?hecho={hecho}" })
        {
            await ajena.AbrirAsync(ruta, HttpStatusCode.NotFound);
            using var respuesta = await ajena.EnviarCrudoAsync(ruta, await ajena.AbrirAsync("/registro/nuevo"), campos);
            respuesta.StatusCode.ShouldBe(HttpStatusCode.NotFound, ruta);
        }

        await victimas.AbrirAsync($"/hechos/{hecho}/personas", HttpStatusCode.Forbidden);

        // A key that another account has used is another person's; the next free ones are proposed.
        var deColega = await colega.AbrirAsync($"/hechos/{hecho}/personas");
        deColega.Documento.QuerySelector("[name='personas[1].clave']")!.GetAttribute("value").ShouldBe("2");
        (await EnviarAsync(colega, deColega, campos, "registrar", HttpStatusCode.UnprocessableEntity)).Texto.ShouldContain("esa clave ya la usó otra cuenta en este hecho");
        (await DelHechoAsync(casa, hecho)).Count.ShouldBe(1);
    }

    private static async Task<(HechoId Hecho, PaginaHtml Personas)> OperativoAsync(NavegadorHttp navegador)
    {
        var personas = await (await navegador.AbrirAsync("/hechos/nuevo")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["hecho_canal"] = "OPERATIVO", ["hecho_formas"] = "SEX", ["hecho_operativo"] = "SI", ["det_operativo"] = "OP-07", ["hecho_num_victimas"] = "20" },
            "Guardar y registrar a las personas");
        HechoId.TryParse(personas.Direccion.Segments[2].TrimEnd('/'), CultureInfo.InvariantCulture, out var hecho).ShouldBeTrue(personas.Direccion.ToString());
        return (hecho, personas);
    }

    // What the form would send of the common values, and what a person adds to it.
    private static Dictionary<string, string> Comunes(PaginaHtml pagina)
    {
        pagina.Documento.QuerySelector("[name='via_deteccion'] [value='06'][selected]").ShouldNotBeNull("the channel says the way");
        return new()
        {
            ["calidad"] = "PROBABLE",
            ["fecha_deteccion.anio"] = "2026",
            ["det_lugar.pais"] = "México",
            ["det_lugar.entidad"] = "09",
            ["via_deteccion"] = "06",
            ["formas"] = "SEX",
            ["aviso_leido"] = "LEIDO",
        };
    }

    private static void Fila(Dictionary<string, string> campos, int numero, string clave, params (string Columna, string Valor)[] celdas)
    {
        campos[$"personas[{numero}].clave"] = clave;
        foreach (var (columna, valor) in celdas)
        {
            campos[$"personas[{numero}].{columna}"] = valor;
        }
    }

    // As pasted: any text in any cell, which a list without script would not offer.
    private static async Task<PaginaHtml> EnviarAsync(NavegadorHttp navegador, PaginaHtml pagina, Dictionary<string, string> campos, string accion, HttpStatusCode estado = HttpStatusCode.OK)
    {
        var peticion = new HttpRequestMessage(HttpMethod.Post, pagina.Direccion)
        {
            Content = new FormUrlEncodedContent([.. campos, new("accion", accion), new("__RequestVerificationToken", pagina.FichaAntifalsificacion)]),
        };
        return await navegador.SeguirAsync(peticion, estado);
    }

    private static async Task<(string? Segundo, string? Alias)> NombreAsync(NavegadorHttp navegador, ExpedienteId id)
    {
        await navegador.RevelarAsync(id, "nombre");
        var pagina = await navegador.PaginaAsync(id, "documentos_e_identidad");
        await (await navegador.AbrirAsync($"/expedientes/{id}")).EnviarAsync(boton: "Ocultar");
        return (pagina.Documento.QuerySelector("[name=segundo_apellido]")?.GetAttribute("value"), pagina.Documento.QuerySelector("[name=alias]")?.GetAttribute("value"));
    }

    private static Task<List<Expediente>> DelHechoAsync(Casa casa, HechoId hecho) =>
        casa.EnDbAsync(db => db.Expedientes.AsNoTracking().Where(e => e.Hecho == hecho).OrderBy(e => e.NumeroDeOrigen).ToListAsync());
}
