using Sintra.Web;
using Sintra.Web.Cara;
using Sintra.Web.Operacion;
using Sintra.Web.Ordenes;
using Sintra.Web.Pages;
using Sintra.Web.Piezas.Campos;

if (Orden.EsPara(args))
{
    return await Orden.EjecutarAsync(args);
}

try
{
    var builder = OperacionServicios.Constructor(args);
    builder.AddOperacion();
    builder.Services.AddNucleo(builder.Configuration);
    builder.Services.AddPaginas();
    builder.Services.AddCara();
    builder.Services.AddSeguridad(builder.Configuration);

    await using var app = builder.Build();
    await Arranque.PrepararAsync(app.Services, CancellationToken.None); // before the pipeline, whose protection asks for the keys as it is put together
    app.UseOperacion();
    app.UseCabeceras();
    app.UseCara();
    app.UseSeguridad();
    app.MapOperacion();
    app.MapSeguridad();
    app.MapCampos();
    app.MapRazorPages();
    await Arranque.CorrerAsync(app);
    return 0;
}
catch (ConfiguracionException causa)
{
    await Console.Error.WriteLineAsync(causa.Message);
    return Arranque.SinConfigurar;
}
