using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sintra.Cuentas;

namespace Sintra.Tests.Cuentas;

public sealed class EntrarTests(Casas casas)
{
    [Theory, AmbosMotores]
    public async Task Con_correo_contrasena_y_codigo_se_entra_a_donde_se_iba(Motor motor)
    {
        var casa = await casas.De(motor);
        var cuenta = await casa.CuentaAsync("UETP-07", "administracion_institucional");
        using var navegador = casa.Navegador();

        var puerta = await navegador.AbrirAsync("/cuentas/invitar?cualquier=cosa");
        puerta.Direccion.PathAndQuery.ShouldBe("/entrar?volver=%2Fcuentas%2Finvitar");
        var dentro = await casa.EntrarAsync(navegador, cuenta, puerta.Direccion.PathAndQuery);

        dentro.Direccion.AbsolutePath.ShouldBe("/cuentas/invitar");
        var sucesos = await casa.EnDbAsync(db => db.Asientos.Where(a => a.Cuenta == cuenta.Id).Select(a => a.Suceso).ToListAsync());
        sucesos.Count(s => s == nameof(AccesoIntentado)).ShouldBe(2);
        sucesos.ShouldContain(nameof(PrimerFactorVerificado));
        sucesos.ShouldContain(nameof(SesionIniciada));
    }

    [Theory, AmbosMotores]
    public async Task Cuenta_desconocida_suspendida_invitada_y_contrasena_equivocada_se_responden_igual(Motor motor)
    {
        var casa = await casas.De(motor);
        var buena = await casa.CuentaAsync("UETP-07", "osc");
        var suspendida = await casa.CuentaAsync("UETP-07", "osc");
        await casa.EnDbAsync(db => db.Cuentas.Where(c => c.Id == suspendida.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Estado, EstadoDeCuenta.Suspendida)));
        var (invitada, _) = await casa.InvitarAsync("UETP-07", "osc");

        var respuestas = new List<string>();
        foreach (var (correo, password) in new[] { (buena.Correo, "otra-frase-que-no-es-la-suya"), (suspendida.Correo, suspendida.Password), (invitada, ""), ($"{Guid.NewGuid():n}@pruebas.example", buena.Password) })
        {
            using var navegador = casa.Navegador();
            var pagina = await Puerta.EntrarAsync(navegador, correo, password.Length == 0 ? buena.Password : password, estado: HttpStatusCode.UnprocessableEntity);
            pagina.Texto.ShouldContain("Correo o contraseña incorrectos");
            pagina.Documento.QuerySelector("#Password")!.GetAttribute("value").ShouldBeNull();
            respuestas.Add(pagina.Texto);
        }

