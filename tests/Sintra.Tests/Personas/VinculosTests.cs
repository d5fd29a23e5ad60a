using Microsoft.Extensions.DependencyInjection;
using Sintra.Expedientes;
using Sintra.Personas;

namespace Sintra.Tests.Personas;

/// <summary>Two institutions register one person: reviewers alone learn of it, decide, and can take it back.</summary>
public sealed class VinculosTests
{
    [Theory, AmbosMotores]
    public async Task Una_persona_en_dos_instituciones_se_une_y_se_deshace_hasta_el_ultimo_byte(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var fiscalia = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var comision = await casa.ComoAsync("CEAV", "atencion_a_victimas");
        var uno = await PersonaAsync(fiscalia, "María Guadalupe", "Hernández", "Ximénez", "14", "3", "2001", "HEXG010314MCSRMD00");
        var otro = await PersonaAsync(comision, "Guadalupe", "Ernández", "Jiménez", "14", "3", "2001", null);
        var ajena = await PersonaAsync(comision, "Rosa Elena", "Castillo", "Mora", "2", "11", "1994", null);
        var antes = (await comision.AbrirAsync($"/expedientes/{otro}")).Texto;

        (await CompararAsync(casa)).ShouldBe(new(3, 1));
        (await CompararAsync(casa)).ShouldBe(new(0, 0), "nothing waits any more");
        (await comision.AbrirAsync($"/expedientes/{otro}")).Texto.ShouldBe(antes, "whoever typed it is told nothing");

        using var revisora = await casa.ComoAsync("CITP-ST", "revision_de_vinculos");
        using var segunda = await casa.ComoAsync("CITP-ST", "revision_de_vinculos");
        var sugerencia = await casa.EnDbAsync(db => db.Sugerencias.AsNoTracking().SingleAsync());
        new[] { sugerencia.A, sugerencia.B }.ShouldBe([uno, otro], ignoreOrder: true);
        var banda = sugerencia.Probabilidad >= DictaminarVinculoHandler.MuyProbable ? "MuyProbable" : "Posible";
        var lista = await revisora.AbrirAsync($"/consulta/coincidencias?banda={banda}");
        lista.Html.ShouldNotContain("Hern", Case.Insensitive);
        var comparar = await lista.SeguirAsync("Comparar");
        comparar.Html.ShouldNotContain("Guadalupe");
        comparar.Texto.ShouldContain("Protegida");
        (await (await segunda.AbrirAsync($"/consulta/coincidencias/{sugerencia.Id}")).EnviarAsync(boton: "Mostrar identidad de ambos")).Texto.ShouldContain("Ernández");
        var huella = await HuellaAsync(casa);

        // Nothing chosen: said at its field, nothing stored.
        var mala = await comparar.EnviarAsync(boton: "Guardar decisión", estado: System.Net.HttpStatusCode.UnprocessableEntity);
        mala.Texto.ShouldContain("Elija si es la misma persona");
        (await HuellaAsync(casa)).ShouldBe(huella);

        await comparar.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Veredicto"] = "Misma", ["Motivo"] = "DATOS" }, "Guardar decisión");
        if (banda == "Posible")
        {
            (await casa.EnDbAsync(db => db.Pertenencias.CountAsync())).ShouldBe(0, "one person's word is not enough");
            (await revisora.AbrirAsync($"/consulta/coincidencias/{sugerencia.Id}")).Texto.ShouldNotContain("Confirmar que es la misma persona");
            await (await segunda.AbrirAsync($"/consulta/coincidencias/{sugerencia.Id}")).EnviarAsync(boton: "Confirmar que es la misma persona");
        }

        var personas = await casa.EnDbAsync(db => db.Pertenencias.AsNoTracking().ToListAsync());
        personas.ShouldAllBe(p => p.Persona == sugerencia.A);
        personas.Select(p => p.Expediente).ShouldBe([uno, otro], ignoreOrder: true);

        // Joined: each still sees its own file alone.
        var suya = await comision.AbrirAsync($"/consulta/personas/{otro}");
        suya.Documento.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        await comision.AbrirAsync($"/consulta/personas/{uno}", System.Net.HttpStatusCode.NotFound);
        (await revisora.AbrirAsync($"/consulta/personas/{uno}")).Documento.QuerySelectorAll("tbody")[0].Children.Length.ShouldBe(2);

        await (await segunda.AbrirAsync($"/consulta/coincidencias/{sugerencia.Id}")).EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Motivo"] = "ERROR" }, "Deshacer la decisión");
        (await HuellaAsync(casa)).ShouldBe(huella);
        (await casa.EnDbAsync(db => db.Asientos.CountAsync(a => a.Expediente == ajena && a.Suceso == nameof(VinculoDictaminado)))).ShouldBe(0);
    }

