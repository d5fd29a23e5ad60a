using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Expedientes;
using Sintra.Tests.Cuentas;

namespace Sintra.Tests.Expedientes;

/// <summary>What nobody finishes is told of after three weeks and gone after four.</summary>
public sealed class CaducidadDeBorradoresTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Se_avisa_a_los_veintiun_dias_y_se_borra_a_los_veintiocho(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        ExpedienteId dejado, vivo;
        using (var navegador = await casa.YaDentroAsync(cuenta))
        {
            dejado = await navegador.BorradorAsync();
            await navegador.GuardarAsync(dejado, "documentos_e_identidad", new() { ["nombres"] = "Kanaricaducado", ["primer_apellido"] = "Kanariapellido" });
            vivo = await navegador.BorradorAsync();
            await navegador.AutoguardarAsync(await navegador.AbrirAsync("/registro/nuevo"), new() { ["sexo"] = ["H"] });
        }

        var deLaCarga = await DeLaCargaAsync(casa);
        (await RevisarAsync(casa)).ShouldBe(new(0, 0, 0));

        casa.Reloj.Adelantar(TimeSpan.FromDays(21.5));
        using (var navegador = await casa.YaDentroAsync(cuenta))
        {
            await navegador.AutoguardarAsync(await navegador.PaginaAsync(vivo, "necesidades"), new() { ["terminada"] = ["no"] });
            (await RevisarAsync(casa)).ShouldBe(new(1, 0, 0));
            (await RevisarAsync(casa)).ShouldBe(new(0, 0, 0), "once is enough");
            var mensaje = await casa.UltimoMensajeAsync(cuenta.Correo);
            mensaje.TextBody!.ShouldContain("Tiene capturas sin terminar en el SINTRA: 2.");
            mensaje.TextBody!.ShouldContain("You have unfinished entries in SINTRA: 2.");
            mensaje.TextBody!.ShouldNotContain(dejado.ToString());
            (await navegador.AbrirAsync("/")).Texto.ShouldContain("Caduca el");
            (await navegador.AbrirAsync("/registro")).Texto.ShouldContain("Caduca");
        }

        casa.Reloj.Adelantar(TimeSpan.FromDays(7.1));
        (await RevisarAsync(casa)).ShouldBe(new(0, 1, 1));

        await NadaQuedaAsync(casa, dejado);
        (await casa.EnDbAsync(db => db.Expedientes.Where(e => e.Id == vivo || e.Id == deLaCarga).Select(e => e.Estado).ToListAsync()))
            .ShouldAllBe(e => e == EstadoDeExpediente.Borrador);
        (await casa.BorradoresAsync(cuenta.Id)).Select(b => b.Ruta).ShouldBe([$"/expedientes/{vivo}/paginas/necesidades"]);
        using var autora = await casa.YaDentroAsync(cuenta);
        using var colega = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        (await autora.AbrirAsync("/registro")).Texto.ShouldContain("Caducó el");
        (await autora.AbrirAsync($"/expedientes/{dejado}")).Texto.ShouldContain("Nadie escribió en él durante 28 días");
        (await colega.AbrirAsync("/registro")).Html.ShouldNotContain(dejado.ToString());
        var asientos = await casa.EnDbAsync(db => db.Asientos.Where(a => a.Expediente == dejado && a.Suceso == nameof(BorradorDeExpedienteDescartado)).ToListAsync());
        asientos.ShouldHaveSingleItem().Cuenta.ShouldBe(CuentaId.Sistema);
    }

    [Theory, AmbosMotores]
    public async Task Quien_lo_empezo_descarta_un_borrador_y_nadie_mas(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        using var navegador = await casa.YaDentroAsync(cuenta);
        using var colega = await casa.ComoAsync("FEVIMTRA", "ministerio_publico");
        var registrado = await navegador.RegistrarAsync();
        var id = await navegador.BorradorAsync();
        await navegador.GuardarAsync(id, "documentos_e_identidad", new() { ["nombres"] = "Kanaridescartado", ["primer_apellido"] = "Kanariapellido" });
        await navegador.AutoguardarAsync(await navegador.PaginaAsync(id, "necesidades"), new() { ["terminada"] = ["si"] });

        await colega.AbrirAsync($"/expedientes/{id}/descartar", HttpStatusCode.NotFound);
        (await navegador.AbrirAsync($"/expedientes/{registrado}/descartar")).Direccion.AbsolutePath.ShouldBe($"/expedientes/{registrado}");
        (await navegador.AbrirAsync($"/expedientes/{registrado}")).Texto.ShouldNotContain("Descartar el borrador");
        var confirmar = await (await navegador.AbrirAsync($"/expedientes/{id}")).SeguirAsync("Descartar el borrador");
        var despues = await confirmar.EnviarAsync(boton: "Descartar el borrador");

        despues.Texto.ShouldContain("Se descartó el borrador.");
        await NadaQuedaAsync(casa, id);
        (await casa.BorradoresAsync(cuenta.Id)).ShouldBeEmpty();
        (await navegador.AbrirAsync($"/expedientes/{id}")).Texto.ShouldContain("no queda nada de lo que decía");
        (await navegador.EnviarCrudoAsync($"/expedientes/{registrado}/descartar", confirmar, [])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await casa.EnDbAsync(db => db.Movimientos.Where(m => m.Expediente == id).Select(m => new { m.De, m.A, m.HechoPor }).SingleAsync()))
            .ShouldBe(new { De = EstadoDeExpediente.Borrador, A = EstadoDeExpediente.Anulado, HechoPor = cuenta.Id });
    }

    private static Task<BorradoresRevisados> RevisarAsync(Casa casa) =>
        casa.EnAlcanceAsync(Sesion.DelSistema(""), sp => sp.GetRequiredService<RevisarBorradoresHandler>().EjecutarAsync(CancellationToken.None));

    private static Task<ExpedienteId> DeLaCargaAsync(Casa casa) => casa.EnDbAsync(async db =>
    {
        var hecho = new Hecho { Institucion = "FEVIMTRA", CreadoEn = casa.Reloj.Ahora, CreadoPor = CuentaId.Sistema };
        var expediente = new Expediente { Hecho = hecho.Id, Institucion = "FEVIMTRA", CapturadoPor = CuentaId.Sistema, CreadoEn = casa.Reloj.Ahora, Filtros = new() };
        db.AddRange(hecho, expediente);
        await db.SaveChangesAsync();
        return expediente.Id;
    });

    private static async Task NadaQuedaAsync(Casa casa, ExpedienteId id)
    {
        var queda = await casa.EnDbAsync(async db => (
            Llaves: await db.LlavesDeDatos.CountAsync(l => l.Dueno == id.Valor),
            Secciones: await db.Secciones.CountAsync(s => s.Expediente == id) + await db.SeccionesAnteriores.CountAsync(s => s.Expediente == id),
            Testigos: await db.Testigos.CountAsync(t => t.Expediente == id),
            await db.Expedientes.Where(e => e.Id == id).Select(e => e.Estado).SingleAsync()));
        queda.ShouldBe((0, 0, 0, EstadoDeExpediente.Anulado));
        (await casa.EnDbAsync(db => db.Expedientes.Where(e => e.Id == id).Select(e => e.Filtros.Sexo).SingleAsync())).ShouldBeNull();
    }
}
