using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Sintra.Expedientes.Anexos;
using Sintra.Tests.Cuentas;
using SkiaSharp;

namespace Sintra.Tests.Expedientes.Anexos;

/// <summary>What is not taken is said beside its field, nothing of it is kept, and what was typed stays; what is taken is no more than it should be.</summary>
public sealed class RechazosTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Lo_que_no_se_recibe_se_dice_junto_a_su_campo_y_no_deja_nada(Motor motor)
    {
        var casa = await casas.De(motor);
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        var id = await suya.RegistrarAsync();
        var ruta = $"/expedientes/{id}/documentos";
        var antes = await casa.HuellaAsync(id);

        foreach (var (nombre, archivo, reparo) in Rechazados())
        {
            var pagina = await suya.SubirAsync(ruta, archivo, nombre, "SOCIAL", HttpStatusCode.UnprocessableEntity, ("adj_descripcion", "Informe de noviembre"), ("Reservado", "true"));

            pagina.Reparo().ShouldContain(reparo, customMessage: nombre);
            pagina.Documento.QuerySelector("#adj_descripcion")!.GetAttribute("value").ShouldBe("Informe de noviembre");
            pagina.Documento.QuerySelector("#Reservado")!.HasAttribute("checked").ShouldBeTrue();
            pagina.Texto.ShouldContain("vuelva a elegirlo");
        }

        var sinNada = await (await suya.AbrirAsync(ruta)).EnviarAsync(boton: DocumentosDePrueba.Boton, estado: HttpStatusCode.UnprocessableEntity);
        sinNada.Documento.QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")).ShouldBe(["#adj_tipo", "#adj_archivo"]);
        (await casa.AdjuntosAsync(id.Valor)).ShouldBeEmpty();
        (await casa.HuellaAsync(id)).ShouldBe(antes);
        Directory.Exists(casa.Datos.Transito).ShouldBeTrue();
        Directory.EnumerateFiles(casa.Datos.Transito).ShouldBeEmpty();
    }

    [Theory, AmbosMotores]
    public async Task Hasta_25_MB_y_ni_un_byte_mas(Motor motor)
    {
        var casa = await casas.De(motor);
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        var id = await suya.RegistrarAsync();
        var ruta = $"/expedientes/{id}/documentos";
        var justo = new byte[OpcionesDeAnexos.MaximoDeBytes];
        Array.Fill(justo, (byte)' ');
        ArchivosDePrueba.Pdf().CopyTo(justo, 0);
        "%%EOF"u8.CopyTo(justo.AsSpan(justo.Length - 5));

        (await suya.SubirAsync(ruta, [.. justo, (byte)' '], "grande.pdf", estado: HttpStatusCode.UnprocessableEntity)).Reparo().ShouldContain("pasa de 25 MB");
        (await casa.AdjuntosAsync(id.Valor)).ShouldBeEmpty();
        await suya.SubirAsync(ruta, justo, "justo.pdf");
        (await casa.AdjuntosAsync(id.Valor)).Single().Bytes.ShouldBe(OpcionesDeAnexos.MaximoDeBytes);

        // Far beyond, nothing is read.
        using var cuerpo = new ByteArrayContent(new byte[(3 * OpcionesDeAnexos.MaximoDeBytes) + 1]);
        cuerpo.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var lejos = await suya.PedirAsync(HttpMethod.Post, ruta, cuerpo);
        lejos.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await lejos.Content.ReadAsStringAsync(Puerta.Ct)).ShouldContain("El envío es demasiado grande");
    }

    [Theory, AmbosMotores]
    public async Task De_una_foto_queda_lo_que_se_ve_derecho_y_nada_mas(Motor motor)
    {
        var casa = await casas.De(motor);
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        var id = await suya.RegistrarAsync();
        var (ruta, foto) = ($"/expedientes/{id}/documentos", ArchivosDePrueba.FotoConLugar());
        Encoding.Latin1.GetString(foto).ShouldContain(ArchivosDePrueba.MarcaDeLugar);
        await suya.SubirAsync(ruta, foto, "foto.jpeg", "IDENTIDAD");
        var adjunto = (await casa.AdjuntosAsync(id.Valor)).Single();

        using var respuesta = await suya.DescargarAsync(ruta, adjunto.Id);
        var quedo = await respuesta.Content.ReadAsByteArrayAsync(Puerta.Ct);

        foreach (var rastro in new[] { ArchivosDePrueba.MarcaDeLugar, "Exif", "algo-detras" })
        {
            Encoding.Latin1.GetString(quedo).ShouldNotContain(rastro);
        }

        // 30 × 20 with red on the left, the camera on its side: 20 × 30 with red above.
        using var imagen = SKBitmap.Decode(quedo);
        (imagen.Width, imagen.Height).ShouldBe((20, 30));
        (imagen.GetPixel(10, 4).Green < 80, imagen.GetPixel(10, 26).Green > 200).ShouldBe((true, true));
    }

    private static IEnumerable<(string Nombre, byte[] Archivo, string Reparo)> Rechazados()
    {
        const string NoEs = "no es de las clases que se reciben";
        const string Danado = "está incompleto o dañado";
        const string Programas = "trae macros o programas";
        const string Desmedido = "demasiado grande";
        const string Dentro = "trae otros archivos dentro";
        var foto = ArchivosDePrueba.Imagen(SKEncodedImageFormat.Jpeg, 300, 300);
        var libro = ArchivosDePrueba.De("xlsx");

        yield return ("informe.pdf", ArchivosDePrueba.Programa(), NoEs);
        yield return ("hoja.svg", Encoding.UTF8.GetBytes("<svg onload='alert(1)'/>"), NoEs);
        yield return ("suelto.zip", ArchivosDePrueba.Paquete("application/zip", ("a.txt", "a")), NoEs);
        yield return ("pelicula.mov", ArchivosDePrueba.Medios("qt  "), NoEs);
        yield return ("foto.pdf", foto, "su contenido es JPG");
        yield return ("foto.jpg", foto[..(foto.Length / 2)], Danado);
        yield return ("cortado.pdf", ArchivosDePrueba.Pdf()[..20], Danado);
        yield return ("cortado.xlsx", libro[..^30], Danado);
        yield return ("cortado.mp4", ArchivosDePrueba.De("mp4")[..^1], Danado);
        yield return ("corto.mp3", [.. ArchivosDePrueba.De("mp3").Take(400)], Danado);
        yield return ("pixeles.png", ArchivosDePrueba.PngDesmedido(), Desmedido);
        yield return ("bomba.docx", ArchivosDePrueba.DocxBomba(), Desmedido);
        yield return ("muchos.docx", ArchivosDePrueba.Docx([.. Enumerable.Range(0, 10_000).Select(i => ($"word/{i}.xml", ""))]), Desmedido);
        yield return ("macros.docx", ArchivosDePrueba.Docx(("word/vbaProject.bin", "x")), Programas);
        yield return ("macros.docm", ArchivosDePrueba.Paquete("application/vnd.ms-word.document.macroEnabled.main+xml", ("word/document.xml", "x")), Programas);
        yield return ("dentro.docx", ArchivosDePrueba.Docx(("word/embeddings/otro.zip", "x")), Dentro);
        yield return ("fuera.docx", ArchivosDePrueba.Docx(("../../fuera.xml", "x")), Dentro);
        yield return ("cifrado.docx", Cifrado(ArchivosDePrueba.Docx()), "pide contraseña");
        yield return ("cifrado.pdf", ArchivosDePrueba.Pdf("<< /Encrypt 5 0 R >>"), "pide contraseña");
        yield return ("guion.pdf", ArchivosDePrueba.Pdf("<< /S /Java#53cript /JS (app.alert(1)) >>", relleno: 70_000), Programas);
        yield return ("lanza.pdf", ArchivosDePrueba.Pdf($"({new string('x', 65_500)}) << /S /Launch /F (cmd.exe) >>"), Programas);
    }

    // Says of the second file of its list that it is encrypted.
    private static byte[] Cifrado(byte[] zip)
    {
        var segunda = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        zip[segunda + 8] |= 1;
        return zip;
    }
}
