using System.Net;
using System.Text;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes;

/// <summary>What is typed and not saved is kept by the server, for whoever typed it alone, until it is saved or given up.</summary>
public sealed class BorradoresTests(Casas casas)
{
    private const string Pagina = "documentos_e_identidad";
    private const string Nombre = "Kanariborrador";
    private const string Recuperado = "Recuperamos lo que escribió a las";
    private const string Victimas1 = "explotacion[1].otras_victimas";

    [Theory, AmbosMotores]
    public async Task Lo_tecleado_vuelve_al_entrar_de_nuevo_y_solo_a_quien_lo_tecleo(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        using var navegador = await casa.YaDentroAsync(cuenta);
        using var colega = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, Pagina, new() { ["primer_apellido"] = "Guardadora" });
        var ruta = $"/expedientes/{id}/paginas/{Pagina}";
        var antes = await casa.HuellaAsync(id);

        var guardada = await navegador.AutoguardarAsync(await navegador.AbrirAsync(ruta), new() { ["nombres"] = [Nombre], ["documentos[1].doc_tipo"] = [] });
        await (await navegador.AbrirAsync("/")).EnviarAsync(formulario: "form[action$='/salir']");

        guardada.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        guardada.Headers.GetValues("Sintra-Hora").Single().ShouldMatch("^\\d\\d:\\d\\d$");
        (await casa.HuellaAsync(id)).ShouldBe(antes, "a draft changes nothing of the file, and leaves no fact");
        var fila = (await casa.BorradoresAsync(cuenta.Id)).ShouldHaveSingleItem();
        Encoding.UTF8.GetString(fila.Sellado).ShouldNotContain(Nombre);
        (fila.Ruta, fila.ClaseDeLlave).ShouldBe((ruta, ClaseDeLlave.Ordinaria));

        using var deNuevo = await casa.YaDentroAsync(cuenta);
        var vuelta = await deNuevo.AbrirAsync(ruta);
        vuelta.Texto.ShouldContain(Recuperado);
        vuelta.Valor("nombres").ShouldBe(Nombre);
        vuelta.Html.ShouldNotContain("Guardadora");
        vuelta.Documento.QuerySelector("form[data-autoguardado]")!.GetAttribute("data-enfocado").ShouldBe("documentos[1].doc_tipo");
        var inicio = await deNuevo.AbrirAsync("/");
        inicio.Texto.ShouldContain("sin guardar");
        inicio.Html.ShouldNotContain(Nombre);

        var ajena = await colega.AbrirAsync(ruta);
        ajena.Html.ShouldNotContain(Nombre);
        ajena.Texto.ShouldNotContain(Recuperado);
        ajena.Texto.ShouldContain("Cuenta P. (FEVIMTRA) está escribiendo en esta página desde las");
        (await colega.AbrirAsync($"/expedientes/{id}")).Texto.ShouldContain("Cuenta P. (FEVIMTRA) escribe aquí desde las");
        (await casa.EnDbAsync(db => db.Borradores.CountAsync(b => b.Ruta == ruta))).ShouldBe(1, "looking writes nothing");

