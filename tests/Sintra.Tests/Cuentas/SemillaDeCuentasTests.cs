using Microsoft.Extensions.DependencyInjection;
using Sintra.Cuentas;
using Sintra.Diccionario;

namespace Sintra.Tests.Cuentas;

public sealed class SemillaDeCuentasTests(Casas casas)
{
    [Fact]
    public void Ningun_perfil_junta_permisos_incompatibles()
    {
        var incompatibles = SembrarCuentasHandler.Leer("diccionario/incompatibilidades.csv", f => (A: Enum.Parse<Permiso>(f("permiso")), B: Enum.Parse<Permiso>(f("incompatible_con"))));

        incompatibles.ShouldNotBeEmpty();
        SembrarCuentasHandler.LeerPerfiles()
            .SelectMany(p => incompatibles.Where(i => p.Permisos.Contains(i.A) && p.Permisos.Contains(i.B)).Select(i => $"{p.Perfil.Clave}: {i.A} y {i.B}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Un_perfil_con_un_permiso_privilegiado_es_privilegiado()
    {
        var privilegiados = SembrarCuentasHandler.Leer("diccionario/permisos.csv", f => (Clave: Enum.Parse<Permiso>(f("clave")), Es: f("privilegiado") == "1"))
            .Where(p => p.Es).Select(p => p.Clave).ToHashSet();

        SembrarCuentasHandler.LeerPerfiles()
            .Where(p => !p.Perfil.Privilegiado && p.Permisos.Any(privilegiados.Contains))
            .Select(p => p.Perfil.Clave)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Cada_institucion_cuelga_de_una_que_existe_y_el_arbol_no_da_vueltas()
    {
        var casa = await casas.De(Motor.Sqlite);
        var porSigla = (await casa.EnDbAsync(db => db.Instituciones.ToListAsync())).ToDictionary(i => i.Sigla);

        porSigla.Count.ShouldBeGreaterThan(200);
        foreach (var institucion in porSigla.Values)
        {
            var vistas = new HashSet<string>();
            for (var i = institucion; i is not null; i = i.Padre is null ? null : porSigla[i.Padre])
            {
                vistas.Add(i.Sigla).ShouldBeTrue($"{institucion.Sigla} hangs from itself");
            }
        }

        porSigla["UETP-07"].Padre.ShouldBe(porSigla.Values.Single(i => i is { Tipo: "CIE", Entidad: "07" }).Sigla);
    }

    [Theory, AmbosMotores]
    public async Task Sembrar_otra_vez_no_agrega_nada(Motor motor)
    {
        var casa = await casas.De(motor);

        await casa.EnAlcanceAsync(Sesion.Anonima, sp => ((SembrarCuentasHandler)sp.GetService(typeof(SembrarCuentasHandler))!).EjecutarAsync(TestContext.Current.CancellationToken));

        (await casa.EnDbAsync(db => db.Instituciones.CountAsync())).ShouldBe(SembrarCuentasHandler.Instituciones(casa.Services.GetRequiredService<FuenteDelDiccionario>().Vigente).Count);
        (await casa.EnDbAsync(db => db.Perfiles.CountAsync())).ShouldBe(18);
        (await casa.EnDbAsync(db => db.Asientos.CountAsync(a => a.Suceso == nameof(CuentasSembradas)))).ShouldBe(1);
    }
}
