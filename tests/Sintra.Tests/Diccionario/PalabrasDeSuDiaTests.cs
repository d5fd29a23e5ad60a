using System.Net;

namespace Sintra.Tests.Diccionario;

/// <summary>What changes in the dictionary does not change what was answered: nobody chooses what was retired, and old answers keep their words.</summary>
public sealed class PalabrasDeSuDiaTests
{
    private const string Via = "via_deteccion";

    [Theory, AmbosMotores]
    public async Task Nadie_elige_de_nuevo_una_opcion_retirada_y_quien_la_tenia_la_conserva(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        using var captura = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var (conElla, sinElla) = (await captura.RegistrarAsync(), await captura.RegistrarAsync(new(ExpedientesDePruebas.Minimo()) { [Via] = "04" }));
        var (abierto, pagina) = (await captura.AbrirAsync("/registro/nuevo"), await captura.PaginaAsync(sinElla, "registro_minimo"));
        await AdministrarTests.PrepararAsync(administra, "opcion", $"?clave={await CatalogoAsync(casa)}/02", new() { ["retirado"] = "1" });
        await (await administra.AbrirAsync("/diccionario/cambios")).EnviarAsync(boton: "Publicar la versión");

        var nueva = await abierto.EnviarAsync(ExpedientesDePruebas.Minimo(), "Continuar a revisar", estado: HttpStatusCode.UnprocessableEntity);
        var cambiada = await pagina.EnviarAsync(new Dictionary<string, CampoDeFormulario> { [Via] = "02" }, ExpedientesDePruebas.Guardar, estado: HttpStatusCode.UnprocessableEntity);
        await captura.GuardarAsync(conElla, "registro_minimo", new() { ["edad_registro.valor"] = "25" });

        foreach (var negada in new[] { nueva, cambiada })
        {
            negada.Documento.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")).ShouldBe([$"#{Via}"]);
            negada.Texto.ShouldContain("esa opción se retiró del diccionario");
            negada.Documento.QuerySelector("[name='edad_registro.valor']")!.GetAttribute("value").ShouldBe("24", "what was typed stays");
        }

        (await casa.SeccionesAsync(conElla)).Single(s => s.Clave == "registro_minimo").Abiertas.ShouldContain("02");
        (await casa.SeccionesAsync(sinElla)).Single(s => s.Clave == "registro_minimo").Abiertas.ShouldContain("04");
    }

    [Theory, AmbosMotores]
    public async Task Lo_contestado_se_lee_con_las_palabras_de_su_dia_y_lo_que_se_vuelve_a_guardar_con_las_de_hoy(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        using var captura = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await captura.RegistrarAsync();
        var diccionario = await casa.DiccionarioAsync();
        var (etiqueta, opcion) = (diccionario[Via].Etiqueta, diccionario.CatalogoDe(diccionario[Via])!.Buscar("02")!.Nombre);
        await AdministrarTests.PrepararAsync(administra, "variable", $"?clave={Via}", new() { ["etiqueta"] = "Cómo se supo de la persona" });
        await AdministrarTests.PrepararAsync(administra, "opcion", $"?clave={diccionario[Via].Catalogo}/02", new() { ["nombre"] = "Por aviso de otra autoridad, dicho de otro modo" });
        await (await administra.AbrirAsync("/diccionario/cambios")).EnviarAsync(boton: "Publicar la versión");

        var antes = await captura.AbrirAsync($"/expedientes/{id}/datos");
        antes.Texto.ShouldContain(etiqueta);
        antes.Texto.ShouldContain(opcion);
        antes.Texto.ShouldNotContain("Cómo se supo de la persona");
        antes.Texto.ShouldNotContain("dicho de otro modo");
        (await captura.PaginaAsync(id, "registro_minimo")).Texto.ShouldContain("Cómo se supo de la persona", customMessage: "what is asked is asked as today");

        await captura.GuardarAsync(id, "registro_minimo", new() { ["edad_registro.valor"] = "25" });

        var despues = await captura.AbrirAsync($"/expedientes/{id}/datos");
        despues.Texto.ShouldContain("Cómo se supo de la persona");
        despues.Texto.ShouldContain("dicho de otro modo");
    }

    private static async Task<string> CatalogoAsync(Casa casa) => (await casa.DiccionarioAsync())[Via].Catalogo!;
}
