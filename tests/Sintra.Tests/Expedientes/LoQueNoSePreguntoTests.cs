using System.Net;
using Sintra.Diccionario;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes;

/// <summary>A blank clears only what the form put to whoever fills it in; the rest stays, whatever changed meanwhile.</summary>
public sealed class LoQueNoSePreguntoTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Guardar_el_registro_minimo_de_un_expediente_registrado_conserva_su_calidad(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        (await navegador.PaginaAsync(id, "registro_minimo")).Controles().ShouldNotContain("calidad");

        await navegador.GuardarAsync(id, "registro_minimo", new() { ["sexo"] = "H" });

        (await AbiertasAsync(casa, id, "registro_minimo")).ShouldSatisfyAllConditions(
            a => a.ShouldContain("\"sexo\":\"H\""),
            a => a.ShouldContain("\"calidad\":\"PROBABLE\""));
        (await casa.EnDbAsync(db => db.Expedientes.SingleAsync(e => e.Id == id))).Filtros.Calidad.ShouldBe("PROBABLE");
    }

    [Theory, AmbosMotores]
    public async Task Una_pregunta_que_empezo_a_hacerse_despues_de_abrir_el_formulario_conserva_su_respuesta(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync(ExpedientesDePruebas.Minimo(edad: "16"));
        await navegador.GuardarAsync(id, "procuraduria_nna", new() { ["procuraduria_notificada"] = "SI" });
        await navegador.GuardarAsync(id, "registro_minimo", new() { ["edad_registro.valor"] = "30" });
        var sinPreguntar = await navegador.PaginaAsync(id, "procuraduria_nna");
        sinPreguntar.Controles().ShouldNotContain("procuraduria_notificada");
        await navegador.GuardarAsync(id, "registro_minimo", new() { ["edad_registro.valor"] = "16" });

        await sinPreguntar.EnviarAsync(boton: ExpedientesDePruebas.Guardar);

        (await AbiertasAsync(casa, id, "procuraduria_nna")).ShouldContain("procuraduria_notificada");
    }

    [Theory, AmbosMotores]
    public async Task Devuelto_con_una_pregunta_nueva_el_formulario_tampoco_borra_su_respuesta(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, "explotacion", new() { ["medios_comisivos"] = new[] { (await casa.DiccionarioAsync()).Catalogos["medios_comisivos"].Elegibles.First().Codigo } });
        await navegador.GuardarAsync(id, "registro_minimo", new() { ["edad_registro.valor"] = "16" });
        var sinPreguntar = await navegador.PaginaAsync(id, "explotacion");
        sinPreguntar.Controles().ShouldNotContain("medios_comisivos");
        await navegador.GuardarAsync(id, "registro_minimo", new() { ["edad_registro.valor"] = "24" });

        var devuelto = await sinPreguntar.EnviarAsync(boton: "Agregar");
        devuelto.Controles().ShouldContain("medios_comisivos");
        await devuelto.EnviarAsync(boton: ExpedientesDePruebas.Guardar);

        (await AbiertasAsync(casa, id, "explotacion")).ShouldContain("medios_comisivos");
    }

    [Theory, AmbosMotores]
    public async Task Sin_decir_que_se_pregunto_solo_se_escribe_lo_que_llega(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await navegador.RegistrarAsync();
        await navegador.GuardarAsync(id, "familia_y_dependientes", new() { ["num_hijos"] = "3", ["familiar[1].fam_edad.valor"] = "9" });
        var version = (await casa.SeccionesAsync(id)).Single(s => s.Clave == "familia_y_dependientes" && s.Fila == 0).Version;

        using var respuesta = await navegador.EnviarCrudoAsync(
            $"/expedientes/{id}/paginas/familia_y_dependientes", await navegador.AbrirAsync("/registro/nuevo"), [new("version", $"{version}"), new("num_hijos", ""), new("familiar[1].fam_edad.valor", "")]);

        respuesta.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await casa.SeccionesAsync(id)).ShouldContain(s => s.Clave == "familiar" && s.Fila == 1 && s.Abiertas.Contains("fam_edad"));
        (await AbiertasAsync(casa, id, "familia_y_dependientes")).ShouldContain("\"num_hijos\":3");
    }

    [Fact]
    public void Lo_que_un_formulario_mostro_se_lee_como_se_escribio()
    {
        var mostrado = new FormularioMostrado(new HashSet<string> { "sexo", "forma" }, new HashSet<string> { "explotacion[2]" }, new HashSet<string> { "relato" });

        var leido = FormularioMostrado.Leer(mostrado.ToString());

        leido.Preguntas.ShouldBe(mostrado.Preguntas, ignoreOrder: true);
        leido.Filas.ShouldBe(mostrado.Filas);
        leido.Grupos.ShouldBe(mostrado.Grupos);
        FormularioMostrado.Leer(null).Preguntas.ShouldBeEmpty();
    }

    private static async Task<string> AbiertasAsync(Casa casa, ExpedienteId id, string pagina) =>
        (await casa.SeccionesAsync(id)).Single(s => s.Clave == pagina && s.Fila == 0).Abiertas.Replace(" ", "");
}