        await vuelta.EnviarAsync(boton: ExpedientesDePruebas.Guardar);
        (await casa.BorradoresAsync(cuenta.Id)).ShouldBeEmpty();
        var identidad = (await casa.SeccionesAsync(id)).Single(s => s.Clave == Pagina && s.Fila == 0).ClavesSelladas;
        identidad.ShouldContain("nombres");
        identidad.ShouldContain("primer_apellido");
        (await deNuevo.AbrirAsync(ruta)).Texto.ShouldNotContain(Recuperado);
    }

    [Theory, AmbosMotores]
    public async Task Sin_guiones_lo_que_se_rechaza_y_lo_que_pide_otro_renglon_queda_en_borrador(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        using var navegador = await casa.YaDentroAsync(cuenta);
        var id = await navegador.RegistrarAsync();
        var hecho = await casa.HechoDeAsync(id);
        var antes = await casa.HuellaAsync(id);

        // The draft of a page, of a new record and of an event: refused.
        await navegador.GuardarAsync(id, Pagina, new() { ["nombres"] = Nombre, ["curp"] = "no-es", ["terminada"] = "si" }, HttpStatusCode.UnprocessableEntity);
        await (await navegador.AbrirAsync("/registro/nuevo")).EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["edad_registro.valor"] = "muchos" }, "Continuar a revisar", estado: HttpStatusCode.UnprocessableEntity);
        await (await navegador.AbrirAsync($"/hechos/{hecho}/editar")).EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["hecho_num_victimas"] = "muchas" }, "Guardar el hecho", estado: HttpStatusCode.UnprocessableEntity);

        // One more row: nothing is saved, and nothing typed is lost.
        var explotacion = await navegador.PaginaAsync(id, "explotacion");
        var masFilas = await explotacion.EnviarAsync(new Dictionary<string, CampoDeFormulario> { [Victimas1] = "7" }, "Agregar");
        masFilas.Valor(Victimas1).ShouldBe("7");

        (await casa.HuellaAsync(id)).ShouldBe(antes);
        (await casa.BorradoresAsync(cuenta.Id)).Count.ShouldBe(4);
        using var deNuevo = await casa.YaDentroAsync(cuenta);
        var vuelta = await deNuevo.PaginaAsync(id, Pagina);
        vuelta.Texto.ShouldContain(Recuperado);
        (vuelta.Valor("nombres"), vuelta.Valor("curp"), vuelta.Marcado("terminada")).ShouldBe((Nombre, "no-es", "si"));
        (await deNuevo.PaginaAsync(id, "explotacion")).Valor(Victimas1).ShouldBe("7");
        (await deNuevo.AbrirAsync("/registro/nuevo")).Valor("edad_registro.valor").ShouldBe("muchos");
        (await deNuevo.AbrirAsync($"/hechos/{hecho}/editar")).Valor("hecho_num_victimas").ShouldBe("muchas");

        // What is accepted leaves no draft.
        await vuelta.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["curp"] = "" }, ExpedientesDePruebas.Guardar);
        (await casa.BorradoresAsync(cuenta.Id)).Count.ShouldBe(3);
    }

    [Theory, AmbosMotores]
    public async Task Sobrevive_al_reinicio_y_nadie_lo_lee_en_la_base(Motor motor)
    {
        var casa = await Casa.NuevaAsync(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        ExpedienteId id;
        using (var navegador = await casa.YaDentroAsync(cuenta))
        {
            id = await navegador.RegistrarAsync();
            var alta = await navegador.AbrirAsync($"/expedientes/{id}/paginas/contacto_seguro");
            (await navegador.AutoguardarAsync(alta, new() { ["telefono"] = ["5599000731"], ["terminada"] = ["si"] })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
            (await navegador.AutoguardarAsync(await navegador.AbrirAsync("/registro/nuevo"), new() { ["sexo"] = ["H"], ["nivel_identificacion"] = ["ID"] })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        await using var otra = await casa.ReiniciarAsync();
        using var deNuevo = await otra.YaDentroAsync(cuenta);
        (await otra.BorradoresAsync(cuenta.Id)).Select(b => b.ClaseDeLlave).ShouldBe([ClaseDeLlave.AltoRiesgo, ClaseDeLlave.Ordinaria], ignoreOrder: true);
        var pagina = await deNuevo.AbrirAsync($"/expedientes/{id}/paginas/contacto_seguro");
        (pagina.Valor("telefono"), pagina.Marcado("terminada")).ShouldBe(("5599000731", "si"));
        if (motor == Motor.Sqlite)
        {
            Encoding.Latin1.GetString(await LeerAsync(otra.Datos.Base)).ShouldNotContain("5599000731");
        }

        var nueva = await deNuevo.AbrirAsync("/registro/nuevo");
        (nueva.Marcado("sexo"), nueva.Texto.Contains(Recuperado, StringComparison.Ordinal)).ShouldBe(("H", true));
        (await nueva.EnviarAsync(boton: "Descartar")).Texto.ShouldNotContain(Recuperado);
        (await otra.BorradoresAsync(cuenta.Id)).ShouldHaveSingleItem();
        var campos = ExpedientesDePruebas.Minimo();
        await deNuevo.AutoguardarAsync(await deNuevo.AbrirAsync("/registro/nuevo"), new() { ["sexo"] = ["H"] });
        await deNuevo.BorradorAsync(campos);
        (await otra.BorradoresAsync(cuenta.Id)).ShouldHaveSingleItem("what began the file is no longer pending");
    }

    [Theory, AmbosMotores]
    public async Task Solo_se_guarda_lo_de_una_forma_propia_a_su_alcance_y_con_ficha(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        using var navegador = await casa.YaDentroAsync(cuenta);
        using var ajeno = await casa.ComoAsync("UETP-07", "ministerio_publico");
        using var nadie = casa.Navegador();
        var id = await navegador.RegistrarAsync();
        var pagina = await navegador.PaginaAsync(id, Pagina);
        var campos = new Dictionary<string, string[]> { ["nombres"] = [Nombre] };
        var deAjeno = await ajeno.AbrirAsync("/registro/nuevo");

        (await ajeno.AutoguardarAsync(deAjeno, campos, $"/expedientes/{id}/paginas/{Pagina}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var ruta in new[] { $"/expedientes/{id}", $"/expedientes/{id}/paginas/{Pagina}?x={Nombre}", "/cuenta", "/expedientes/x/paginas/" + Pagina, $"/expedientes/{id}/paginas/otra", "//fuera.example" })
        {
            (await navegador.AutoguardarAsync(pagina, campos, ruta)).StatusCode.ShouldBe(HttpStatusCode.NotFound, ruta);
        }

        (await navegador.AutoguardarAsync(pagina, campos, ficha: false)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await nadie.AutoguardarAsync(pagina, campos)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await navegador.AutoguardarAsync(pagina, new() { ["nombres"] = [new string('x', 300_000)] })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await casa.BorradoresAsync(cuenta.Id)).ShouldBeEmpty();

        await casa.EnDbAsync(async db =>
        {
            db.AddRange(Enumerable.Range(0, GuardarBorradorHandler.MaximoPorCuenta).Select(n => new Borrador { Cuenta = cuenta.Id, Ruta = $"/prueba/{n}", Sellado = [], Desde = casa.Reloj.Ahora, EscritoEn = casa.Reloj.Ahora }));
            await db.SaveChangesAsync();
        });
        (await navegador.AutoguardarAsync(pagina, campos)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await casa.EnDbAsync(db => db.Borradores.Where(b => b.Cuenta == cuenta.Id).ExecuteDeleteAsync());
        (await navegador.AutoguardarAsync(pagina, campos)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await navegador.GuardarAsync(id, Pagina, new() { ["alias"] = "Otra" });
        (await navegador.AutoguardarAsync(pagina, campos)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "a save of one's own came first: it is late");
    }

    [Theory, AmbosMotores]
    public async Task Si_otra_persona_guardo_entretanto_se_ve_lo_de_ambas_y_se_elige(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        using var navegador = await casa.YaDentroAsync(cuenta);
        using var colega = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        await navegador.AutoguardarAsync(await navegador.PaginaAsync(id, Pagina), new() { ["nombres"] = [Nombre] });
        await navegador.AutoguardarAsync(await navegador.PaginaAsync(id, "explotacion"), new() { [Victimas1] = ["22"], ["explotacion[1].consumada"] = ["SI"] });
        await colega.GuardarAsync(id, Pagina, new() { ["nombres"] = "Citlalmina", ["primer_apellido"] = "Xochitl" });
        await colega.GuardarAsync(id, "explotacion", new() { [Victimas1] = "11" });

        var identidad = await navegador.PaginaAsync(id, Pagina);
        identidad.Html.ShouldNotContain("Citlalmina");
        Diferencias(identidad).ShouldBe(["Está abajo, en su campo | Protegida Hay un dato guardado que no se muestra; puede ser otro."]);
        identidad.Valor("nombres").ShouldBe(Nombre);
        var suelta = await identidad.EnviarAsync(boton: "Usar lo guardado");
        (suelta.Valor("nombres"), Diferencias(suelta).Count).ShouldBe(("", 0));

        var filas = await navegador.PaginaAsync(id, "explotacion");
        (filas.Valor(Victimas1), filas.Valor("explotacion[2].otras_victimas"), filas.Marcado("explotacion[2].consumada")).ShouldBe(("11", "22", "SI"));
        var tocados = filas.Documento.QuerySelector("form[data-autoguardado]")!.GetAttribute("data-tocados")!;
        tocados.ShouldContain("explotacion[2].otras_victimas");
        tocados.ShouldNotContain(Victimas1);
        await filas.EnviarAsync(boton: ExpedientesDePruebas.Guardar);
        (await casa.SeccionesAsync(id)).Count(s => s is { Clave: "explotacion", Fila: > 0, Retirada: false }).ShouldBe(2);
    }

    [Theory, AmbosMotores]
    public async Task Lo_enviado_con_la_sesion_en_pausa_se_conserva_sin_lo_que_solo_se_mostraba(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        using var navegador = await casa.YaDentroAsync(cuenta);
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, Pagina, new() { ["nombres"] = "Citlalmina", ["segundo_apellido"] = "Xochitl" });
        await navegador.RevelarAsync(id, "nombre");
        var pagina = await navegador.PaginaAsync(id, Pagina);
        pagina.Valor("nombres").ShouldBe("Citlalmina");
        await pagina.EnviarAsync(formulario: "form[data-ocultar]");

        var puerta = await pagina.EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["primer_apellido"] = Nombre, ["segundo_apellido"] = "", ["terminada"] = "si" }, ExpedientesDePruebas.Guardar);
        puerta.Texto.ShouldContain("Conservamos su captura de las");
        puerta.Html.ShouldNotContain(Nombre);
        var vuelta = await puerta.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Prueba"] = cuenta.Password }, "Continuar");

        vuelta.Direccion.AbsolutePath.ShouldBe(pagina.Direccion.AbsolutePath);
        (vuelta.Valor("primer_apellido"), vuelta.Marcado("terminada")).ShouldBe((Nombre, "si"));
        var tocados = vuelta.Documento.QuerySelector("form[data-autoguardado]")!.GetAttribute("data-tocados")!;
        tocados.ShouldContain("segundo_apellido");
        tocados.ShouldNotContain("\"nombres\"", customMessage: "a revealed value that was only shown is not the draft's");
        (await casa.SeccionesAsync(id)).Single(s => s.Clave == Pagina && s.Fila == 0).ClavesSelladas.ShouldNotContain("primer_apellido");

        // Somebody else's page, or none of ours, keeps nothing.
        await pagina.EnviarAsync(formulario: "form[data-ocultar]");
        await navegador.PedirAsync(HttpMethod.Post, pagina.Direccion.AbsolutePath, new FormUrlEncodedContent([new("primer_apellido", "Forjada")]));
        using var deNuevo = await casa.YaDentroAsync(cuenta);
        (await deNuevo.AbrirAsync(pagina.Direccion.AbsolutePath)).Valor("primer_apellido").ShouldBe(Nombre);
    }

    private static List<string> Diferencias(PaginaHtml pagina) =>
    [
        .. pagina.Documento.QuerySelectorAll("main table tbody tr").Select(r => string.Join(" | ", r.QuerySelectorAll("td").Take(2)
            .Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))),
    ];

    private static async Task<byte[]> LeerAsync(string archivo)
    {
        await using var flujo = new FileStream(archivo, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[flujo.Length];
        await flujo.ReadExactlyAsync(bytes);
        return bytes;
    }
}
