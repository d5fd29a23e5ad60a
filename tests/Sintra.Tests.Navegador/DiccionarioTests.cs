namespace Sintra.Tests.Navegador;

/// <summary>An administrator adds a question and an answer, and they are asked at once; retired, an old file still shows them.</summary>
public sealed class DiccionarioTests(Chromium chromium, CasasServidas casas)
{
    private const string Pregunta = "¿Trabajaba de noche?";
    private const string Respuesta = "Sólo algunas noches";

    [Theory, AmbosMotores]
    public async Task Lo_que_se_publica_se_pregunta_y_lo_que_se_retira_se_conserva(Motor motor)
    {
        var casa = await casas.NuevaAsync(motor);
        await using var administracion = await EntrarAsync(casa, "CITP-ST", "administracion_nacional");
        await using var captura = await EntrarAsync(casa, "FEVIMTRA", "ministerio_publico");
        await administracion.IrAsync("/diccionario");
        await administracion.RetratarAsync("diccionario");
        await AgregarAsync(administracion);
        await administracion.RetratarAsync("diccionario-cambios");
        await administracion.OprimirAsync("Publicar la versión");

        var expediente = await captura.BorradorAsync();
        await captura.IrAsync($"{expediente}/paginas/explotacion");
        (await captura.TextoAsync()).ShouldContain(Pregunta);
        await captura.ResponderAsync("trabajo_de_noche", "ALGUNAS");
        await captura.OprimirAsync("Guardar y volver a la lista");
        await captura.IrAsync($"{expediente}/datos");
        (await captura.TextoAsync()).ShouldContain(Respuesta);
        await captura.IrAsync("/diccionario?buscar=noche");
        (await captura.TextoAsync()).ShouldContain(Pregunta);
        await captura.RetratarAsync("diccionario-variable");

        await administracion.IrAsync("/diccionario/elementos/variable?clave=trabajo_de_noche");
        (await administracion.TextoAsync()).ShouldContain("usada en un expediente");
        await administracion.Pagina.Locator("#retirado").CheckAsync();
        await administracion.OprimirAsync("Preparar el cambio");
        await administracion.OprimirAsync("Publicar la versión");

        await captura.IrAsync($"{expediente}/paginas/explotacion");
        (await captura.TextoAsync()).ShouldNotContain(Pregunta);
        await captura.IrAsync($"{expediente}/datos");
        (await captura.TextoAsync()).ShouldContain(Respuesta);
    }

    private static async Task AgregarAsync(Ventana ventana)
    {
        await ventana.IrAsync("/diccionario/elementos/variable");
        (string Campo, string Valor)[] columnas =
        [
            ("etiqueta", Pregunta), ("etiqueta_en", "Did she work at night?"), ("pagina", "explotacion"), ("seccion", "J"),
            ("unidad", "persona"), ("tipo", "opcion"), ("catalogo", "si_no"), ("requerido", "O"), ("condicion", "not sexo = X9"), ("privacidad", "CI"),
            ("definicion", "Si la explotación ocurría de noche."),
        ];

        // The key of a variable is nobody's datum: it may stand in an address, and the window would object.
        await ventana.Pagina.Locator("#clave").FillAsync("trabajo_de_noche");
        foreach (var (columna, valor) in columnas)
        {
            await ventana.ResponderAsync(columna, valor);
        }

        await ventana.RetratarAsync("diccionario-elemento");
        await ventana.OprimirAsync("Preparar el cambio");
        await ventana.IrAsync("/diccionario/elementos/opcion?catalogo=si_no");
        await ventana.ResponderAsync("codigo", "ALGUNAS");
        await ventana.ResponderAsync("nombre", Respuesta);
        await ventana.OprimirAsync("Preparar el cambio");
        await ventana.NadaInaccesibleAsync();
    }

    private async Task<Ventana> EntrarAsync(Casa casa, string institucion, string perfil)
    {
        var cuenta = await casa.CuentaAsync(institucion, perfil);
        var ventana = await chromium.AbrirAsync(casa, javaScript: true);
        await ventana.EntrarAsync(cuenta.Correo, cuenta.Autenticador, cuenta.Password);
        return ventana;
    }
}
