using Sintra.Practica;
using Sintra.Web.Cara;
using Sintra.Web.Documentos;
using Sintra.Web.Pages;
using Sintra.Web.Pages.Borradores;
using Sintra.Web.Pages.Consulta;
using Sintra.Web.Piezas.Campos;

namespace Sintra.Web.Operacion;

/// <summary>The web server from its settings to its last request: the register's and the practice system's are the same.</summary>
internal static class Servidor
{
    /// <exception cref="ConfiguracionException">What is configured cannot be used; says what to set.</exception>
    public static WebApplication Construir(string[] args, ModoDePractica modo, bool salidaPropia = false)
    {
        var builder = OperacionServicios.Constructor(args);
        builder.AddOperacion(salidaPropia);
        if (modo.Activo)
        {
            builder.Services.AddSingleton<TimeProvider, RelojDePractica>(); // before whoever adds the true one where there is none
        }

        builder.Services.AddNucleo(builder.Configuration, modo: modo);
        builder.Services.AddPaginas();
        builder.Services.AddCara();
        builder.Services.AddSeguridad(builder.Configuration);
        return builder.Build();
    }

    /// <summary>Once all is prepared, for the protection asks for the keys as the pipeline is put together.</summary>
    public static Task AtenderAsync(WebApplication app)
    {
        app.UseOperacion();
        app.UseCabeceras();
        app.UseCara();
        app.UseSeguridad();
        app.MapOperacion();
        app.MapSeguridad();
        app.MapCampos();
        app.MapBorradores();
        app.MapDescargas();
        app.MapConsulta();
        app.MapRazorPages();
        return Arranque.CorrerAsync(app);
    }
}
