using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Cuentas;

namespace Sintra.Tests.Cuentas;

/// <summary>Nobody takes away what they may not give, and somebody always administers the country.</summary>
public sealed class QuienSuspendeTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Una_administracion_institucional_no_suspende_ni_rebaja_a_quien_tiene_un_perfil_que_no_puede_dar(Motor motor)
    {
        var casa = await casas.De(motor);
        var nacional = await casa.CuentaAsync("UETP-07", "administracion_nacional");
        var invitada = await casa.InvitarAsync("UETP-07", "ministerio_publico");
        using var administra = await casa.ComoAsync("UETP-07", "administracion_institucional");

        var negada = await (await administra.AbrirAsync($"/cuentas/{nacional.Id}/suspender")).EnviarAsync(boton: "Suspender", estado: HttpStatusCode.UnprocessableEntity);
        var rebajada = await (await administra.AbrirAsync("/cuentas/invitar")).EnviarAsync(
            new Dictionary<string, CampoDeFormulario> { ["Correo"] = invitada.Correo, ["Perfil"] = "osc" }, "Enviar", estado: HttpStatusCode.UnprocessableEntity);

        negada.Texto.ShouldContain("un perfil que usted no puede dar ni quitar");
        rebajada.Texto.ShouldContain("un perfil que usted no puede dar ni quitar");
        (await administra.AbrirAsync("/cuentas")).Documento.QuerySelectorAll($"a[href$='/{nacional.Id}/suspender']").ShouldBeEmpty();
        (await EstadoAsync(casa, nacional.Id)).ShouldBe(EstadoDeCuenta.Activa);
        (await casa.EnDbAsync(db => db.Cuentas.SingleAsync(c => c.Correo == invitada.Correo))).Perfil.ShouldBe("ministerio_publico");
    }

    [Theory, AmbosMotores]
    public async Task La_ultima_administracion_nacional_no_se_suspende_ni_entre_dos_a_la_vez(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        var (una, otra) = (await casa.CuentaAsync("CITP-ST", "administracion_nacional"), await casa.CuentaAsync("CITP-ST", "administracion_nacional"));

        await Task.WhenAll(SuspenderAsync(casa, una.Id, otra.Id), SuspenderAsync(casa, otra.Id, una.Id));

        var queda = (await casa.EnDbAsync(db => db.Cuentas.Where(c => c.Estado == EstadoDeCuenta.Activa).ToListAsync())).ShouldHaveSingleItem();
        var ultima = await SuspenderAsync(casa, CuentaId.Sistema, queda.Id);
        ultima.Fallas.ShouldHaveSingleItem().Mensaje.ShouldContain("única cuenta activa que administra todo el país");
        (await EstadoAsync(casa, queda.Id)).ShouldBe(EstadoDeCuenta.Activa);
    }

    private static Task<EstadoDeCuenta> EstadoAsync(Casa casa, CuentaId id) => casa.EnDbAsync(db => db.Cuentas.Where(c => c.Id == id).Select(c => c.Estado).SingleAsync());

    private static Task<Resultado<CuentaId>> SuspenderAsync(Casa casa, CuentaId quien, CuentaId aQuien) => casa.EnAlcanceAsync(
        Puerta.Nacional(Permiso.CuentaAdministrarNacional) with { Cuenta = quien },
        sp => sp.GetRequiredService<SuspenderCuentaHandler>().EjecutarAsync(aQuien, Puerta.Ct));
}
