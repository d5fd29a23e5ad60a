using Sintra.Web.Operacion;
using Sintra.Web.Ordenes;

if (Orden.EsPara(args))
{
    return await Orden.EjecutarAsync(args);
}

try
{
    await using var app = Servidor.Construir(args, ModoDePractica.No);
    await Arranque.PrepararAsync(app.Services, CancellationToken.None);
    await Servidor.AtenderAsync(app);
    return 0;
}
catch (ConfiguracionException causa)
{
    await Console.Error.WriteLineAsync(causa.Message);
    return Arranque.SinConfigurar;
}
