using System.Net;
using Sintra.Expedientes;
using Sintra.Expedientes.Anexos;
using Sintra.Tests.Cuentas;

namespace Sintra.Tests.Expedientes.Anexos;

/// <summary>Documents of a file: added, listed, opened, taken out; and by whom.</summary>
public sealed class DocumentosTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Cada_clase_se_recibe_por_su_contenido_y_se_devuelve(Motor motor)
    {
        var casa = await casas.De(motor);
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        var id = await suya.RegistrarAsync();
        var ruta = $"/expedientes/{id}/documentos";

        foreach (var formato in Reconocedor.Formatos)
        {
            (await suya.SubirAsync(ruta, ArchivosDePrueba.De(formato), $"sin-decir-{formato}")).Texto.ShouldContain("Se agregó el documento.");
        }

        var adjuntos = await casa.AdjuntosAsync(id.Valor);
        adjuntos.Select(a => a.Formato).ShouldBe(Reconocedor.Formatos);
        foreach (var adjunto in adjuntos)
        {
            using var respuesta = await suya.DescargarAsync(ruta, adjunto.Id);
            var bytes = await respuesta.Content.ReadAsByteArrayAsync(Puerta.Ct);
            bytes.Length.ShouldBe((int)adjunto.Bytes);
            if (Reconocedor.EsImagen(adjunto.Formato))
            {
                Reconocedor.Reconocer(new MemoryStream(bytes)).Formato.ShouldBe(adjunto.Formato);
            }
            else
            {
                bytes.ShouldBe(ArchivosDePrueba.De(adjunto.Formato), adjunto.Formato);
            }
        }
    }

    [Theory, AmbosMotores]
    public async Task Un_documento_de_varios_trozos_va_sellado_y_vuelve_igual_con_nombre_neutral(Motor motor)
    {
        var casa = await casas.De(motor);
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        var id = await suya.RegistrarAsync();
        var (ruta, pdf) = ($"/expedientes/{id}/documentos", ArchivosDePrueba.Pdf(relleno: 600_000));
        await suya.SubirAsync(ruta, pdf, "Xanat Quiahua.pdf", "PERICIAL", campos: ("adj_descripcion", "Dictamen de Xanat"));
        var adjunto = (await casa.AdjuntosAsync(id.Valor)).Single();

        var lista = await suya.AbrirAsync(ruta);
        lista.Html.ShouldNotContain("Xanat");
        lista.Texto.ShouldContain("Dictamen pericial");
        using var respuesta = await suya.DescargarAsync(ruta, adjunto.Id);

        (await respuesta.Content.ReadAsByteArrayAsync(Puerta.Ct)).ShouldBe(pdf);
        adjunto.Trozos.ShouldBe(3);
        var folio = await casa.EnDbAsync(db => db.Expedientes.Where(e => e.Id == id).Select(e => e.Folio).SingleAsync());
        respuesta.Content.Headers.ContentDisposition!.ToString().ShouldBe($"attachment; filename={folio}-pericial-1.pdf; filename*=UTF-8''{folio}-pericial-1.pdf");
        respuesta.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        respuesta.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        respuesta.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        respuesta.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await casa.SucesosAsync(adjunto.Id)).ShouldBe([nameof(AdjuntoAgregado), nameof(AdjuntoAbierto)]);
        (await suya.AbrirAsync($"/expedientes/{id}/consultas")).Texto.ShouldContain("Descargó un documento: Dictamen pericial");
        var enDisco = await casa.EnDbAsync(db => db.TrozosDeAdjunto.Where(t => t.Adjunto == adjunto.Id).OrderBy(t => t.Numero).Select(t => t.Sellado).ToListAsync());
        enDisco.ShouldAllBe(t => !System.Text.Encoding.Latin1.GetString(t).Contains("%PDF", StringComparison.Ordinal));

        await suya.RevelarAsync(id, "documentos");
        var abierta = await suya.AbrirAsync(ruta);
        abierta.Texto.ShouldContain("Xanat Quiahua.pdf");
        abierta.Texto.ShouldContain("Dictamen de Xanat");
    }

    [Theory, AmbosMotores]
    public async Task Un_trozo_cambiado_de_lugar_quitado_o_tocado_no_abre(Motor motor)
    {
        var casa = await casas.De(motor);
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        var id = await suya.RegistrarAsync();
        var ruta = $"/expedientes/{id}/documentos";
        await suya.SubirAsync(ruta, ArchivosDePrueba.Pdf(relleno: 600_000), "uno.pdf");
        await suya.SubirAsync(ruta, ArchivosDePrueba.Pdf(relleno: 600_001), "dos.pdf");
        var (uno, dos) = ((await casa.AdjuntosAsync(id.Valor))[0], (await casa.AdjuntosAsync(id.Valor))[1]);
        var suyos = await TrozosAsync(casa, uno.Id);

        await PonerAsync(casa, uno.Id, 0, suyos[1]);
        await NoAbreAsync(suya, ruta, uno.Id);
        await PonerAsync(casa, uno.Id, 0, (await TrozosAsync(casa, dos.Id))[0]);
        await NoAbreAsync(suya, ruta, uno.Id);
        suyos[0][^1] ^= 1;
        await PonerAsync(casa, uno.Id, 0, suyos[0]);
        await NoAbreAsync(suya, ruta, uno.Id);
        suyos[0][^1] ^= 1;
        await PonerAsync(casa, uno.Id, 0, suyos[0]);
        using (var bien = await suya.DescargarAsync(ruta, uno.Id))
        {
            bien.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        // Cut short: the row says two pieces, and the seals know that there were three.
        await casa.EnDbAsync(db => db.Adjuntos.Where(a => a.Id == uno.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Trozos, 2).SetProperty(a => a.Bytes, 2 * 256 * 1024)));
        await NoAbreAsync(suya, ruta, uno.Id);
    }

    [Theory, AmbosMotores]
    public async Task Retirado_se_conserva_y_nadie_lo_abre(Motor motor)
    {
        var casa = await casas.De(motor);
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        var id = await suya.RegistrarAsync();
        var ruta = $"/expedientes/{id}/documentos";
        await suya.SubirAsync(ruta, ArchivosDePrueba.Pdf(), "uno.pdf");
        var adjunto = (await casa.AdjuntosAsync(id.Valor)).Single();

        var despues = await (await suya.AbrirAsync(ruta)).EnviarAsync(boton: "Retirar este documento");

        despues.Texto.ShouldContain("Se retiró el documento.");
        despues.Texto.ShouldContain("Retirado el");
        despues.Documento.QuerySelectorAll("a[download]").ShouldBeEmpty();
        using var respuesta = await suya.DescargarAsync(ruta, adjunto.Id);
        respuesta.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await casa.SucesosAsync(adjunto.Id)).ShouldBe([nameof(AdjuntoAgregado), nameof(AdjuntoRetirado)]);
        (await TrozosAsync(casa, adjunto.Id)).Count.ShouldBe(1);
        using var otraVez = await suya.EnviarCrudoAsync($"{ruta}?handler=Retirar", despues, [new("adjunto", adjunto.Id.ToString())]);
        otraVez.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, AmbosMotores]
    public async Task Fuera_de_alcance_no_existe_y_sin_permiso_no_se_entra(Motor motor)
    {
        var casa = await casas.De(motor);
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        using var coordina = await casa.ComoAsync("UETP-07", "coordinacion_institucional");
        using var linea = await casa.ComoAsync("UETP-07", "linea_telefonica");
        using var ajena = await casa.ComoAsync("UETP-20", "ministerio_publico");
        var (id, otro) = (await suya.RegistrarAsync(), await suya.RegistrarAsync());
        var ruta = $"/expedientes/{id}/documentos";
        await suya.SubirAsync(ruta, ArchivosDePrueba.Pdf(), "uno.pdf");
        var adjunto = (await casa.AdjuntosAsync(id.Valor)).Single();
        var antes = await casa.HuellaAsync(id, conLecturas: true);

        await ajena.AbrirAsync(ruta, HttpStatusCode.NotFound);
        await linea.AbrirAsync(ruta, HttpStatusCode.Forbidden);
        (await EstadoAsync(ajena.DescargarAsync(ruta, adjunto.Id))).ShouldBe(HttpStatusCode.NotFound);
        (await EstadoAsync(linea.DescargarAsync(ruta, adjunto.Id))).ShouldBe(HttpStatusCode.Forbidden);
        (await EstadoAsync(suya.DescargarAsync($"/expedientes/{otro}/documentos", adjunto.Id))).ShouldBe(HttpStatusCode.NotFound);
        foreach (var (quien, estado) in new[] { (ajena, HttpStatusCode.NotFound), (linea, HttpStatusCode.Forbidden), (coordina, HttpStatusCode.Forbidden) })
        {
            (await EstadoAsync(quien.EnviarCrudoAsync(ruta, await quien.AbrirAsync("/cuenta"), [new("adj_tipo", "OTRO")]))).ShouldBe(estado);
            (await EstadoAsync(quien.EnviarCrudoAsync($"{ruta}?handler=Retirar", await quien.AbrirAsync("/cuenta"), [new("adjunto", adjunto.Id.ToString())]))).ShouldBe(estado);
        }

        (await casa.HuellaAsync(id, conLecturas: true)).ShouldBe(antes);
        (await coordina.AbrirAsync(ruta)).Documento.QuerySelector("input[type=file]").ShouldBeNull();
        (await EstadoAsync(coordina.DescargarAsync(ruta, adjunto.Id))).ShouldBe(HttpStatusCode.OK);
    }

    [Theory, AmbosMotores]
    public async Task Lo_reservado_lo_ve_su_institucion_y_quien_lee_reservas(Motor motor)
    {
        var casa = await casas.De(motor);
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        using var atencion = await casa.ComoAsync("UETP-20", "atencion_a_victimas");
        using var fiscal = await casa.ComoAsync("UETP-20", "ministerio_publico");
        var id = await suya.RegistrarAsync();
        await casa.EnDbAsync(async db =>
        {
            db.Add(new Acceso { Expediente = id, Institucion = "UETP-20", Desde = casa.Reloj.Ahora.AddDays(-1), Origen = OrigenDeAcceso.Canalizacion });
            await db.SaveChangesAsync();
        });
        var ruta = $"/expedientes/{id}/documentos";
        await suya.SubirAsync(ruta, ArchivosDePrueba.Pdf(), "m.pdf", "MINISTERIAL");
        await suya.SubirAsync(ruta, ArchivosDePrueba.Pdf(), "r.pdf", "OTRO", campos: ("Reservado", "true"));
        await suya.SubirAsync(ruta, ArchivosDePrueba.Pdf(), "s.pdf", "SOCIAL");
        var adjuntos = await casa.AdjuntosAsync(id.Valor);

        adjuntos.Select(a => a.Reservado).ShouldBe([true, true, false]);
        (await fiscal.AbrirAsync(ruta)).Documento.QuerySelectorAll("tbody tr").Length.ShouldBe(3);
        var visibles = await atencion.AbrirAsync(ruta);
        visibles.Documento.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await EstadoAsync(atencion.DescargarAsync(ruta, adjuntos[0].Id))).ShouldBe(HttpStatusCode.NotFound);
        (await EstadoAsync(atencion.DescargarAsync(ruta, adjuntos[2].Id))).ShouldBe(HttpStatusCode.OK);

        // What another institution added is that one's to take out.
        visibles.Documento.QuerySelectorAll("input[name=adjunto]").ShouldBeEmpty();
        using var retiro = await atencion.EnviarCrudoAsync($"{ruta}?handler=Retirar", visibles, [new("adjunto", adjuntos[2].Id.ToString())]);
        retiro.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static async Task<HttpStatusCode> EstadoAsync(Task<HttpResponseMessage> peticion)
    {
        using var respuesta = await peticion;
        return respuesta.StatusCode;
    }

    // Before the first byte a fault is a page of its own; after it, the answer is cut.
    private static async Task NoAbreAsync(NavegadorHttp navegador, string ruta, Guid adjunto)
    {
        try
        {
            using var respuesta = await navegador.DescargarAsync(ruta, adjunto);
            respuesta.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        }
        catch (Exception causa) when (causa is HttpRequestException or IOException)
        {
            // Cut, as promised.
        }
    }

    private static Task<List<byte[]>> TrozosAsync(Casa casa, Guid adjunto) =>
        casa.EnDbAsync(db => db.TrozosDeAdjunto.AsNoTracking().Where(t => t.Adjunto == adjunto).OrderBy(t => t.Numero).Select(t => t.Sellado).ToListAsync());

    private static Task<int> PonerAsync(Casa casa, Guid adjunto, int numero, byte[] sellado) => casa.EnDbAsync(db =>
        db.TrozosDeAdjunto.Where(t => t.Adjunto == adjunto && t.Numero == numero).ExecuteUpdateAsync(s => s.SetProperty(t => t.Sellado, sellado)));
}
