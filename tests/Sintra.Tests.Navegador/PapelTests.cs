using Sintra.Expedientes;

namespace Sintra.Tests.Navegador;

/// <summary>What a printer gets: the whole file or one task of it, with its folio and page number on every sheet, and nobody's name.</summary>
public sealed class PapelTests(Chromium chromium, CasasServidas casas)
{
    private const string Nombre = "Xochiquetzal";

    [Theory, InlineData(Motor.Sqlite)]
    public async Task El_expediente_y_una_de_sus_paginas_se_imprimen_con_folio_en_cada_hoja_y_sin_nombres(Motor motor)
    {
        var casa = await casas.NuevaAsync(motor);
        var cuenta = await casa.CuentaAsync("FEVIMTRA", "ministerio_publico");
        await using var ventana = await chromium.AbrirAsync(casa);
        await ventana.EntrarAsync(cuenta.Correo, cuenta.Autenticador, cuenta.Password);
        var expediente = await ventana.BorradorAsync();
        await ventana.IrAsync($"{expediente}/paginas/documentos_e_identidad");
        await ventana.ResponderAsync("nombres", Nombre);
        await ventana.OprimirAsync("Guardar y volver a la lista");
        var folio = "2026-7K3QZD-8";
        await casa.EnDbAsync(db => db.Expedientes.ExecuteUpdateAsync(e => e.SetProperty(x => x.Folio, folio)));
        await ventana.IrAsync($"{expediente}/mostrar");
        await ventana.Pagina.Locator("input[name='Grupos'][value=nombre]").CheckAsync();
        await ventana.ResponderAsync("Motivo", "ATENCION");
        await ventana.OprimirAsync("Mostrar 10 minutos");

        await ventana.IrAsync($"{expediente}/datos");
        (await ventana.TextoAsync()).ShouldContain(Nombre, customMessage: "on the screen it is open");
        await ventana.RetratarAsync("datos");
        var todo = LectorDePdf.Hojas(await ventana.Pagina.PdfAsync(new() { Format = "Letter", PreferCSSPageSize = true }));
        await ventana.SeguirAsync("Imprimir esta página");
        var una = LectorDePdf.Hojas(await ventana.Pagina.PdfAsync(new() { Format = "Letter", PreferCSSPageSize = true }));

        foreach (var hojas in (IReadOnlyList<string>[])[todo, una])
        {
            hojas.Count.ShouldBeGreaterThan(0);
            foreach (var (hoja, n) in hojas.Select((h, i) => (h, i + 1)))
            {
                hoja.ShouldContain(folio);
                hoja.ShouldContain($"{n} / {hojas.Count}");
                hoja.ShouldNotContain(Nombre);
            }
        }

        string.Concat(todo).ShouldContain("Protegida");
        una.Sum(h => h.Length).ShouldBeLessThan(todo.Sum(h => h.Length), "one task of the file");
    }
}
