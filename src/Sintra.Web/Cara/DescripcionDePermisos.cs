using Sylvan.Data.Csv;

namespace Sintra.Web.Cara;

/// <summary>Each permission in the words of <c>permisos.csv</c>, for whoever lacks one and must ask for it.</summary>
internal static class DescripcionDePermisos
{
    private static readonly Lazy<Dictionary<string, string>> PorClave = new(Leer);

    public static string De(Permiso permiso) => PorClave.Value[permiso.ToString()];

    private static Dictionary<string, string> Leer()
    {
        var recurso = typeof(Permiso).Assembly.GetManifestResourceStream("semilla/diccionario/permisos.csv")!;
        using var filas = CsvDataReader.Create(new StreamReader(recurso));
        var (clave, descripcion) = (filas.GetOrdinal("clave"), filas.GetOrdinal("descripcion"));
        var permisos = new Dictionary<string, string>();
        while (filas.Read())
        {
            permisos.Add(filas.GetString(clave), filas.GetString(descripcion));
        }

        return permisos;
    }
}
