using System.CommandLine;
using Sintra.Diccionario;
using Sintra.Intercambio;

namespace Sintra.Web.Ordenes;

internal static class OrdenCargar
{
    /// <summary>Operates the national hotline whose records the known files are.</summary>
    private const string DeLaLinea = "CCSP-CDMX";

    private static readonly Argument<string> Carpeta = new("DIR") { Description = "Carpeta con los archivos CSV" };

    private static readonly Option<string> Institucion = new("--institucion")
    {
        Description = "Sigla de la institución a cuyo nombre se carga",
        HelpName = "SIGLA",
        DefaultValueFactory = _ => DeLaLinea,
    };

    public static Command Crear()
    {
        var orden = new Command("cargar", "Carga los archivos linea-*.csv de una carpeta. Repetirla no agrega nada; de un archivo con fallas no se carga nada.")
        {
            Carpeta,
            Institucion,
        };
        orden.SetAction((leida, ct) => Orden.ConServiciosAsync(
            leida, leida.GetValue(Institucion)!, (servicios, salida, t) => EjecutarAsync(leida, servicios, salida, t), ct, crea: true));
        return orden;
    }

    private static async Task<int> EjecutarAsync(ParseResult leida, IServiceProvider servicios, SalidaDeOrden salida, CancellationToken ct)
    {
        var institucion = leida.GetValue(Institucion)!;
        if (servicios.GetRequiredService<DiccionarioVigente>().Catalogos["instituciones"].Buscar(institucion) is null)
        {
            await salida.FracasarAsync($"La institución «{institucion}» no está en el catálogo: revise --institucion.");
            return Codigo.Uso;
        }

        var resultado = await servicios.GetRequiredService<CargarCarpetaHandler>().EjecutarAsync(new(leida.GetValue(Carpeta)!), ct);
        if (!resultado.EsExito)
        {
            await salida.FracasarAsync(resultado.Fallas[0].Mensaje);
            return Codigo.Uso;
        }

        var carga = resultado.Valor!;
        foreach (var falla in carga.Fallas)
        {
            await salida.ErrorAsync(falla.ToString());
        }

        await salida.ResponderAsync(Documento(carga), Palabras(carga));
        return carga.Fallas.Count == 0 ? Codigo.Bien : Codigo.Falla;
    }

    private static Dictionary<string, object> Documento(CarpetaCargada carga)
    {
        var documento = carga.Cargados.ToDictionary(c => c.Key, object (c) => c.Value);
        documento["ya_existentes"] = carga.YaExistentes;
        documento["archivos_desconocidos"] = carga.ArchivosDesconocidos;
        if (carga.Fallas.Count > 0)
        {
            documento["fallas"] = carga.Fallas.Select(f => new { archivo = f.Archivo, linea = f.Linea, columna = f.Columna, motivo = f.Motivo });
        }

        return documento;
    }

    private static IEnumerable<string> Palabras(CarpetaCargada carga) =>
    [
        .. carga.Cargados.Select(c => $"{c.Key}: {c.Value}"),
        $"ya existentes: {carga.YaExistentes}",
        .. carga.ArchivosDesconocidos.Select(a => $"No conozco este archivo y lo dejé como está: {a}"),
    ];
}
