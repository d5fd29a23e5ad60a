namespace Sintra.Tests.Navegador;

/// <summary>The whole way: from an empty house to a name read with a reason, and the reading in the log.</summary>
public sealed class PrimerExpedienteTests(Chromium chromium, CasasServidas casas)
{
    private const string Nombre = "Xochiquetzal";

    [Theory, AmbosMotores(true), AmbosMotores(false)]
    public async Task De_la_primera_administracion_a_la_lectura_en_la_bitacora(Motor motor, bool javaScript)
    {
        var casa = await casas.NuevaAsync(motor);
        await using (var administracion = await chromium.AbrirAsync(casa, javaScript))
        {
            await administracion.SeguirEnlaceDeAdministracionAsync();
            await administracion.RetratarAsync("bienvenida");
            await administracion.ActivarCuentaAsync("Administración de prueba", "administracion@pruebas.example");
            await administracion.InvitarAsync("registro@pruebas.example", "FEVIMTRA", "ministerio_publico");
        }

        await using var ventana = await chromium.AbrirAsync(casa, javaScript);
        await ventana.SeguirInvitacionAsync("registro@pruebas.example");
        var llave = await ventana.ActivarCuentaAsync("Registro de prueba");
        await ventana.IrAsync("/");
        await ventana.SalirAsync();
        await ventana.EntrarAsync("registro@pruebas.example", llave);

        var expediente = await RegistrarAsync(ventana);
        await LlenarDosPaginasAsync(ventana, expediente);
        await EscribirDomicilioAsync(ventana, expediente, javaScript);
        await RevelarAsync(ventana, expediente);

        await ventana.IrAsync($"{expediente}/consultas");
        (await ventana.TextoAsync()).ShouldContain("Atención directa");
        (await casa.EnDbAsync(db => db.Asientos.AnyAsync(a => a.Suceso == "IdentidadRevelada"))).ShouldBeTrue();
        (await casa.EnDbAsync(db => db.Asientos.Where(a => a.Datos.Contains(Nombre)).CountAsync())).ShouldBe(0);
        casa.Registro.Lineas.ShouldNotContain(l => l.Texto.Contains(Nombre));
        ventana.Visto.ShouldNotContain(direccion => direccion.Contains(Nombre));
    }

    // Fourteen decisions at most; the institution comes filled in and «México» is proposed.
    private static async Task<string> RegistrarAsync(Ventana ventana)
    {
        await ventana.IrAsync("/registro/buscar");
        await ventana.ResponderAsync("Nombre", Nombre);
        await ventana.EnviarAsync();
        await ventana.SeguirAsync("Registrar expediente nuevo");
        await ventana.NadaInaccesibleAsync();
        (string Campo, string Valor)[] decisiones =
        [
            ("nivel_identificacion", "ID"), ("calidad", "PROBABLE"), ("sexo", "M"), ("edad_registro.valor", "24"), ("nacionalidades", "México"),
            ("fecha_deteccion.anio", "2026"), ("det_lugar.entidad", "09"), ("via_deteccion", "02"), ("formas", "LAB"), ("aviso_leido", "LEIDO"),
        ];
        decisiones.Length.ShouldBeLessThanOrEqualTo(14);
        foreach (var (campo, valor) in decisiones)
        {
            await ventana.ResponderAsync(campo, valor);
        }

        await ventana.RetratarAsync("registro");
        await ventana.EnviarAsync();
        await ventana.NadaInaccesibleAsync();
        await ventana.OprimirAsync("Registrar expediente");
        (await ventana.TextoAsync()).ShouldContain("Expediente registrado");
        await ventana.SeguirAsync("Completar el expediente");
        await ventana.NadaInaccesibleAsync();
        await ventana.RetratarAsync("expediente");
        return new Uri(ventana.Pagina.Url).AbsolutePath;
    }

    private static async Task LlenarDosPaginasAsync(Ventana ventana, string expediente)
    {
        await ventana.IrAsync($"{expediente}/paginas/documentos_e_identidad");
        await ventana.ResponderAsync("nombres", Nombre);
        await ventana.ResponderAsync("primer_apellido", "Tepepa");
        await ventana.ResponderAsync("terminada", "si");
        await ventana.OprimirAsync("Guardar y volver a la lista");

        await ventana.IrAsync($"{expediente}/paginas/explotacion");
        await ventana.ResponderAsync("explotacion[1].consumada", "SI");
        await ventana.ResponderAsync("explotacion[1].exp_tipo_lugar", "05");
        await ventana.RetratarAsync("explotacion");
        await ventana.OprimirAsync("Guardar y volver a la lista");
        (await ventana.TextoAsync()).ShouldNotContain(Nombre);
    }

    // Sealed and of high risk: with script the box suggests, and the window checks that no address carries what was typed.
    private static async Task EscribirDomicilioAsync(Ventana ventana, string expediente, bool javaScript)
    {
        await ventana.IrAsync($"{expediente}/paginas/contacto_seguro");
        await ventana.ResponderAsync("dom_lugar.entidad", "20");
        var caja = ventana.Pagina.Locator("[name='dom_lugar.municipio']");
        if (javaScript)
        {
            await caja.FocusAsync();
            await ventana.EscribirAsync(caja, "juan mixtepec");
            await ventana.Pagina.Locator(".s-combo__opcion:visible").First.WaitForAsync();
            (await ventana.Pagina.Locator(".s-combo__opcion:visible").AllInnerTextsAsync()).ShouldContain("San Juan Mixtepec (20209)");
            await ventana.NadaInaccesibleAsync();
            await ventana.RetratarAsync("sugerencias");
            await ventana.Pagina.Locator(".s-combo__opcion:visible", new() { HasText = "20209" }).ClickAsync();
            (await caja.InputValueAsync()).ShouldBe("San Juan Mixtepec (20209)");
        }
        else
        {
            await ventana.EscribirAsync(caja, "San Juan Mixtepec (20209)");
        }

        await ventana.OprimirAsync("Guardar y volver a la lista");
        (await ventana.TextoAsync()).ShouldContain("Se guardó");
    }

    private static async Task RevelarAsync(Ventana ventana, string expediente)
    {
        await ventana.IrAsync($"{expediente}/mostrar");
        await ventana.Pagina.Locator("input[name='Grupos']").First.CheckAsync();
        await ventana.ResponderAsync("Motivo", "ATENCION");
        await ventana.OprimirAsync("Mostrar 10 minutos");
        await ventana.NadaInaccesibleAsync();
        (await ventana.TextoAsync()).ShouldContain(Nombre);
        await ventana.RetratarAsync("revelar");
    }
}
