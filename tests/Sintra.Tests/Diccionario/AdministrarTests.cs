using System.Net;
using Sintra.Diccionario;

namespace Sintra.Tests.Diccionario;

/// <summary>The dictionary in the administrators' hands: what they publish is asked at once, what they retire is kept where it was answered.</summary>
public sealed class AdministrarTests
{
    private static readonly Dictionary<string, CampoDeFormulario> Variable = new()
    {
        ["clave"] = "uso_de_redes",
        ["etiqueta"] = "¿Usa redes sociales?",
        ["etiqueta_en"] = "Uses social networks?",
        ["pagina"] = "explotacion",
        ["seccion"] = "K",
        ["unidad"] = "persona",
        ["tipo"] = "opcion",
        ["catalogo"] = "sexo",
        ["requerido"] = "O",
        ["condicion"] = "sexo = M",
        ["privacidad"] = "CI",
        ["definicion"] = "Si la persona usa redes sociales por su cuenta.",
    };

    [Theory, AmbosMotores]
    public async Task Una_variable_y_una_opcion_se_preguntan_desde_que_se_publican_y_retiradas_siguen_en_su_expediente(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        using var captura = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await captura.RegistrarAsync();

        await PrepararAsync(administra, "variable", "", Variable);
        await PrepararAsync(administra, "opcion", "?catalogo=sexo", new() { ["codigo"] = "OTRA_PRUEBA", ["nombre"] = "Respuesta de prueba" });
        (await captura.PaginaAsync(id, "explotacion")).Controles().ShouldNotContain("uso_de_redes");
        (await (await administra.AbrirAsync("/diccionario/cambios")).EnviarAsync(boton: "Publicar la versión")).Texto.ShouldContain("Se publicó la versión 2");

        var pagina = await captura.PaginaAsync(id, "explotacion");
        pagina.Texto.ShouldContain("¿Usa redes sociales?");
        using (var ayuda = await captura.PedirAsync(HttpMethod.Get, "/diccionario/ayuda/uso_de_redes"))
        {
            (await ayuda.Content.ReadAsStringAsync()).ShouldContain("Si la persona usa redes sociales por su cuenta.");
        }

        await pagina.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["uso_de_redes"] = "OTRA_PRUEBA" }, ExpedientesDePruebas.Guardar);
        (await captura.AbrirAsync($"/expedientes/{id}/datos")).Texto.ShouldContain("Respuesta de prueba");
        (await (await captura.AbrirAsync("/")).SeguirAsync("Diccionario de datos")).Texto.ShouldContain("Versión 2");
        (await captura.AbrirAsync("/diccionario?buscar=redes")).Texto.ShouldContain("¿Usa redes sociales?");

        (await administra.AbrirAsync("/diccionario/elementos/variable?clave=uso_de_redes")).Texto.ShouldContain("usada en un expediente");
        await PrepararAsync(administra, "variable", "?clave=uso_de_redes", new() { ["retirado"] = "1" });
        await PrepararAsync(administra, "opcion", "?clave=sexo/OTRA_PRUEBA", new() { ["retirado"] = "1" });
        var cambios = await administra.AbrirAsync("/diccionario/cambios");
        cambios.Documento.QuerySelectorAll("tbody tr").Count(r => r.TextContent.Contains("usada en un expediente", StringComparison.Ordinal)).ShouldBe(2);
        await cambios.EnviarAsync(boton: "Publicar la versión");

        (await captura.PaginaAsync(id, "explotacion")).Controles().ShouldNotContain("uso_de_redes");
        (await captura.AbrirAsync($"/expedientes/{id}/datos")).Texto.ShouldContain("Respuesta de prueba");
        (await captura.AbrirAsync("/registro/nuevo")).Html.ShouldNotContain("OTRA_PRUEBA");
    }

    [Theory, AmbosMotores]
    public async Task Con_fecha_futura_rige_desde_ese_dia_y_no_antes(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        using var captura = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var id = await captura.RegistrarAsync();
        await PrepararAsync(administra, "variable", "", Variable);
        var desde = casa.Reloj.Hoy.AddDays(2);

        await (await administra.AbrirAsync("/diccionario/cambios")).EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Desde"] = $"{desde:yyyy-MM-dd}" }, "Publicar la versión");

        (await captura.PaginaAsync(id, "explotacion")).Controles().ShouldNotContain("uso_de_redes");
        casa.Reloj.Adelantar(TimeSpan.FromDays(2));
        using var otroDia = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        (await otroDia.PaginaAsync(id, "explotacion")).Controles().ShouldContain("uso_de_redes");

        await PrepararAsync(administra: await casa.ComoAsync("CITP-ST", "administracion_nacional"), "opcion", "?catalogo=sexo", new() { ["codigo"] = "X9", ["nombre"] = "Otra más" });
        using var otra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        var antes = await (await otra.AbrirAsync("/diccionario/cambios")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["Desde"] = $"{desde.AddDays(-1):yyyy-MM-dd}" }, "Publicar la versión", estado: HttpStatusCode.UnprocessableEntity);
        antes.Texto.ShouldContain("La fecha ya pasó");
    }

    [Theory]
    [AmbosMotores("clave", "Uso De Redes", "La clave empieza con letra")]
    [AmbosMotores("clave", "sexo", "ya se usa")]
    [AmbosMotores("etiqueta", "", "Escriba este dato")]
    [AmbosMotores("condicion", "sexo == M", "no tiene la forma")]
    [AmbosMotores("condicion", "no_existe = M", "no existe o está retirada")]
    [AmbosMotores("condicion", "uso_de_redes = M", "depende de sí misma")]
    [AmbosMotores("catalogo", "", "Elija el catálogo")]
    [AmbosMotores("max", "muchos", "no tiene la forma")]
    public async Task Lo_mal_hecho_se_dice_en_su_campo_y_conserva_lo_escrito(Motor motor, string campo, string valor, string mensaje)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        var campos = new Dictionary<string, CampoDeFormulario>(Variable) { [campo] = valor };

        var pagina = await (await administra.AbrirAsync("/diccionario/elementos/variable")).EnviarAsync(campos, "Preparar el cambio", estado: HttpStatusCode.UnprocessableEntity);

        pagina.Documento.QuerySelector($"#{campo}-error")!.TextContent.ShouldContain(mensaje);
        pagina.Documento.QuerySelector("#definicion")!.TextContent.ShouldBe("Si la persona usa redes sociales por su cuenta.");
        (await casa.EnDbAsync(db => db.CambiosPreparados.CountAsync())).ShouldBe(0);
    }

    [Theory, AmbosMotores]
    public async Task Descartar_un_cambio_no_deja_nada(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        await PrepararAsync(administra, "pagina", "?clave=explotacion", new() { ["titulo"] = "Cómo fue la explotación" });

        (await (await administra.AbrirAsync("/diccionario/cambios")).EnviarAsync(boton: "Descartar")).Texto.ShouldContain("No hay cambios preparados");

        (await casa.EnDbAsync(db => db.CambiosPreparados.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public void La_semilla_es_coherente() => Coherencia.Reparos(Semilla.Leer()).ShouldBeEmpty();

    internal static async Task PrepararAsync(NavegadorHttp administra, string clase, string consulta, Dictionary<string, CampoDeFormulario> campos) =>
        (await (await administra.AbrirAsync($"/diccionario/elementos/{clase}{consulta}")).EnviarAsync(campos, "Preparar el cambio")).Texto.ShouldContain("El cambio quedó preparado");
}
