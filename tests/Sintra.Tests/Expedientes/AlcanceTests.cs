using System.Net;
using Sintra.Expedientes;

namespace Sintra.Tests.Expedientes;

/// <summary>Who is out of reach does not learn that the file exists, whichever door is tried, and changes nothing.</summary>
public sealed class AlcanceTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Para_otra_institucion_no_existe_ni_abriendo_ni_enviando(Motor motor)
    {
        var casa = await casas.De(motor);
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        using var ajena = await casa.ComoAsync("UETP-20", "ministerio_publico");
        var id = await suya.RegistrarAsync();
        await suya.GuardarAsync(id, "documentos_e_identidad", new() { ["nombres"] = "Xanat" });
        await suya.RevelarAsync(id, "nombre");
        var (paginas, hecho) = (await PaginasAsync(casa), await casa.HechoDeAsync(id));
        var conFicha = await ajena.AbrirAsync("/registro/nuevo");
        var antes = await casa.HuellaAsync(id, conLecturas: true);

        foreach (var ruta in paginas.Concat(["", "/revisar", "/registrado", "/datos", "/consultas", "/mostrar"]).Select(r => $"/expedientes/{id}{r}").Concat([$"/hechos/{hecho}", $"/hechos/{hecho}/editar", $"/hechos/{hecho}/personas"]))
        {
            (await ajena.AbrirAsync(ruta, HttpStatusCode.NotFound)).Html.ShouldNotContain("Xanat");
        }

        KeyValuePair<string, string>[] campos = [new("Grupos", "nombre"), new("Motivo", "ATENCION"), new("nombres", "Otra"), new("hecho_num_victimas", "9"), new("terminada", "si")];
        foreach (var ruta in paginas.Concat(["/revisar", "/mostrar", "/mostrar?handler=Ocultar"]).Select(r => $"/expedientes/{id}{r}").Concat([$"/hechos/{hecho}", $"/hechos/{hecho}/editar", $"/hechos/{hecho}/personas"]))
        {
            foreach (var enviados in new[] { campos, [.. campos, new("agregar", "familiar")] })
            {
                using var respuesta = await ajena.EnviarCrudoAsync(ruta, conFicha, enviados);
                respuesta.StatusCode.ShouldBe(HttpStatusCode.NotFound, ruta);
                (await respuesta.Content.ReadAsStringAsync()).ShouldNotContain("Xanat");
            }
        }

        (await casa.HuellaAsync(id, conLecturas: true)).ShouldBe(antes);
    }

    [Theory, AmbosMotores]
    public async Task Otra_institucion_no_lo_halla_en_su_lista_ni_buscandolo_por_su_nombre(Motor motor)
    {
        var casa = await casas.De(motor);
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        using var ajena = await casa.ComoAsync("UETP-20", "ministerio_publico");
        var id = await suya.RegistrarAsync();
        var nombre = new Dictionary<string, CampoDeFormulario> { ["nombres"] = "Nahuatzen", ["primer_apellido"] = "Quiahua" };
        await suya.GuardarAsync(id, "documentos_e_identidad", nombre);
        var busqueda = new Dictionary<string, CampoDeFormulario> { ["Nombre"] = "quiahua nahuatzén" };

        (await (await suya.AbrirAsync("/registro/buscar")).EnviarAsync(busqueda, "Buscar")).Html.ShouldContain(id.ToString());
        (await (await ajena.AbrirAsync("/registro/buscar")).EnviarAsync(busqueda, "Buscar")).Html.ShouldNotContain(id.ToString());
        (await ajena.AbrirAsync("/registro")).Html.ShouldNotContain(id.ToString());
    }

    [Theory, AmbosMotores]
    public async Task El_poder_judicial_ve_los_registrados_de_su_entidad_y_no_escribe(Motor motor)
    {
        var casa = await casas.De(motor);
        using var chiapas = await casa.ComoAsync("UETP-07", "ministerio_publico");
        using var oaxaca = await casa.ComoAsync("UETP-20", "ministerio_publico");
        using var juzgado = await casa.ComoAsync("TSJ-07", "poder_judicial");
        var (registrado, borrador, ajeno) = (await chiapas.RegistrarAsync(), await chiapas.BorradorAsync(), await oaxaca.RegistrarAsync());
        var antes = await casa.HuellaAsync(registrado);

        await juzgado.AbrirAsync($"/expedientes/{registrado}");
        await juzgado.AbrirAsync($"/expedientes/{borrador}", HttpStatusCode.NotFound);
        await juzgado.AbrirAsync($"/expedientes/{ajeno}", HttpStatusCode.NotFound);
        await juzgado.AbrirAsync($"/expedientes/{registrado}/paginas/explotacion", HttpStatusCode.Forbidden);
        using var escrita = await juzgado.EnviarCrudoAsync($"/expedientes/{registrado}/paginas/explotacion", await juzgado.AbrirAsync("/cuenta"), [new("explotacion[1].otras_victimas", "1")]);

        escrita.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await casa.HuellaAsync(registrado)).ShouldBe(antes);
    }

    [Theory]
    [AmbosMotores(-2, -1, false)]
    [AmbosMotores(1, 2, false)]
    [AmbosMotores(-1, 1, true)]
    public async Task Un_acceso_vale_desde_su_dia_y_hasta_su_dia(Motor motor, int desde, int hasta, bool ve)
    {
        var casa = await casas.De(motor);
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        using var invitada = await casa.ComoAsync("UETP-20", "ministerio_publico");
        var id = await suya.RegistrarAsync();
        await DarAccesoAsync(casa, id, "UETP-20", casa.Reloj.Ahora.AddDays(desde), casa.Reloj.Ahora.AddDays(hasta));

        var estado = ve ? HttpStatusCode.OK : HttpStatusCode.NotFound;
        await invitada.AbrirAsync($"/expedientes/{id}", estado);
        await invitada.AbrirAsync($"/expedientes/{id}/paginas/explotacion", estado);
        await invitada.AbrirAsync($"/hechos/{await casa.HechoDeAsync(id)}", estado);
    }

    [Theory, AmbosMotores]
    public async Task Quien_atiende_el_expediente_lee_el_hecho_ajeno_y_no_lo_cambia(Motor motor)
    {
        var casa = await casas.De(motor);
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        using var invitada = await casa.ComoAsync("UETP-20", "ministerio_publico");
        var id = await suya.RegistrarAsync();
        await DarAccesoAsync(casa, id, "UETP-20", casa.Reloj.Ahora.AddDays(-1), null);
        var ruta = $"/hechos/{await casa.HechoDeAsync(id)}/editar";
        var antes = await casa.HuellaAsync(id);

        using var respuesta = await invitada.EnviarCrudoAsync(ruta, await invitada.AbrirAsync("/registro/nuevo"), [new("hecho_num_victimas", "9")]);

        respuesta.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await casa.HuellaAsync(id)).ShouldBe(antes);
    }

    [Theory, AmbosMotores]
    public async Task Al_terminar_el_acceso_de_su_institucion_ni_quien_lo_capturo_lo_ve(Motor motor)
    {
        var casa = await casas.De(motor);
        using var suya = await casa.ComoAsync("UETP-07", "ministerio_publico");
        var id = await suya.RegistrarAsync();

        await casa.EnDbAsync(db => db.Set<Acceso>().Where(a => a.Expediente == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Hasta, casa.Reloj.Ahora)));

        await suya.AbrirAsync($"/expedientes/{id}", HttpStatusCode.NotFound);
        await suya.AbrirAsync($"/expedientes/{id}/mostrar", HttpStatusCode.NotFound);
    }

    private static Task DarAccesoAsync(Casa casa, ExpedienteId id, string institucion, DateTime desde, DateTime? hasta) => casa.EnDbAsync(async db =>
    {
        db.Add(new Acceso { Expediente = id, Institucion = institucion, Desde = desde, Hasta = hasta, Origen = OrigenDeAcceso.Canalizacion });
        await db.SaveChangesAsync();
    });

    private static async Task<string[]> PaginasAsync(Casa casa) =>
        [.. (await casa.DiccionarioAsync()).Paginas.Where(p => p.Tipo == "generica").Select(p => $"/paginas/{p.Clave}"), "/paginas/hecho", "/paginas/no_hay_tal"];
}