    [Theory, AmbosMotores]
    public async Task Lo_que_se_dijo_distinto_no_se_une_por_otro_lado(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var fiscalia = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var tres = new List<ExpedienteId>();
        for (var n = 0; n < 3; n++)
        {
            tres.Add(await PersonaAsync(fiscalia, "Ana Lucía", "Pech", "Dzul", "5", "9", "1999", null));
        }

        await CompararAsync(casa);
        (await casa.EnDbAsync(db => db.Sugerencias.CountAsync())).ShouldBe(3);
        using var revisora = await casa.ComoAsync("CITP-ST", "revision_de_vinculos");
        using var segunda = await casa.ComoAsync("CITP-ST", "revision_de_vinculos");
        async Task<PaginaHtml> DecidirAsync(ExpedienteId x, ExpedienteId y, string veredicto, System.Net.HttpStatusCode estado = System.Net.HttpStatusCode.OK)
        {
            var (a, b) = x < y ? (x, y) : (y, x);
            var id = await casa.EnDbAsync(db => db.Sugerencias.Where(s => s.A == a && s.B == b).Select(s => s.Id).SingleAsync());
            var pagina = await (await revisora.AbrirAsync($"/consulta/coincidencias/{id}")).EnviarAsync(
                new Dictionary<string, CampoDeFormulario> { ["Veredicto"] = veredicto, ["Motivo"] = "INSTITUCIONES" }, "Guardar decisión", estado: estado);
            if (veredicto == "Misma" && estado == System.Net.HttpStatusCode.OK && pagina.Texto.Contains("Falta que otra persona", StringComparison.Ordinal))
            {
                await (await segunda.AbrirAsync($"/consulta/coincidencias/{id}")).EnviarAsync(boton: "Confirmar que es la misma persona");
            }

            return pagina;
        }

        await DecidirAsync(tres[0], tres[1], "Misma");
        await DecidirAsync(tres[1], tres[2], "Distinta");
        var negada = await DecidirAsync(tres[0], tres[2], "Misma", System.Net.HttpStatusCode.UnprocessableEntity);
        negada.Texto.ShouldContain("ya se decidió que son personas distintas");
        (await casa.EnDbAsync(db => db.Pertenencias.CountAsync())).ShouldBe(2);
    }

    [Theory, AmbosMotores]
    public async Task Quien_pide_vinculacion_lee_lo_mismo_haya_o_no_otro_expediente_y_el_dueno_responde(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var fiscalia = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        using var comision = await casa.ComoAsync("CEAV", "atencion_a_victimas");
        var conocida = await PersonaAsync(fiscalia, "Rosa Elena", "Castillo", "Mora", "2", "11", "1994", null);
        var sola = await PersonaAsync(fiscalia, "Ximena", "Tzab", "Uc", "9", "6", "2003", null);
        var otro = await PersonaAsync(comision, "Rosa Elena", "Castillo", "Mora", "2", "11", "1994", null);
        foreach (var expediente in new[] { conocida, sola })
        {
            var sinMotivo = await (await fiscalia.AbrirAsync($"/expedientes/{expediente}/vinculacion")).EnviarAsync(boton: "Enviar solicitud", estado: System.Net.HttpStatusCode.UnprocessableEntity);
            sinMotivo.Texto.ShouldContain("Elija un motivo");
            await sinMotivo.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Motivo"] = "ATENCION" }, "Enviar solicitud");
        }

        var repetida = await (await fiscalia.AbrirAsync($"/expedientes/{sola}/vinculacion")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["Motivo"] = "ATENCION" }, "Enviar solicitud", estado: System.Net.HttpStatusCode.UnprocessableEntity);
        repetida.Texto.ShouldContain("ya hay una solicitud en curso");
        await CompararAsync(casa);
        (await EtapasAsync()).ShouldBe(["En revisión", "En revisión"]);

        using var revisora = await casa.ComoAsync("CITP-ST", "revision_de_vinculos");
        var porTurnar = await revisora.AbrirAsync("/consulta/solicitudes");
        var preguntar = porTurnar.Documento.QuerySelectorAll("button[name=sugerencia]").ShouldHaveSingleItem().TextContent.Trim();
        await porTurnar.EnviarAsync(boton: preguntar);
        (await EtapasAsync()).ShouldBe(["En revisión", "En revisión"], "that it was turned over does not show");
        (await revisora.AbrirAsync("/consulta/solicitudes")).Documento.QuerySelectorAll("button[name=sugerencia]").ShouldBeEmpty();
        await (await revisora.AbrirAsync("/consulta/solicitudes")).EnviarAsync(boton: "No se encontró otro expediente");
        (await EtapasAsync()).ShouldBe(["En revisión", "Concluida sin vinculación"], ignoreOrder: true);

        (await fiscalia.AbrirAsync("/consulta/solicitudes")).Texto.ShouldNotContain("Es la misma persona");
        var suya = await comision.AbrirAsync("/consulta/solicitudes");
        suya.Html.ShouldContain(otro.ToString());
        suya.Html.ShouldNotContain(conocida.ToString());

