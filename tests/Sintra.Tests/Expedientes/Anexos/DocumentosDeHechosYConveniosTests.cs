using System.Net;
using Sintra.Cuentas;
using Sintra.Expedientes;
using Sintra.Expedientes.Anexos;
using Sintra.Tests.Cuentas;

namespace Sintra.Tests.Expedientes.Anexos;

/// <summary>Documents of an event and annexes of a convenio: the same page, other doors.</summary>
public sealed class DocumentosDeHechosYConveniosTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Los_del_hecho_los_agrega_quien_lo_lleva_y_abrirlos_es_lectura_de_sus_expedientes(Motor motor)
    {
        var casa = await casas.De(motor);
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        using var invitada = await casa.ComoAsync("UETP-20", "ministerio_publico");
        using var ajena = await casa.ComoAsync("UETP-09", "ministerio_publico");
        var id = await suya.RegistrarAsync();
        var hecho = await casa.HechoDeAsync(id);
        var ruta = $"/hechos/{hecho}/documentos";
        await casa.EnDbAsync(async db =>
        {
            db.Add(new Acceso { Expediente = id, Institucion = "UETP-20", Desde = casa.Reloj.Ahora.AddDays(-1), Origen = OrigenDeAcceso.Canalizacion });
            await db.SaveChangesAsync();
        });

        var lista = await (await suya.AbrirAsync($"/hechos/{hecho}")).SeguirAsync("Documentos del hecho");
        await suya.SubirAsync(lista.Direccion.AbsolutePath, ArchivosDePrueba.Pdf(), "IPH de Xanat.pdf", "OFICIO");
        var adjunto = (await casa.AdjuntosAsync(hecho.Valor)).Single();
        using var respuesta = await invitada.DescargarAsync(ruta, adjunto.Id);

        respuesta.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("documento-oficio-1.pdf");
        (await casa.EnDbAsync(db => db.Asientos.CountAsync(a => a.Expediente == id && a.Suceso == nameof(AdjuntoAbierto)))).ShouldBe(1);
        var vista = await invitada.AbrirAsync(ruta);
        vista.Html.ShouldNotContain("Xanat");
        vista.Texto.ShouldContain("El hecho lo lleva otra institución");
        vista.Documento.QuerySelector("input[type=file]").ShouldBeNull();
        using var intento = await invitada.EnviarCrudoAsync(ruta, await invitada.AbrirAsync("/cuenta"), [new("adj_tipo", "OTRO")]);
        intento.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await ajena.AbrirAsync(ruta, HttpStatusCode.NotFound);
        using var nada = await ajena.DescargarAsync(ruta, adjunto.Id);
        nada.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, AmbosMotores]
    public async Task Los_anexos_de_un_convenio_los_lleva_quien_administra_instituciones(Motor motor)
    {
        var casa = await casas.De(motor);
        using var nacional = await casa.ComoAsync("FEVIMTRA", "administracion_nacional");
        using var otra = await casa.ComoAsync("UETP-07", "administracion_institucional");
        var convenio = new Convenio
        {
            Institucion = "UETP-07",
            Clase = ClaseDeConvenio.Coordinacion,
            Objeto = "Intercambio de datos",
            Desde = casa.Reloj.Hoy,
            Hasta = casa.Reloj.Hoy.AddYears(1),
            Fin = casa.Reloj.Hoy.AddYears(1),
            Anexo = "En el archivo de la institución",
            RegistradoEn = casa.Reloj.Ahora,
            RegistradoPor = CuentaId.Sistema,
        };
        await casa.EnDbAsync(async db =>
        {
            db.Add(convenio);
            await db.SaveChangesAsync();
        });
        var ruta = $"/instituciones/UETP-07/convenios/{convenio.Id}/anexos";
        var pdf = ArchivosDePrueba.Pdf();

        (await nacional.AbrirAsync("/instituciones/UETP-07")).Html.ShouldContain(ruta);
        var lista = await nacional.SubirAsync(ruta, pdf, "Anexo técnico.pdf", campos: ("adj_descripcion", "Firmado en noviembre"));

        lista.Texto.ShouldContain("Anexo técnico.pdf");
        lista.Texto.ShouldContain("Firmado en noviembre");
        lista.Texto.ShouldContain("En el archivo de la institución");
        var adjunto = (await casa.AdjuntosAsync(convenio.Id)).Single();
        using (var respuesta = await nacional.DescargarAsync(ruta, adjunto.Id))
        {
            (await respuesta.Content.ReadAsByteArrayAsync(Puerta.Ct)).ShouldBe(pdf);
        }

        (await casa.SucesosAsync(adjunto.Id)).ShouldBe([nameof(AdjuntoAgregado), nameof(AdjuntoAbierto)]);
        await nacional.SubirAsync(ruta, pdf, "otro.pdf");
        await nacional.AbrirAsync($"/instituciones/UETP-20/convenios/{convenio.Id}/anexos", HttpStatusCode.NotFound);
        await otra.AbrirAsync(ruta, HttpStatusCode.Forbidden);
        (await lista.EnviarAsync(boton: "Retirar este documento")).Texto.ShouldContain("Se retiró el documento.");
    }

    [Theory, AmbosMotores]
    public async Task Un_documento_respalda_un_renglon_de_su_expediente_y_ninguno_mas(Motor motor)
    {
        var casa = await casas.De(motor);
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        var id = await suya.RegistrarAsync();
        var ruta = $"/expedientes/{id}/documentos";
        (await suya.AbrirAsync(ruta)).Documento.QuerySelector("#Renglon").ShouldBeNull();
        await casa.EnDbAsync(async db =>
        {
            db.Add(new Seccion { Expediente = id, Clave = "Consentimiento", Fila = 2, Abiertas = "{}", Diccionario = 1, EscritaEn = casa.Reloj.Ahora, EscritaPor = CuentaId.Sistema });
            await db.SaveChangesAsync();
        });

        (await suya.SubirAsync(ruta, ArchivosDePrueba.Pdf(), "c.pdf", "CONSENT", campos: ("Renglon", "Consentimiento[2]"))).Texto.ShouldContain("Respalda: Consentimiento 2");

        (await casa.AdjuntosAsync(id.Valor)).Single().Renglon.ShouldBe("Consentimiento[2]");
        using var cuerpo = new MultipartFormDataContent
        {
            { new StringContent("CONSENT"), "adj_tipo" },
            { new StringContent("Calidad[9]"), "Renglon" },
            { new StringContent((await suya.AbrirAsync(ruta)).FichaAntifalsificacion), "__RequestVerificationToken" },
            { new ByteArrayContent(ArchivosDePrueba.Pdf()), "adj_archivo", "c.pdf" },
        };
        using var inventado = await suya.PedirAsync(HttpMethod.Post, ruta, cuerpo);
        inventado.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await inventado.Content.ReadAsStringAsync(Puerta.Ct)).ShouldContain("href=\"#Renglon\"");
    }
}
