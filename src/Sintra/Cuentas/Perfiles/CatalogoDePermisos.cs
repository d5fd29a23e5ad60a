namespace Sintra.Cuentas;

/// <param name="Modulo">Key of the module, as <c>permisos.csv</c> has it.</param>
/// <param name="EsPrivilegiado">Whoever holds it works only with a second factor and has the shorter idle limit.</param>
public sealed record PermisoDescrito(Permiso Permiso, string Modulo, string Descripcion, string DescripcionEnIngles, bool EsPrivilegiado)
{
    /// <summary>In the reader's language.</summary>
    public string EnPalabras() => QuienLee.EnIngles ? DescripcionEnIngles : Descripcion;
}

/// <summary>Two permissions that one profile never joins: separation of duties.</summary>
public sealed record Incompatibilidad(Permiso Uno, Permiso Otro, string Razon, string RazonEnIngles)
{
    /// <summary>Why, in the reader's language.</summary>
    public string EnPalabras() => QuienLee.EnIngles ? RazonEnIngles : Razon;
}

/// <summary>The closed list of permissions with their words, and which may not meet (<c>permisos.csv</c>, <c>incompatibilidades.csv</c>).</summary>
public static class CatalogoDePermisos
{
    /// <summary>In the order of the list: by module.</summary>
    public static IReadOnlyList<PermisoDescrito> Todos { get; } = SembrarCuentasHandler.Leer("diccionario/permisos.csv", f =>
        new PermisoDescrito(Enum.Parse<Permiso>(f("clave")), f("modulo"), f("descripcion"), f("descripcion_en"), f("privilegiado") == "1"));

    public static IReadOnlyList<Incompatibilidad> Incompatibles { get; } = SembrarCuentasHandler.Leer("diccionario/incompatibilidades.csv", f =>
        new Incompatibilidad(Enum.Parse<Permiso>(f("permiso")), Enum.Parse<Permiso>(f("incompatible_con")), f("razon"), f("razon_en")));

    private static readonly HashSet<Permiso> Privilegiados = [.. Todos.Where(p => p.EsPrivilegiado).Select(p => p.Permiso)];

    public static bool EsPrivilegiado(Permiso permiso) => Privilegiados.Contains(permiso);

    /// <summary>In the reader's language.</summary>
    public static string EnPalabras(Permiso permiso) => Todos[(int)permiso].EnPalabras();
}
