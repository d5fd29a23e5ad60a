using Microsoft.Extensions.DependencyInjection;
using Sintra.Cuentas;

namespace Sintra.Tests.Cuentas;

/// <summary>An account that nobody uses or confirms closes by itself.</summary>
public sealed class RevisionDeCuentasTests
{
    [Theory, AmbosMotores]
    public async Task Quien_administra_confirma_las_de_su_institucion_y_no_la_suya_ni_las_de_otras(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        var administra = await casa.CuentaAsync("UETP-07", "administracion_institucional");
        var (sigue, ya, ajena) = (await casa.CuentaAsync("UETP-07", "osc"), await casa.CuentaAsync("UETP-07", "osc"), await casa.CuentaAsync("UETP-09", "osc"));
        casa.Reloj.Adelantar(TimeSpan.FromDays(170));
        using var navegador = await casa.YaDentroAsync(administra);

        (await navegador.AbrirAsync("/")).Texto.ShouldContain("2 cuentas esperan que usted confirme");
        var lista = await navegador.AbrirAsync("/cuentas/confirmar");
        lista.Documento.QuerySelectorAll("input[name=Confirmadas]").Select(c => c.GetAttribute("value")).ShouldBe([$"{sigue.Id}", $"{ya.Id}"], ignoreOrder: true);
        var hecho = await lista.EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Confirmadas"] = $"{sigue.Id}" }, "Confirmar");

        hecho.Texto.ShouldContain("Se confirmó una cuenta");
        hecho.Documento.QuerySelectorAll("input[name=Confirmadas]").Length.ShouldBe(1);
        (await navegador.EnviarCrudoAsync("/cuentas/confirmar", hecho, [new("Confirmadas", $"{ajena.Id}"), new("Confirmadas", $"{administra.Id}")])).Dispose();
        var confirmadas = await casa.EnDbAsync(db => db.Cuentas.Where(c => c.ConfirmadaEn != null).Select(c => c.Id).ToListAsync());
        confirmadas.ShouldBe([sigue.Id]);
    }

    [Theory, AmbosMotores]
    public async Task La_que_nadie_usa_y_la_que_nadie_confirma_se_suspenden_y_la_ultima_del_pais_no(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        var nacional = await casa.CuentaAsync("CITP-ST", "administracion_nacional");
        var (dormida, usada, confirmada) = (await casa.CuentaAsync("UETP-07", "osc"), await casa.CuentaAsync("UETP-07", "osc"), await casa.CuentaAsync("UETP-07", "osc"));

        casa.Reloj.Adelantar(TimeSpan.FromDays(RevisionDeCuentas.DiasSinUso - 1));
        (await RevisarAsync(casa)).ShouldBe(0);
        await UsarAsync(casa, usada, confirmada);
        casa.Reloj.Adelantar(TimeSpan.FromDays(2));
        (await RevisarAsync(casa)).ShouldBe(1);
        (await EstadosAsync(casa, dormida)).ShouldBe([EstadoDeCuenta.Suspendida]);

        casa.Reloj.Adelantar(TimeSpan.FromDays(80));
        await UsarAsync(casa, usada, confirmada);
        await casa.EnAlcanceAsync(Puerta.Nacional(Permiso.CuentaAdministrarNacional), sp => sp.GetRequiredService<ConfirmarCuentasHandler>().EjecutarAsync([confirmada.Id], Puerta.Ct));
        casa.Reloj.Adelantar(TimeSpan.FromDays(45));
        await UsarAsync(casa, usada, confirmada);
        (await RevisarAsync(casa)).ShouldBe(1);

        (await EstadosAsync(casa, usada, confirmada, nacional)).ShouldBe([EstadoDeCuenta.Suspendida, EstadoDeCuenta.Activa, EstadoDeCuenta.Activa]);
        var sucesos = await casa.EnDbAsync(db => db.Asientos.Where(a => a.Suceso == nameof(CuentaSuspendidaPorRevision)).Select(a => a.Datos).ToListAsync());
        sucesos.Count.ShouldBe(2);
    }

    private static Task<int> RevisarAsync(Casa casa) =>
        casa.EnAlcanceAsync(Sesion.DelSistema(""), sp => sp.GetRequiredService<SuspenderSinUsoHandler>().EjecutarAsync(Puerta.Ct));

    private static async Task UsarAsync(Casa casa, params CuentaDePruebas[] cuentas)
    {
        foreach (var cuenta in cuentas)
        {
            using var navegador = await casa.YaDentroAsync(cuenta);
            await navegador.AbrirAsync("/");
        }
    }

    private static async Task<List<EstadoDeCuenta>> EstadosAsync(Casa casa, params CuentaDePruebas[] cuentas)
    {
        var estados = await casa.EnDbAsync(db => db.Cuentas.ToDictionaryAsync(c => c.Id, c => c.Estado));
        return [.. cuentas.Select(c => estados[c.Id])];
    }
}
