using System.Net;
using Sintra.Cuentas;

namespace Sintra.Tests.Cuentas;

/// <summary>What a power leaves behind when it ends, and what nobody should be able to send.</summary>
public sealed class LoQueQuedaAbiertoTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Un_caracter_nulo_se_rechaza_en_formularios_y_direcciones(Motor motor)
    {
        var casa = await casas.De(motor);
        using var nadie = casa.Navegador();
        using var administra = await casa.ComoAsync("CITP-ST", "administracion_nacional");

        using var puerta = await nadie.EnviarCrudoAsync("/entrar", await nadie.AbrirAsync("/entrar"), [new("Correo", "\0a"), new("Password", "x")]);
        using var lista = await administra.PedirAsync(HttpMethod.Get, "/cuentas?institucion=%00");

        (puerta.StatusCode, lista.StatusCode).ShouldBe((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest));
    }

    [Theory, AmbosMotores]
    public async Task Dos_que_se_invitaron_no_son_dos_personas_para_recuperar_una_cuenta(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        var (una, otra) = (await casa.CuentaAsync("UETP-07", "administracion_institucional"), await casa.CuentaAsync("UETP-07", "administracion_institucional"));
        await casa.EnDbAsync(db =>
        {
            db.Add(new Invitacion { Cuenta = otra.Id, Hash = SecretoOpaco.Nuevo().Hash, CreadaEn = casa.Reloj.Ahora, CreadaPor = una.Id, Expira = casa.Reloj.Ahora.AddDays(1), UsadaEn = casa.Reloj.Ahora });
            return db.SaveChangesAsync(Puerta.Ct);
        });
        using var abre = await casa.YaDentroAsync(una);
        using var confirma = await casa.YaDentroAsync(otra);
        using var abierta = await abre.EnviarCrudoAsync($"/cuentas/{cuenta.Id}/recuperar", await abre.AbrirAsync("/"), [new("Comprobacion", nameof(ComprobacionDeIdentidad.EnPersona))]);
        var id = await casa.EnDbAsync(db => db.RecuperacionesDeAcceso.Where(r => r.Cuenta == cuenta.Id).Select(r => r.Id).SingleAsync());

        using var negada = await confirma.EnviarCrudoAsync("/cuentas/recuperaciones?handler=Confirmar", await confirma.AbrirAsync("/"), [new("id", id.ToString())]);

        negada.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await negada.Content.ReadAsStringAsync(Puerta.Ct)).ShouldContain("se invitaron una a la otra");
        (await casa.EnDbAsync(db => db.Cuentas.SingleAsync(c => c.Id == cuenta.Id))).Estado.ShouldBe(EstadoDeCuenta.Activa);
    }

    [Theory, AmbosMotores]
    public async Task Quien_mira_como_otro_perfil_deja_de_mirar_al_perder_su_permiso(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "administracion_institucional");
        using var administra = await casa.YaDentroAsync(cuenta);
        (await (await administra.AbrirAsync("/perfiles/osc")).EnviarAsync(boton: "Ver como este perfil")).Texto.ShouldContain("Está viendo el sistema como");

        await casa.EnDbAsync(db => db.Cuentas.Where(c => c.Id == cuenta.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Perfil, "enlace_institucional"), Puerta.Ct));

        (await administra.AbrirAsync("/")).Texto.ShouldNotContain("Está viendo el sistema como");
        await administra.AbrirAsync("/registro/nuevo", HttpStatusCode.Forbidden);
    }

    [Theory, AmbosMotores]
    public async Task Al_suspender_a_quien_administra_sus_invitaciones_dejan_de_servir(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "administracion_institucional");
        var correo = $"{Guid.NewGuid():n}@pruebas.example";
        using var administra = await casa.YaDentroAsync(cuenta);
        using var nacional = await casa.ComoAsync("CITP-ST", "administracion_nacional");
        await (await administra.AbrirAsync("/cuentas/invitar")).EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Correo"] = correo, ["Perfil"] = "osc" }, "Enviar");
        var enlace = Puerta.EnlaceDe(await casa.UltimoMensajeAsync(correo));

        await (await nacional.AbrirAsync($"/cuentas/{cuenta.Id}/suspender")).EnviarAsync(boton: "Suspender");

        using var invitada = casa.Navegador();
        await invitada.AbrirAsync(enlace, HttpStatusCode.Gone);
    }
}
