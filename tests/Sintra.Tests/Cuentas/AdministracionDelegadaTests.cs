using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Cuentas;
using Sintra.Intercambio;
using Sintra.Practica;

namespace Sintra.Tests.Cuentas;

/// <summary>
/// Whatever an institution's administrator sends, in whatever order, and whatever those whom they invited send after them: nobody gets a profile that
/// was not theirs to give, and nothing changes outside the institution. The lists are written by hand and not read from the rule.
/// </summary>
public sealed class AdministracionDelegadaTests
{
    private const string Suya = "UETP-09";
    private const int Actos = 120;

    // One's own, and what the nation delegates below by name: of the rest, nothing.
    private static readonly HashSet<string> Suyos = ["administracion_institucional", "osc", "ministerio_publico"];

    [Theory, AmbosMotores]
    public async Task Ninguna_serie_de_actos_da_mas_de_lo_que_se_tiene_ni_sale_de_la_institucion(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        var nacional = Puerta.Nacional(Permiso.CuentaAdministrarNacional, Permiso.PerfilAdministrar, Permiso.InstitucionAdministrar);
        var administra = await casa.CuentaAsync(Suya, "administracion_institucional");
        (await casa.EnAlcanceAsync(nacional, sp => sp.GetRequiredService<DelegarPerfilesHandler>().EjecutarAsync(Suya, ["ministerio_publico", "osc"], Puerta.Ct))).EsExito.ShouldBeTrue();
        foreach (var (institucion, perfil) in new[] { (Suya, "albergue"), (Suya, "osc"), (Suya, "auditoria"), ("FEVIMTRA", "osc"), ("FEVIMTRA", "ministerio_publico"), ("CITP-ST", "administracion_nacional") })
        {
            await casa.CuentaAsync(institucion, perfil);
        }

        var (perfiles, alEmpezar) = (await PerfilesAsync(casa), await CuentasAsync(casa));
        var azar = new Azar(20_261_124); // the acts are the same at every run
        var quienes = new List<CuentaDePruebas> { administra };

        // What was delegated does work, so that what follows is not merely refused.
        using (var navegador = await casa.YaDentroAsync(administra))
        {
            await (await navegador.AbrirAsync("/cuentas/invitar")).EnviarAsync(new Dictionary<string, CampoDeFormulario> { ["Correo"] = "delegada@pruebas.example", ["Perfil"] = "ministerio_publico" }, "Enviar");
        }

        (await CuentasAsync(casa)).Values.ShouldContain((Suya, "ministerio_publico"));
        for (var n = 0; n < Actos; n++)
        {
            var quien = azar.Uno(quienes);
            var acto = await ActuarAsync(casa, quien, azar, n);
            await TomarAsync(casa, alEmpezar, quienes);

            (await PerfilesAsync(casa)).ShouldBe(perfiles, $"{n}: {acto}");
            foreach (var (id, cuenta) in await CuentasAsync(casa))
            {
                if (alEmpezar.TryGetValue(id, out var antes) && (antes.Institucion != Suya || id == administra.Id || !Suyos.Contains(antes.Perfil)))
                {
                    cuenta.ShouldBe(antes, $"{n}: {acto}");
                }
                else
                {
                    cuenta.Institucion.ShouldBe(Suya, $"{n}: {acto}");
                    Suyos.ShouldContain(cuenta.Perfil, $"{n}: {acto}");
                }
            }
        }

        quienes.Count.ShouldBeGreaterThan(3); // those whom they invited acted as well
    }

    [Theory, AmbosMotores]
    public async Task Sin_delegacion_solo_da_el_suyo_y_aun_asi_suspende_a_los_de_su_institucion(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        using var administra = await casa.ComoAsync(Suya, "administracion_institucional");
        await casa.EnDbAsync(db => db.Set<PerfilDelegado>().ExecuteDeleteAsync(Puerta.Ct));
        var (suya, ajena) = (await casa.CuentaAsync(Suya, "ministerio_publico"), await casa.CuentaAsync(Suya, "auditoria"));

        (await administra.AbrirAsync("/cuentas/invitar")).Documento.QuerySelectorAll("#Perfil option").Select(o => o.GetAttribute("value")).ShouldBe(["", "administracion_institucional"]);
        var lista = await administra.AbrirAsync("/cuentas");
        lista.Documento.QuerySelectorAll($"a[href$='/{suya.Id}/perfil'], a[href$='/{ajena.Id}/suspender']").ShouldBeEmpty();
        await (await administra.AbrirAsync($"/cuentas/{suya.Id}/suspender")).EnviarAsync(boton: "Suspender");
        (await casa.EnDbAsync(db => db.Cuentas.SingleAsync(c => c.Id == suya.Id))).Estado.ShouldBe(EstadoDeCuenta.Suspendida);
    }

