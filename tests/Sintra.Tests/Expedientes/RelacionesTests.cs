using System.Globalization;
using System.Net;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes;

/// <summary>A file names others by what people know of them, the folio, and is found from the other end; nobody learns of files out of reach.</summary>
public sealed class RelacionesTests(Casas casas)
{
    private static readonly HttpStatusCode Negado = HttpStatusCode.UnprocessableEntity;

    [Theory, AmbosMotores]
    public async Task Un_familiar_que_tambien_es_victima_se_elige_o_se_escribe_su_folio_y_se_ve_desde_los_dos(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var ajena = await casa.ComoAsync("CEAV", "atencion_a_victimas");
        var (id, otra, lejana) = (await navegador.RegistrarAsync(), await navegador.RegistrarAsync(ExpedientesDePruebas.Minimo("31")), await ajena.RegistrarAsync());
        var hermana = await DelMismoHechoAsync(navegador, await casa.HechoDeAsync(id));
        var (folio, folioLejano) = (await FolioAsync(casa, otra), await FolioAsync(casa, lejana));

        var pagina = await navegador.PaginaAsync(id, "familia_y_dependientes");
        var opciones = pagina.Documento.QuerySelectorAll("[name='familiar[1].fam_victima'] option[value]:not([value=''])");
        opciones.Select(o => (o.GetAttribute("value"), o.TextContent)).ShouldBe([(hermana.ToString(), "Borrador · Mujer · 16 años")]);
        foreach (var (escrito, mensaje) in new[] { ("2026-7K3QZD-9", "su último carácter no coincide"), (folioLejano, "no hay un expediente con ese folio a su alcance"), ("Canario Apellido", "el folio no está completo") })
        {
            var error = await pagina.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["familiar[1].fam_victima.folio"] = escrito }, "Guardar", estado: Negado);
            error.Texto.ShouldContain(mensaje);
            var caja = error.Documento.QuerySelector("[name='familiar[1].fam_victima.folio']")!;
            caja.GetAttribute("value").ShouldBe(escrito);
            error.Documento.QuerySelector($"[role=alert] a[href='#{caja.Id}']").ShouldNotBeNull();
        }

        var ambas = await pagina.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["familiar[1].fam_victima"] = hermana.ToString(), ["familiar[1].fam_victima.folio"] = folio }, "Guardar", estado: Negado);
        ambas.Texto.ShouldContain("elija uno o escriba su folio");
        (await navegador.EnviarCrudoAsync($"/expedientes/{id}/paginas/familia_y_dependientes", pagina, [new("familiar[1].fam_victima", lejana.ToString()), new("terminada", "no")])).StatusCode.ShouldBe(Negado);

        await pagina.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["familiar[1].fam_parentesco"] = "01", ["familiar[1].fam_victima.folio"] = folio.ToLowerInvariant().Replace('-', ' ') }, "Guardar");

        (await casa.SeccionesAsync(id)).Single(s => s.Clave == "familiar").Abiertas.ShouldContain(otra.ToString(), customMessage: "what is stored is the id");
        (await navegador.AbrirAsync($"/expedientes/{id}/datos")).Documento.QuerySelector($"main a[href='/expedientes/{otra}']")!.TextContent.ShouldBe(folio);
        (await navegador.AbrirAsync($"/expedientes/{id}/paginas/familia_y_dependientes/versiones?version={(await casa.SeccionesAsync(id)).Single(s => s.Clave == "familia_y_dependientes").Version}")).Texto.ShouldContain(folio);
        var suya = Tarjeta(await navegador.AbrirAsync($"/expedientes/{id}"));
        suya.ShouldContain($"{folio} · Mujer · 31 años 1. Madre");
        suya.ShouldContain("Borrador · Mujer · 16 años");
        Tarjeta(await navegador.AbrirAsync($"/expedientes/{otra}")).ShouldContain(await FolioAsync(casa, id));
        (await navegador.PaginaAsync(id, "familia_y_dependientes")).Documento.QuerySelector($"[name='familiar[1].fam_victima'] option[value='{otra}'][selected]").ShouldNotBeNull("it stays chosen, of another event");

        await casa.EnDbAsync(db =>
        {
            db.Add(new Acceso { Expediente = id, Institucion = "CEAV", Desde = casa.Reloj.Ahora, Origen = OrigenDeAcceso.Canalizacion });
            return db.SaveChangesAsync();
        });
        var deFuera = await ajena.AbrirAsync($"/expedientes/{id}");
        Tarjeta(deFuera).ShouldContain("Otro expediente 1. Madre");
        deFuera.Html.ShouldNotContain(folio);
        deFuera.Html.ShouldNotContain(otra.ToString());
    }

    [Theory, AmbosMotores]
    public async Task La_victima_indirecta_nombra_a_la_directa_y_el_retorno_a_su_consentimiento(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var directa = await navegador.RegistrarAsync();
        var indirecta = await DelMismoHechoAsync(navegador, await casa.HechoDeAsync(directa));
        await navegador.GuardarAsync(indirecta, "datos_generales", new() { ["tipo_victima"] = "I", ["victima_directa"] = directa.ToString() });
        Tarjeta(await navegador.AbrirAsync($"/expedientes/{directa}")).ShouldContain("Borrador · Mujer · 16 años en «Víctima directa con la que se relaciona»");
        Tarjeta(await navegador.AbrirAsync($"/expedientes/{indirecta}")).ShouldContain("Víctima directa con la que se relaciona");
        await navegador.GuardarAsync(indirecta, "datos_generales", new() { ["tipo_victima"] = "D" });
        Tarjeta(await navegador.AbrirAsync($"/expedientes/{directa}")).ShouldNotContain("Víctima directa", customMessage: "what no longer applies relates nobody");

        foreach (var (tipo, estado) in new[] { ("ATE", "OTO"), ("RET", "OTO") })
        {
            await (await navegador.AbrirAsync($"/expedientes/{directa}/consentimientos?tipo={tipo}")).EnviarAsync(
                new Dictionary<string, CampoDeFormulario> { ["con_tipo"] = tipo, ["con_estado"] = estado, ["con_idioma"] = "es", ["con_medio"] = "VERBAL" }, "Asentar respuesta");
        }

        var retorno = await navegador.PaginaAsync(directa, "migracion_y_retorno");
        var opcion = retorno.Documento.QuerySelectorAll("[name='retorno[1].ret_consentimiento'] option[value]:not([value=''])").ShouldHaveSingleItem("only of its purpose");
        opcion.TextContent.ShouldContain("Otorgado");
        (await navegador.EnviarCrudoAsync($"/expedientes/{directa}/paginas/migracion_y_retorno", retorno, [new("retorno[1].ret_consentimiento", "1")])).StatusCode.ShouldBe(Negado);
        await retorno.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["retorno[1].ret_consentimiento"] = opcion.GetAttribute("value")! }, "Guardar");
        var datos = await navegador.AbrirAsync($"/expedientes/{directa}/datos?pagina=migracion_y_retorno");
        datos.Texto.ShouldContain(opcion.TextContent);
        datos.Documento.QuerySelectorAll("main .s-tarjeta").Length.ShouldBe(1, "one task of the file");
        var todo = await navegador.AbrirAsync($"/expedientes/{directa}/datos");
        todo.Texto.ShouldContain("Aviso de privacidad y consentimiento");
        todo.Texto.ShouldContain("Probable víctima ·", customMessage: "the history of the condition");
        todo.Documento.QuerySelector(".s-folio-en-papel")!.TextContent.ShouldContain(await FolioAsync(casa, directa));
        await navegador.AbrirAsync($"/expedientes/{directa}/datos?pagina=nada", HttpStatusCode.NotFound);
    }

    [Theory, AmbosMotores]
    public async Task Otro_episodio_de_la_persona_trae_lo_que_no_cambia_y_el_nombre_solo_si_estaba_a_la_vista(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var ajena = await casa.ComoAsync("CEAV", "atencion_a_victimas");
        var borrador = await navegador.BorradorAsync();
        await navegador.AbrirAsync($"/registro/nuevo?episodio={borrador}", HttpStatusCode.NotFound);
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, "documentos_e_identidad", new() { ["nombres"] = "Canarilla", ["primer_apellido"] = "Episodio", ["fecha_nacimiento.anio"] = "2002" });
        var ruta = $"/registro/nuevo?episodio={id}";
        await ajena.AbrirAsync(ruta, HttpStatusCode.NotFound);

        var nueva = await (await navegador.AbrirAsync($"/expedientes/{id}")).SeguirAsync("Registrar otro episodio de esta persona");
        nueva.Texto.ShouldContain("El nombre no se lleva al expediente nuevo");
        nueva.Documento.QuerySelector("[name=sexo][value=M][checked]").ShouldNotBeNull();
        nueva.Documento.QuerySelector("[name='edad_registro.valor']")!.GetAttribute("value").ShouldBe("", "age is asked again");
        nueva.Documento.QuerySelector("[name=formas][checked]").ShouldBeNull("so are the facts");
        var minimo = ExpedientesDePruebas.Minimo("26");
        var aMano = new Dictionary<string, string>(minimo.Select(c => KeyValuePair.Create(c.Key, c.Value.Valores[0]))) { ["institucion_registra"] = "FEVIMTRA", ["det_lugar.pais"] = "MX", ["con_identidad"] = "true" };
        (await navegador.EnviarCrudoAsync(ruta, nueva, aMano)).StatusCode.ShouldBe(Negado, "closed, it is not carried over by asking");
        var sinNombre = Id(await nueva.EnviarAsync(minimo, "Continuar a revisar"));

        await navegador.RevelarAsync(id, "nombre");
        var conNombre = Id(await (await navegador.AbrirAsync(ruta)).EnviarAsync(new Dictionary<string, CampoDeFormulario>(minimo) { ["con_identidad"] = "true" }, "Continuar a revisar"));

        (await casa.SeccionesAsync(sinNombre)).ShouldNotContain(s => s.Clave == "documentos_e_identidad");
        var identidad = (await casa.SeccionesAsync(conNombre)).Single(s => s.Clave == "documentos_e_identidad");
        identidad.ClavesSelladas.ShouldContain("nombres");
        identidad.ClavesSelladas.ShouldNotContain("fecha_nacimiento", customMessage: "its group was not open");
        (await navegador.AbrirAsync($"/expedientes/{conNombre}")).Html.ShouldNotContain("Canarilla");
        (await navegador.RevelarAsync(conNombre, "nombre")).Texto.ShouldContain("Canarilla Episodio", customMessage: "sealed with its own key");
        (await casa.EnDbAsync(db => db.Expedientes.Where(e => e.EpisodioAnterior == id).Select(e => e.Hecho).Distinct().CountAsync())).ShouldBe(2, "each is another event");
        Tarjeta(await navegador.AbrirAsync($"/expedientes/{conNombre}")).ShouldContain($"Episodio anterior de esta persona {await FolioAsync(casa, id)}");
        Tarjeta(await navegador.AbrirAsync($"/expedientes/{id}")).ShouldContain("Episodios posteriores de esta persona Borrador · Mujer · 26 años");
    }

    private static async Task<ExpedienteId> DelMismoHechoAsync(NavegadorHttp navegador, HechoId hecho) =>
        Id(await (await navegador.AbrirAsync($"/registro/nuevo?hecho={hecho}")).EnviarAsync(ExpedientesDePruebas.Minimo("16"), "Continuar a revisar"));

    private static ExpedienteId Id(PaginaHtml revisar) =>
        ExpedienteId.TryParse(revisar.Direccion.Segments[2].TrimEnd('/'), CultureInfo.InvariantCulture, out var id) ? id : throw new InvalidOperationException(revisar.Direccion.ToString());

    private static Task<string> FolioAsync(Casa casa, ExpedienteId id) => casa.EnDbAsync(db => db.Expedientes.Where(e => e.Id == id).Select(e => e.Folio!).SingleAsync());

    private static string Tarjeta(PaginaHtml pagina) => string.Join(' ', pagina.Documento.QuerySelectorAll("section.s-tarjeta")
        .Single(s => s.QuerySelector("h2")?.TextContent == "Relaciones").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