        // Who reviews reaches both files, and does not answer for the institution.
        var solicitud = suya.Documento.QuerySelector("form[action*=Responder] [name=solicitud]")!.GetAttribute("value")!;
        using (var ajena = await revisora.EnviarCrudoAsync("/consulta/solicitudes?handler=Responder", await revisora.AbrirAsync("/consulta/solicitudes"), [new("solicitud", solicitud), new("acepta", "true")]))
        {
            ajena.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        }

        await suya.EnviarAsync(boton: "Es la misma persona: aceptar");
        (await EtapasAsync()).ShouldContain(e => e.StartsWith("Aceptada", StringComparison.Ordinal));
        (await casa.EnDbAsync(db => db.Pertenencias.CountAsync())).ShouldBe(0, "whoever reviews confirms it");
        await (await (await revisora.AbrirAsync("/consulta/coincidencias?banda=PorConfirmar")).SeguirAsync("Comparar")).EnviarAsync(boton: "Confirmar que es la misma persona");
        (await casa.EnDbAsync(db => db.Pertenencias.CountAsync())).ShouldBe(2);
        await fiscalia.AbrirAsync($"/expedientes/{otro}", System.Net.HttpStatusCode.NotFound);

        async Task<IReadOnlyList<string>> EtapasAsync() =>
            [.. (await fiscalia.AbrirAsync("/consulta/solicitudes")).Documento.QuerySelectorAll("tbody tr td:last-child").Select(c => c.TextContent.Trim())];
    }

    [Theory, AmbosMotores]
    public async Task Un_expediente_danado_no_detiene_a_los_demas_y_lo_aprendido_compara_desde_entonces(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var fiscalia = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var danado = await PersonaAsync(fiscalia, "Itzel", "Canul", "Ek", "3", "3", "1998", null);
        await PersonaAsync(fiscalia, "Itzel", "Canul", "Ek", "3", "3", "1998", null);
        await casa.EnDbAsync(async db =>
        {
            var seccion = await db.Secciones.SingleAsync(s => s.Expediente == danado && s.Clave == "documentos_e_identidad");
            seccion.Selladas = [.. seccion.Selladas!.Select((b, i) => i == 40 ? (byte)(b ^ 1) : b)];
            return await db.SaveChangesAsync();
        });
        (await EnAsync<AprenderModeloHandler, ModeloAprendido>(casa, a => a.EjecutarAsync(CancellationToken.None))).ShouldBe(new(1, 1));
        (await CompararAsync(casa)).ShouldBe(new(2, 0, SinAbrir: 1));

        await PersonaAsync(fiscalia, "Itzel", "Canul", "Ek", "3", "3", "1998", null);
        (await CompararAsync(casa)).Sugerencias.ShouldBe(1);
        (await casa.EnDbAsync(db => db.Sugerencias.Select(s => s.Modelo).SingleAsync())).ShouldBe(1);
    }

    private static async Task<ExpedienteId> PersonaAsync(NavegadorHttp navegador, string nombres, string primero, string segundo, string dia, string mes, string anio, string? curp)
    {
        var id = await navegador.RegistrarAsync();
        var campos = new Dictionary<string, CampoDeFormulario>
        {
            ["nombres"] = nombres, ["primer_apellido"] = primero, ["segundo_apellido"] = segundo,
            ["fecha_nacimiento.dia"] = dia, ["fecha_nacimiento.mes"] = mes, ["fecha_nacimiento.anio"] = anio,
        };
        if (curp is not null)
        {
            campos["curp"] = curp;
        }

        await navegador.GuardarAsync(id, "documentos_e_identidad", campos);
        return id;
    }

    private static Task<ExpedientesComparados> CompararAsync(Casa casa) => EnAsync<CompararExpedientesHandler, ExpedientesComparados>(casa, c => c.EjecutarAsync(CancellationToken.None));

    private static async Task<R> EnAsync<T, R>(Casa casa, Func<T, Task<R>> accion) where T : notnull
    {
        await using var alcance = casa.Services.CreateAsyncScope();
        return await accion(alcance.ServiceProvider.GetRequiredService<T>());
    }

    // What counts as whom and what waits; verdicts themselves are history, and stay.
    private static Task<string> HuellaAsync(Casa casa) => casa.EnDbAsync(async db => string.Join('\n',
        (await db.Pertenencias.AsNoTracking().OrderBy(p => p.Expediente).ToListAsync()).Select(p => $"{p.Expediente} {p.Persona} {p.Alarmas}")
        .Concat((await db.Sugerencias.AsNoTracking().OrderBy(s => s.Id).ToListAsync()).Select(s => $"{s.Id} {s.A} {s.B} {s.Probabilidad:R} {s.SinVeto:R} {s.Niveles} {s.Veto} {s.Modelo} {s.HechaEn:O} {s.AtendidaEn:O}"))));
}