    private static async Task<string> ActuarAsync(Casa casa, CuentaDePruebas quien, Azar azar, int n)
    {
        var (cuentas, perfiles) = (await casa.EnDbAsync(db => db.Cuentas.ToListAsync()), await casa.EnDbAsync(db => db.Perfiles.Select(p => p.Clave).ToListAsync()));
        var (otra, perfil, institucion) = (azar.Uno(cuentas), azar.Uno(perfiles), azar.Entre(0, 2) switch { 0 => "FEVIMTRA", 1 => "CITP-ST", _ => Suya });
        var correo = azar.Entre(0, 2) == 0 ? otra.Correo : $"n{n}@pruebas.example";
        (string Ruta, Dictionary<string, string> Campos) acto = azar.Entre(0, 12) switch
        {
            0 or 1 => ("/cuentas/invitar", new() { ["Correo"] = correo, ["Institucion"] = institucion, ["Perfil"] = perfil }),
            2 or 3 => ($"/cuentas/{otra.Id}/perfil", new() { ["Perfil"] = perfil, ["Institucion"] = institucion, ["Id"] = $"{otra.Id}" }),
            4 => ($"/cuentas/{otra.Id}/suspender", []),
            5 => ("/cuentas/confirmar", new() { ["Confirmadas"] = $"{otra.Id}" }),
            6 => ("/cuentas/cargar?handler=Invitar", new() { ["Llevados"] = JsonSerializer.Serialize(new[] { new RenglonDeCuenta(2, correo, "", institucion, perfil), new RenglonDeCuenta(3, $"m{n}@pruebas.example", "", Suya, perfil) }) }),
            7 => ($"/perfiles/editar/{(azar.Entre(0, 1) == 0 ? perfil : "")}", new() { ["Nombre"] = $"Perfil {n}", ["Alcance"] = "Nacional", ["Nivel"] = "AltoRiesgo", ["Cifras"] = "Propio", ["Permisos"] = "IdentidadRevelar" }),
            8 => ($"/instituciones/{institucion}/delegacion", new() { ["Claves"] = perfil }),
            9 => ($"/perfiles/{perfil}?handler={(azar.Entre(0, 1) == 0 ? "Retirar" : "Mirar")}", []),
            10 => ("/compromisos/terminos/publicar", new() { ["Titulo"] = "Otro", ["Texto"] = "Otro", ["Desde"] = "2026-12-31" }),
            11 => ($"/cuentas/{otra.Id}/recuperar", new() { ["Comprobacion"] = "EnPersona" }),
            _ => ("/ver-como/terminar", []),
        };
        using var navegador = await casa.YaDentroAsync(quien);
        var pagina = await navegador.AbrirAsync("/");
        using var respuesta = await navegador.EnviarCrudoAsync(acto.Ruta, pagina, acto.Campos);
        ((int)respuesta.StatusCode).ShouldBeLessThan(500, acto.Ruta);

        // Looking at a profile, everything is tried once more from inside it.
        if (acto.Ruta.EndsWith("Mirar", StringComparison.Ordinal))
        {
            using var mirando = await navegador.EnviarCrudoAsync("/cuentas/invitar", pagina, [new("Correo", correo), new("Institucion", institucion), new("Perfil", perfil)]);
            using var cambiando = await navegador.EnviarCrudoAsync($"/cuentas/{otra.Id}/perfil", pagina, [new("Perfil", perfil)]);
        }

        return $"{quien.Perfil} → {acto.Ruta} {JsonSerializer.Serialize(acto.Campos)}";
    }

    // The worst: whoever was invited is the administrator's other mailbox, and acts as well.
    private static async Task TomarAsync(Casa casa, Dictionary<CuentaId, (string, string)> alEmpezar, List<CuentaDePruebas> quienes)
    {
        var (conocidas, nuevas) = (alEmpezar.Keys.ToList(), await casa.EnDbAsync(db => db.Cuentas.Where(c => c.Estado == EstadoDeCuenta.Invitada).Select(c => c.Id).ToListAsync()));
        foreach (var id in nuevas.Except(conocidas).Where(id => quienes.All(q => q.Id != id)))
        {
            var cuenta = await casa.EnDbAsync(async db =>
            {
                var suya = await db.Cuentas.SingleAsync(c => c.Id == id);
                (suya.Estado, suya.SegundoFactor) = (EstadoDeCuenta.Activa, true);
                db.AddRange((await db.CompromisosVigentes(casa.Reloj.Hoy).ToListAsync()).Select(c => new CompromisoAceptado { Cuenta = id, Compromiso = c.Id, AceptadoEn = casa.Reloj.Ahora }));
                await db.SaveChangesAsync();
                return suya;
            });
            quienes.Add(new(id, cuenta.Correo, "", "", cuenta.Institucion, cuenta.Perfil));
        }
    }

    private static Task<string> PerfilesAsync(Casa casa) => casa.EnDbAsync(async db => JsonSerializer.Serialize(new object[]
    {
        await db.Perfiles.OrderBy(p => p.Clave).Select(p => new { p.Clave, p.Alcance, p.Nivel, p.Cifras, p.Privilegiado, p.RetiradoEn }).ToListAsync(),
        (await db.PermisosDePerfil.ToListAsync()).OrderBy(p => p.Perfil, StringComparer.Ordinal).ThenBy(p => p.Permiso),
        await db.Set<PerfilDelegado>().OrderBy(d => d.Institucion).ThenBy(d => d.Perfil).ToListAsync(),
        await db.Compromisos.CountAsync(),
    }));

    private static Task<Dictionary<CuentaId, (string Institucion, string Perfil)>> CuentasAsync(Casa casa) =>
        casa.EnDbAsync(db => db.Cuentas.ToDictionaryAsync(c => c.Id, c => (c.Institucion, c.Perfil)));
}
