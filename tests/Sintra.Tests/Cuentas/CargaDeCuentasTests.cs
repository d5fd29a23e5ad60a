using System.Net;
using MiniExcelLibs;
using Sintra.Cuentas;

namespace Sintra.Tests.Cuentas;

/// <summary>Many people invited with a workbook: what will happen is shown first, row by row.</summary>
public sealed class CargaDeCuentasTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Se_ve_que_pasara_con_cada_renglon_y_solo_los_buenos_se_invitan(Motor motor)
    {
        var casa = await casas.De(motor);
        var existente = await casa.CuentaAsync("UETP-07", "osc");
        string[] correos = [$"uno{motor}@pruebas.example", $"dos{motor}@pruebas.example"];
        using var administra = await casa.ComoAsync("UETP-07", "administracion_institucional");
        var libro = await LibroAsync(
            (correos[0], "Persona Ficticia Uno", "UETP-07", "osc"),
            ("no es un correo", "", "UETP-07", "osc"),
            (existente.Correo, "", "UETP-07", "osc"),
            (correos[1], "", "UETP-07", "Enlace institucional"),
            ($"tres{motor}@pruebas.example", "", "FEVIMTRA", "osc"),
            ($"cuatro{motor}@pruebas.example", "", "UETP-07", "ministerio_publico"),
            (correos[0], "", "UETP-07", "osc"));

        var revision = await (await administra.AbrirAsync("/cuentas/cargar")).EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Libro"] = CampoDeFormulario.DeArchivo("cuentas.xlsx", libro) }, "Revisar");

        revision.Texto.ShouldContain("Se invitará a 2 de 7 personas");
        foreach (var reparo in new[] { "Escriba un correo electrónico completo", "Ese correo ya tiene una cuenta", "Elija una institución de la lista", "Elija un perfil de la lista", "El correo está repetido" })
        {
            revision.Texto.ShouldContain(reparo);
        }

        (await casa.EnDbAsync(db => db.Cuentas.AnyAsync(c => correos.Contains(c.Correo)))).ShouldBeFalse();
        var hecho = await revision.EnviarAsync(boton: "Enviar las invitaciones");
        hecho.Texto.ShouldContain("Se invitó a 2 de 2 personas");
        (await casa.EnDbAsync(db => db.Cuentas.Where(c => correos.Contains(c.Correo)).OrderBy(c => c.Nombre).Select(c => new { c.Nombre, c.Perfil, c.Estado }).ToListAsync()))
            .Select(c => (c.Nombre, c.Perfil, c.Estado))
            .ShouldBe([("", "enlace_institucional", EstadoDeCuenta.Invitada), ("Persona Ficticia Uno", "osc", EstadoDeCuenta.Invitada)]);
        Puerta.EnlaceDe(await casa.UltimoMensajeAsync(correos[1])).ShouldStartWith("/bienvenida/");
    }

    [Fact]
    public async Task La_plantilla_trae_lo_que_se_puede_dar_y_se_lee_de_vuelta()
    {
        var casa = await casas.De(Motor.Sqlite);
        using var administra = await casa.ComoAsync("UETP-07", "administracion_institucional");

        using var respuesta = await administra.PedirAsync(HttpMethod.Get, "/cuentas/cargar?handler=Plantilla");

        respuesta.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("cuentas-sintra.xlsx");
        await using var libro = new MemoryStream(await respuesta.Content.ReadAsByteArrayAsync(Puerta.Ct));
        (await libro.QueryAsync(sheetName: "Perfiles", useHeaderRow: true, cancellationToken: Puerta.Ct)).Select(f => (string)f.Clave)
            .ShouldBe(["administracion_institucional", "enlace_institucional", "linea_telefonica", "migracion", "osc"], ignoreOrder: true);
        (await libro.QueryAsync(sheetName: "Instituciones", useHeaderRow: true, cancellationToken: Puerta.Ct)).Select(f => (string)f.Clave).ShouldBe(["UETP-07"]);
    }

    [Theory]
    [InlineData("esto no es un libro")]
    [InlineData("")]
    public async Task Lo_que_no_es_un_libro_se_dice(string contenido)
    {
        var casa = await casas.De(Motor.Sqlite);
        using var administra = await casa.ComoAsync("UETP-07", "administracion_institucional");

        var mal = await (await administra.AbrirAsync("/cuentas/cargar")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["Libro"] = CampoDeFormulario.DeArchivo("cuentas.xlsx", System.Text.Encoding.UTF8.GetBytes(contenido)) }, "Revisar", estado: HttpStatusCode.UnprocessableEntity);

        mal.Documento.QuerySelector("[role=alert] a")!.GetAttribute("href").ShouldBe("#Libro");
    }

    private static async Task<byte[]> LibroAsync(params (string Correo, string Nombre, string Institucion, string Perfil)[] renglones)
    {
        await using var libro = new MemoryStream();
        await libro.SaveAsAsync(renglones.Select(r => new Dictionary<string, object>
        {
            ["Correo electrónico"] = r.Correo, ["Nombre y apellidos"] = r.Nombre, ["INSTITUCION"] = r.Institucion, ["Perfil"] = r.Perfil,
        }), cancellationToken: Puerta.Ct);
        return libro.ToArray();
    }
}
