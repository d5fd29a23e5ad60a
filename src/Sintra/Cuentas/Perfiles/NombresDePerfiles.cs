using Sintra.Diccionario;

namespace Sintra.Cuentas;

/// <summary>
/// How profiles are called in the reader's language. Those of the seed have an English name; one that an administrator has named is called as they
/// named it.
/// </summary>
public static class NombresDePerfiles
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> EnIngles =
        new(() => Semilla.Filas("diccionario/perfiles.csv").ToDictionary(f => f["nombre"], f => f["nombre_en"]));

    /// <param name="nombre">As stored.</param>
    public static string Visible(string nombre) => QuienLee.EnIngles ? EnIngles.Value.GetValueOrDefault(nombre, nombre) : nombre;

    extension(Perfil perfil)
    {
        public string NombreVisible => Visible(perfil.Nombre);
    }
}
