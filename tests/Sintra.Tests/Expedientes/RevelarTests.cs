using System.Net;
using System.Runtime.CompilerServices;
using Sintra.Cuentas;
using Sintra.Expedientes;
using Totp = Sintra.Tests.Apoyo.Totp;

namespace Sintra.Tests.Expedientes;

/// <summary>Reveal by group, with a reason, for ten minutes, and everybody who attends the file sees that it was done.</summary>
public sealed class RevelarTests(Casas casas)
{
    private const string Nombre = "Yoltzin";

    [Theory]
    [AmbosMotores("", "ATENCION", "", "Elija qué necesita ver")]
    [AmbosMotores("nombre", "", "", "Elija un motivo")]
    [AmbosMotores("nombre", "OTRO", " ", "Explique el motivo")]
    public async Task Sin_grupo_sin_motivo_o_sin_explicar_no_se_muestra_nada(Motor motor, string grupo, string motivo, string nota, string mensaje)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await ConNombreAsync(navegador);
        var antes = await casa.HuellaAsync(id);
        var campos = new Dictionary<string, CampoDeFormulario> { ["Grupos"] = grupo.Length > 0 ? new[] { grupo } : [], ["Motivo"] = motivo, ["Nota"] = nota };

        var negado = await (await navegador.AbrirAsync($"/expedientes/{id}/mostrar")).EnviarAsync(campos, "Mostrar", estado: HttpStatusCode.UnprocessableEntity);

