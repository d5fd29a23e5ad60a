namespace Sintra.Tests.Navegador;

/// <summary>The officer of migration: searches without learning what others know, registers, writes the route, answers what the law asks and a ministerial request.</summary>
public sealed class MigracionTests(Chromium chromium, CasasServidas casas)
{
    private const string Alias = "Kanarina";

    [Fact]
    public async Task De_la_busqueda_a_la_respuesta_al_ministerio_publico()
    {
        var casa = await casas.NuevaAsync(Motor.Sqlite);
        var cuenta = await casa.CuentaAsync("INM", "migracion");
        await using var ventana = await chromium.AbrirAsync(casa);
        await ventana.EntrarAsync(cuenta.Correo, cuenta.Autenticador, cuenta.Password);
        await ventana.IrAsync("/registro/buscar");
        await ventana.ResponderAsync("Nombre", Alias);
        await ventana.EnviarAsync();
        (await ventana.TextoAsync()).ShouldContain("sin mostrar a nadie los datos de otra institución");
        await ventana.SeguirAsync("Registrar expediente nuevo");
        foreach (var (campo, valor) in new[]
        {
            ("nivel_identificacion", "ID"), ("calidad", "PROBABLE"), ("sexo", "M"), ("edad_registro.valor", "24"), ("nacionalidades", "Honduras"),
            ("det_lugar.entidad", "07"), ("via_deteccion", "02"), ("formas", "LAB"), ("aviso_leido", "LEIDO"),
        })
        {
            await ventana.ResponderAsync(campo, valor);
        }

        await ventana.EnviarAsync();
        await ventana.OprimirAsync("Registrar expediente");
        await ventana.SeguirAsync("Completar el expediente");
        var expediente = new Uri(ventana.Pagina.Url).AbsolutePath;
        (await ventana.TextoAsync()).ShouldContain("falta decir si se avisó a su consulado");

        await ventana.IrAsync($"{expediente}/paginas/captacion_y_traslado");
        await ResponderAsync(ventana, ("tramo[1].tramo_rol", "OR"), ("tramo[1].tramo_lugar.pais", "Honduras"));
        await ventana.OprimirAsync("Agregar tramo");
        await ResponderAsync(ventana, ("tramo[2].tramo_rol", "TR"), ("tramo[2].tramo_lugar.pais", "Guatemala"), ("tramo[2].tramo_transporte", "01"));
        await ventana.RetratarAsync("ruta");
        await ventana.OprimirAsync("Guardar y volver a la lista");

        await ventana.IrAsync($"{expediente}/paginas/necesidades");
        await ResponderAsync(ventana, ("idioma", "garífuna"));
        await ventana.OprimirAsync("Guardar y volver a la lista");
        (await ventana.TextoAsync()).ShouldContain("falta decir si necesita intérprete");
        await ventana.IrAsync($"{expediente}/paginas/necesidades");
        await ventana.ResponderAsync("requiere_interprete", "SI");
        await ventana.OprimirAsync("Guardar y volver a la lista");
        (await ventana.TextoAsync()).ShouldNotContain("falta decir si necesita intérprete");
        await ventana.IrAsync($"{expediente}/paginas/migracion_y_retorno");
        await ResponderAsync(
            ventana, ("aviso_consular", "SI"), ("solicitud_ministerial[1].sm_oficio", "FGR/2026/117"), ("solicitud_ministerial[1].sm_autoridad", "FEVIMTRA"),
            ("solicitud_ministerial[1].sm_fecha.dia", "2"), ("solicitud_ministerial[1].sm_fecha.mes", "11"), ("solicitud_ministerial[1].sm_fecha.anio", "2026"),
            ("solicitud_ministerial[1].sm_respuesta_fecha.dia", "9"), ("solicitud_ministerial[1].sm_respuesta_fecha.mes", "11"), ("solicitud_ministerial[1].sm_respuesta_fecha.anio", "2026"),
            ("solicitud_ministerial[1].sm_entrega", "FICHA"));
        await ventana.OprimirAsync("Guardar y volver a la lista");
        (await ventana.TextoAsync()).ShouldNotContain("falta decir si se avisó a su consulado");
        await ventana.IrAsync($"{expediente}/datos?pagina=migracion_y_retorno");
        (await ventana.TextoAsync()).ShouldContain("Ficha o informe migratorio");
        await ventana.IrAsync($"{expediente}/datos?pagina=captacion_y_traslado");
        (await ventana.TextoAsync()).ShouldContain("Guatemala");
    }

    private static async Task ResponderAsync(Ventana ventana, params (string Campo, string Valor)[] respuestas)
    {
        foreach (var (campo, valor) in respuestas)
        {
            await ventana.ResponderAsync(campo, valor);
        }
    }
}