        respuestas.Distinct().ShouldHaveSingleItem();
    }

    [Theory, AmbosMotores]
    public async Task Tras_varias_fallas_ni_la_contrasena_buena_entra_hasta_que_pasa_la_demora(Motor motor)
    {
        var casa = await casas.De(motor);
        var (correo, camino) = await casa.InvitarAsync("UETP-07", "osc");
        using (var suyo = casa.Navegador())
        {
            await Puerta.ActivarAsync(await suyo.AbrirAsync(camino));
        }

        using var navegador = casa.Navegador();
        for (var i = 0; i < 5; i++)
        {
            await Puerta.EntrarAsync(navegador, correo, "otra-frase-que-no-es-la-suya", estado: HttpStatusCode.UnprocessableEntity);
        }

        var clave = (await FrenoDeAsync(casa, correo)).Clave;
        await casa.EnDbAsync(db => db.FrenosDeAcceso.Where(f => f.Clave == clave).ExecuteUpdateAsync(f => f.SetProperty(x => x.BloqueadoHasta, casa.Reloj.Ahora.AddMinutes(1))));
        await Puerta.EntrarAsync(navegador, correo, Puerta.Frase, estado: HttpStatusCode.UnprocessableEntity);

        await casa.EnDbAsync(db => db.FrenosDeAcceso.Where(f => f.Clave == clave).ExecuteUpdateAsync(f => f.SetProperty(x => x.BloqueadoHasta, casa.Reloj.Ahora.AddSeconds(-1))));
        var dentro = await Puerta.EntrarAsync(navegador, correo, Puerta.Frase);

        dentro.Direccion.AbsolutePath.ShouldBe("/");
        (await casa.EnDbAsync(db => db.Asientos.AnyAsync(a => a.Suceso == nameof(AccesoIntentado) && a.Datos.Contains("\"Frenado\":true")))).ShouldBeTrue();
        (await FrenoDeAsync(casa, correo)).Fallas.ShouldBe(0);
    }

    private static Task<FrenoDeAcceso> FrenoDeAsync(Casa casa, string correo)
    {
        var clave = casa.Services.GetRequiredService<Sellos>().Testigo("correo_de_cuenta", correo.ToUpperInvariant()).Valor;
        return casa.EnDbAsync(db => db.FrenosDeAcceso.AsNoTracking().SingleAsync(f => f.Clave == clave));
    }

    [Theory, AmbosMotores]
    public async Task Un_correo_sin_cuenta_se_frena_como_los_demas(Motor motor)
    {
        var casa = await casas.De(motor);
        using var navegador = casa.Navegador();
        var correo = $"{Guid.NewGuid():n}@pruebas.example";
        for (var i = 0; i < 4; i++)
        {
            await Puerta.EntrarAsync(navegador, correo, "otra-frase-que-no-es-la-suya", estado: HttpStatusCode.UnprocessableEntity);
        }

        var freno = await FrenoDeAsync(casa, correo);
        freno.Fallas.ShouldBe(4);
        freno.BloqueadoHasta.ShouldBe(freno.Ultima!.Value.AddSeconds(2));
    }

    [Theory, AmbosMotores]
    public async Task Conocidas_y_desconocidas_escritas_antes_o_no_hacen_las_mismas_consultas(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        var (buena, otra) = (await casa.CuentaAsync("UETP-07", "osc"), await casa.CuentaAsync("UETP-07", "osc"));
        var suspendida = await casa.CuentaAsync("UETP-07", "osc");
        await casa.EnDbAsync(db => db.Cuentas.Where(c => c.Id == suspendida.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Estado, EstadoDeCuenta.Suspendida)));
        var desconocida = $"{Guid.NewGuid():n}@pruebas.example";
        await OrdenesDeEntrarAsync(casa, otra.Correo); // the first of all takes the log's lane

        var ordenes = new List<IReadOnlyList<string>>();
        foreach (var correo in new[] { buena.Correo, buena.Correo, otra.Correo, suspendida.Correo, desconocida, desconocida, $"{Guid.NewGuid():n}@pruebas.example" })
        {
            ordenes.Add(await OrdenesDeEntrarAsync(casa, correo));
        }

        ordenes[0].Count.ShouldBeGreaterThan(3);
        ordenes.ShouldAllBe(o => o.SequenceEqual(ordenes[0]));
    }

    [Theory, AmbosMotores]
    public async Task Lo_que_nadie_escribe_en_un_dia_se_olvida_a_su_hora(Motor motor)
    {
        await using var casa = await Casa.NuevaAsync(motor);
        var (vieja, nueva) = ($"{Guid.NewGuid():n}@pruebas.example", $"{Guid.NewGuid():n}@pruebas.example");
        await OrdenesDeEntrarAsync(casa, vieja);
        casa.Reloj.Adelantar(TimeSpan.FromHours(25));
        await OrdenesDeEntrarAsync(casa, nueva);
        (await casa.EnDbAsync(db => db.FrenosDeAcceso.CountAsync())).ShouldBe(2, "entering forgets nobody");

        await casa.EnAlcanceAsync(Sesion.Anonima, sp => sp.GetRequiredService<OlvidarFrenosHandler>().EjecutarAsync(Puerta.Ct));

        (await casa.EnDbAsync(db => db.FrenosDeAcceso.CountAsync())).ShouldBe(1);
        (await FrenoDeAsync(casa, nueva)).Fallas.ShouldBe(1);
    }

    private static Task<IReadOnlyList<string>> OrdenesDeEntrarAsync(Casa casa, string correo) => casa.EnAlcanceAsync(Sesion.Anonima, async sp =>
    {
        var entrada = await sp.GetRequiredService<IniciarSesionHandler>().EjecutarAsync(new(correo, "otra-frase-que-no-es-la-suya", "pruebas"), Puerta.Ct);
        entrada.Fallas.ShouldHaveSingleItem();
        return casa.Ordenes.De(sp.GetRequiredService<SintraDb>());
    });

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    [InlineData("/entrar")]
    [InlineData("/salir")]
    [InlineData("/cuenta?x=1")]
    public async Task No_se_sale_a_otra_parte_despues_de_entrar(string volver)
    {
        var casa = await casas.De(Motor.Sqlite);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var navegador = casa.Navegador();

        var dentro = await casa.EntrarAsync(navegador, cuenta, $"/entrar?volver={Uri.EscapeDataString(volver)}");

        dentro.Direccion.PathAndQuery.ShouldBe("/");
        dentro.Direccion.Host.ShouldBe("localhost");
    }

    [Fact]
    public async Task La_galleta_es_segura_bajo_TLS_y_llana_en_claro()
    {
        var casa = await casas.De(Motor.Sqlite);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");

        (await GalletaAsync(casa.Navegador())).ShouldBe("__Host-sintra=…; path=/; secure; samesite=strict; httponly");
        (await GalletaAsync(casa.NavegadorEnClaro())).ShouldBe("sintra=…; path=/; samesite=strict; httponly");

        async Task<string> GalletaAsync(NavegadorHttp navegador)
        {
            var puerta = await navegador.AbrirAsync("/entrar");
            using var respuesta = await puerta.EnviarSinSeguirAsync(new Dictionary<string, CampoDeFormulario> { ["Correo"] = cuenta.Correo, ["Password"] = cuenta.Password }, "Entrar");
            var galleta = respuesta.Headers.GetValues("Set-Cookie").Single(g => g.StartsWith("__Host-sintra=", StringComparison.Ordinal) || g.StartsWith("sintra=", StringComparison.Ordinal));
            navegador.Dispose();
            return string.Concat(galleta.AsSpan(0, galleta.IndexOf('=', StringComparison.Ordinal) + 1), "…", galleta.AsSpan(galleta.IndexOf(';', StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Una_galleta_llana_no_abre_nada_bajo_TLS()
    {
        var casa = await casas.De(Motor.Sqlite);
        var cuenta = await casa.CuentaAsync("UETP-07", "osc");
        using var claro = casa.NavegadorEnClaro();
        await casa.EntrarAsync(claro, cuenta);

        using var respuesta = await claro.PedirAsync(HttpMethod.Get, "https://localhost/cuenta");

        respuesta.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        respuesta.Headers.Location!.ToString().ShouldStartWith("/entrar");
    }
}