        negado.Texto.ShouldContain(mensaje);
        (await casa.HuellaAsync(id)).ShouldBe(antes);
        (await navegador.AbrirAsync($"/expedientes/{id}")).Html.ShouldNotContain(Nombre);
    }

    [Theory, AmbosMotores]
    public async Task Con_otro_motivo_explicado_se_muestra_y_la_explicacion_queda_sellada(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await ConNombreAsync(navegador);
        var campos = new Dictionary<string, CampoDeFormulario> { ["Grupos"] = new[] { "nombre" }, ["Motivo"] = "OTRO", ["Nota"] = "Lo pidió Yoltzin" };

        var abierto = await (await navegador.AbrirAsync($"/expedientes/{id}/mostrar")).EnviarAsync(campos, "Mostrar");

        abierto.Texto.ShouldContain(Nombre);
        var nota = (await casa.EnDbAsync(db => db.Revelaciones.SingleAsync(r => r.Expediente == id))).Nota.ShouldNotBeNull();
        System.Text.Encoding.UTF8.GetString(nota).ShouldNotContain("Lo pidió");
        (await casa.EnDbAsync(db => db.Asientos.AnyAsync(a => a.Expediente == id && a.Datos.Contains("pidió")))).ShouldBeFalse();
    }

    [Theory, AmbosMotores]
    public async Task Un_perfil_no_abre_un_grupo_que_no_es_para_el(Motor motor)
    {
        var casa = await casas.De(motor);
        using var mp = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var osc = await casa.ComoAsync("FEVIMTRA", "osc");
        using var linea = await casa.ComoAsync("FEVIMTRA", "linea_telefonica");
        var id = await ConNombreAsync(mp);
        var suya = await osc.AbrirAsync($"/expedientes/{id}/mostrar");
        suya.Documento.QuerySelectorAll("[name=Grupos]").Select(g => g.GetAttribute("value")).ShouldBe(["nombre", "documentos", "familia", "relato"]);

        using var carpeta = await osc.EnviarCrudoAsync($"/expedientes/{id}/mostrar", suya, [new("Grupos", "carpeta"), new("Motivo", "ATENCION")]);
        using var nombre = await linea.EnviarCrudoAsync($"/expedientes/{id}/mostrar", await linea.AbrirAsync("/registro/nuevo"), [new("Grupos", "nombre"), new("Motivo", "ATENCION")]);

        carpeta.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await carpeta.Content.ReadAsStringAsync()).ShouldContain("Su perfil no permite mostrar");
        nombre.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await casa.EnDbAsync(db => db.Revelaciones.AnyAsync(r => r.Expediente == id))).ShouldBeFalse();
        (await linea.AbrirAsync($"/expedientes/{id}")).Html.ShouldNotContain(Nombre);
    }

    [Theory, AmbosMotores]
    public async Task A_los_diez_minutos_el_servidor_lo_vuelve_a_ocultar(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await ConNombreAsync(navegador);
        (await navegador.RevelarAsync(id, "nombre")).Texto.ShouldContain(Nombre);
        var revelacion = await casa.EnDbAsync(db => db.Revelaciones.SingleAsync(r => r.Expediente == id));
        (revelacion.Hasta - revelacion.Desde).ShouldBe(TimeSpan.FromMinutes(10));

        await casa.EnDbAsync(db => db.Revelaciones.Where(r => r.Id == revelacion.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Hasta, casa.Reloj.Ahora.AddMilliseconds(-1))));

        foreach (var ruta in new[] { "", "/datos", "/paginas/documentos_e_identidad" })
        {
            (await navegador.AbrirAsync($"/expedientes/{id}{ruta}")).Html.ShouldNotContain(Nombre, customMessage: ruta);
        }
    }

    [Theory, AmbosMotores]
    public async Task Lo_revelado_es_de_una_cuenta_y_de_un_grupo(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var colega = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await ConNombreAsync(navegador);
        await navegador.GuardarAsync(id, "documentos_e_identidad", new() { ["folio_banavim"] = "BNV-777" });

        await navegador.RevelarAsync(id, "nombre");

        (await navegador.PaginaAsync(id, "documentos_e_identidad")).Html.ShouldContain(Nombre);
        (await navegador.PaginaAsync(id, "documentos_e_identidad")).Html.ShouldNotContain("BNV-777");
        (await colega.PaginaAsync(id, "documentos_e_identidad")).Html.ShouldNotContain(Nombre);
        (await colega.AbrirAsync($"/expedientes/{id}")).Html.ShouldNotContain(Nombre);
    }

    [Theory, AmbosMotores]
    public async Task Lo_revelado_acaba_con_la_sesion_y_con_el_permiso(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        using var navegador = await casa.YaDentroAsync(cuenta);
        using var otraSesion = await casa.YaDentroAsync(cuenta);
        var id = await ConNombreAsync(navegador);
        (await navegador.RevelarAsync(id, "nombre")).Texto.ShouldContain(Nombre);

        (await otraSesion.AbrirAsync($"/expedientes/{id}")).Html.ShouldNotContain(Nombre);
        await casa.EnDbAsync(db => db.PermisosDePerfil.Where(p => p.Perfil == "ministerio_publico" && p.Permiso == Permiso.IdentidadRevelar).ExecuteDeleteAsync());
        (await navegador.AbrirAsync($"/expedientes/{id}")).Html.ShouldNotContain(Nombre);
    }

    [Theory, AmbosMotores]
    public async Task Haberlo_encontrado_por_su_nombre_tambien_es_una_lectura(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var colega = await casa.ComoAsync("FEVIMTRA", "osc");
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, "documentos_e_identidad", new() { ["nombres"] = "Citlalmina", ["primer_apellido"] = "Tzintzun" });

        await (await colega.AbrirAsync("/registro/buscar")).EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Nombre"] = "Tzintzun Citlalmina" }, "Buscar");

        (await navegador.AbrirAsync($"/expedientes/{id}/consultas")).Texto.ShouldContain("Lo encontró al buscar antes de registrar");
    }

    [Theory, AmbosMotores]
    public async Task Ocultar_ahora_oculta_en_ese_momento(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await ConNombreAsync(navegador);

        var oculto = await (await navegador.RevelarAsync(id, "nombre")).EnviarAsync(boton: "Ocultar ahora");

        oculto.Html.ShouldNotContain(Nombre);
        (await casa.EnDbAsync(db => db.Asientos.CountAsync(a => a.Expediente == id && a.Suceso == nameof(IdentidadOcultada)))).ShouldBe(1);
    }

    [Theory, AmbosMotores]
    public async Task Quien_ha_consultado_dice_quien_de_donde_que_y_por_que(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        using var navegador = await casa.YaDentroAsync(cuenta);
        using var colega = await casa.ComoAsync("FEVIMTRA", "osc");
        var id = await ConNombreAsync(navegador);
        await navegador.RevelarAsync(id, "nombre");

        var consultas = await colega.AbrirAsync($"/expedientes/{id}/consultas");

        var diccionario = await casa.DiccionarioAsync();
        var renglon = consultas.Documento.QuerySelectorAll("tbody tr").Single(r => r.QuerySelectorAll("td")[2].TextContent == "Nombre y trato").TextContent;
        renglon.ShouldContain("Cuenta de pruebas ministerio_publico");
        renglon.ShouldContain(diccionario.Catalogos["instituciones"].Buscar("FEVIMTRA")!.Nombre);
        renglon.ShouldContain(diccionario.Catalogos["motivo_consulta"].Buscar("ATENCION")!.Nombre);
        consultas.Html.ShouldNotContain(Nombre);
        consultas.Texto.ShouldContain("El expediente, con esto a la vista: Nombre y trato");
        consultas.Texto.ShouldContain("El expediente, sin identidad");
    }

    [Theory, AmbosMotores]
    public async Task Leer_el_hecho_queda_en_la_bitacora_y_en_el_expediente_por_el_que_esta_abierto(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await ConNombreAsync(navegador);
        var hecho = await casa.EnDbAsync(db => db.Expedientes.Where(e => e.Id == id).Select(e => e.Hecho).SingleAsync());

        await navegador.AbrirAsync($"/hechos/{hecho}");
        (await LecturasAsync()).ShouldBe((1, 0));
        await navegador.RevelarAsync(id, "relato");
        await navegador.AbrirAsync($"/hechos/{hecho}");

        (await LecturasAsync()).ShouldBe((2, 1));

        async Task<(int DelHecho, int DelExpediente)> LecturasAsync() => (
            await casa.EnDbAsync(db => db.Asientos.CountAsync(a => a.Suceso == nameof(HechoConsultado) && a.Datos.Contains(hecho.ToString()))),
            await casa.EnDbAsync(db => db.Asientos.CountAsync(a => a.Expediente == id && a.Suceso == nameof(ExpedienteConsultado) && a.Datos.Contains("\"hecho\""))));
    }

    [Theory, AmbosMotores]
    public async Task Donde_esta_la_persona_pide_un_codigo_nuevo_cada_vez(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        using var navegador = await casa.YaDentroAsync(cuenta);
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, "contacto_seguro", new() { ["dom_calle"] = "Callejón del Naranjo 8" });

        await MostrarAsync("", HttpStatusCode.UnprocessableEntity);
        var codigo = Totp.Codigo(cuenta.Autenticador, casa.Reloj);
        await MostrarAsync(codigo == "000000" ? "000001" : "000000", HttpStatusCode.UnprocessableEntity);
        (await navegador.AbrirAsync($"/expedientes/{id}")).Html.ShouldNotContain("Naranjo");
        codigo = Totp.Codigo(cuenta.Autenticador, casa.Reloj);
        (await MostrarAsync(codigo, HttpStatusCode.OK)).Html.ShouldContain("Naranjo");
        await (await navegador.AbrirAsync($"/expedientes/{id}")).EnviarAsync(boton: "Ocultar ahora");
        await MostrarAsync(codigo, HttpStatusCode.UnprocessableEntity);
        (await navegador.AbrirAsync($"/expedientes/{id}")).Html.ShouldNotContain("Naranjo");

        async Task<PaginaHtml> MostrarAsync(string escrito, HttpStatusCode estado) => await (await navegador.AbrirAsync($"/expedientes/{id}/mostrar")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["Grupos"] = new[] { "contacto" }, ["Motivo"] = "ATENCION", ["Codigo"] = escrito }, "Mostrar", estado: estado);
    }

    [Theory, AmbosMotores]
    public async Task Una_lectura_que_no_puede_asentarse_no_se_sirve(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await ConNombreAsync(navegador);
        await navegador.RevelarAsync(id, "nombre");
        await casa.EnDbAsync(db => db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(motor == Motor.Sqlite
            ? "create trigger sin_lecturas before insert on asiento when new.suceso = 'ExpedienteConsultado' begin select raise(abort, 'no'); end"
            : """
              create function sin_lecturas() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
              create trigger sin_lecturas before insert on asiento for each row when (new.suceso = 'ExpedienteConsultado') execute function sin_lecturas()
              """)));

        foreach (var ruta in new[] { "", "/datos", "/consultas", "/mostrar", "/registrado", "/paginas/documentos_e_identidad" })
        {
            var pagina = await navegador.AbrirAsync($"/expedientes/{id}{ruta}", HttpStatusCode.InternalServerError);
            pagina.Html.ShouldNotContain(Nombre, customMessage: ruta);
            pagina.Html.ShouldNotContain("24 años", customMessage: ruta);
        }
    }

    private static async Task<ExpedienteId> ConNombreAsync(NavegadorHttp navegador)
    {
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, "documentos_e_identidad", new() { ["nombres"] = Nombre });
        return id;
    }
}
