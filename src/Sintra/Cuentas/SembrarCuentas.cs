using Sintra.Diccionario;
using Sylvan.Data.Csv;

namespace Sintra.Cuentas;

/// <summary>The catalogue of institutions and the seeded profiles were stored, or grew with a new version.</summary>
public sealed record CuentasSembradas(int Instituciones, int Perfiles) : ISuceso;

/// <summary>
/// Brings in institutions (of the dictionary's catalogue, so that adding one is an act of its administrators), and the profiles and texts to accept that
/// the program carries; at every start and whenever the dictionary changes. Adds what is missing and touches nothing else: what an administrator changed
/// stays changed.
/// </summary>
public sealed class SembrarCuentasHandler(SintraDb db, FuenteDelDiccionario fuente, Bitacora bitacora, TimeProvider reloj)
{
    private const string Rectora = "CITP";
    private const string Linea = "CCSP-CDMX";

    public async Task EjecutarAsync(CancellationToken ct)
    {
        var conocidas = await db.Instituciones.Select(i => i.Sigla).ToHashSetAsync(ct);
        var instituciones = Instituciones(fuente.Vigente).Where(i => !conocidas.Contains(i.Sigla)).ToList();
        db.Instituciones.AddRange(instituciones);
        db.AddRange(instituciones.Where(i => i.Sigla == Linea).Select(DeLaLinea));

        var claves = await db.Perfiles.Select(p => p.Clave).ToHashSetAsync(ct);
        var perfiles = LeerPerfiles().Where(p => !claves.Contains(p.Perfil.Clave)).ToList();
        foreach (var (perfil, permisos) in perfiles)
        {
            db.Perfiles.Add(perfil);
            db.PermisosDePerfil.AddRange(permisos.Select(permiso => new PermisoDePerfil { Perfil = perfil.Clave, Permiso = permiso }));
        }

        await SemillaDeCompromisos.SembrarAsync(db, reloj, ct);
        if (db.ChangeTracker.HasChanges())
        {
            bitacora.Asentar(new CuentasSembradas(instituciones.Count, perfiles.Count), como: CuentaId.Sistema);
            await db.SaveChangesAsync(ct);
        }
    }

    // Civil society, and yet it reports to the Commission as one of its members since 2017 (PATCI 2018): its calls are loaded from the first day.
    private Convenio DeLaLinea(Institucion institucion) => new()
    {
        Institucion = institucion.Sigla,
        Clase = ClaseDeConvenio.ExentaPorLey,
        Objeto = "Opera la Línea Nacional contra la Trata e integra la Comisión Intersecretarial, según el PATCI 2018. La administración nacional puede terminar esta exención y registrar un convenio.",
        Desde = new(2017, 1, 1),
        Hasta = null,
        Fin = DateOnly.MaxValue,
        Anexo = null,
        RegistradoEn = reloj.Ahora,
        RegistradoPor = CuentaId.Sistema,
    };

    /// <summary>The options of the catalogue: those that the program brings and those that an administrator added to the dictionary.</summary>
    internal static List<Institucion> Instituciones(DiccionarioVigente diccionario)
    {
        var filas = diccionario.Catalogos["instituciones"].Opciones.Where(o => o.Estado is null).Select(o => (
            Sigla: o.Codigo, o.Nombre, Tipo: o.Atributos["tipo"], Nivel: o.Atributos["nivel"], Entidad: o.Atributos.GetValueOrDefault("cve_ent") is { Length: > 0 } clave ? clave : null)).ToList();
        var comisiones = filas.Where(f => f is { Tipo: "CIE", Entidad: not null }).ToDictionary(f => f.Entidad!, f => f.Sigla);

        return [.. filas.Select(f => new Institucion
        {
            Sigla = f.Sigla,
            Nombre = f.Nombre,
            Tipo = f.Tipo,
            Nivel = f.Nivel,
            Entidad = f.Entidad,
            Padre = f switch
            {
                { Sigla: Rectora } => null,
                { Nivel: "EST", Tipo: not "CIE", Entidad: { } estado } => comisiones.GetValueOrDefault(estado, Rectora),
                { Nivel: "FED" or "EST" } => Rectora,
                // Civil society, academia and international bodies answer to nobody here.
                _ => null,
            },
        })];
    }

    internal static List<(Perfil Perfil, List<Permiso> Permisos)> LeerPerfiles() => Leer("diccionario/perfiles.csv", f => (
        new Perfil
        {
            Clave = f("clave"),
            Nombre = f("nombre"),
            Alcance = Valor<Alcance>(f("alcance")),
            Nivel = Valor<NivelDeIdentidad>(f("nivel")),
            Cifras = Valor<CifrasDePerfil>(f("cifras")),
            Privilegiado = f("privilegiado") == "1",
        },
        f("permisos").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Permiso>).ToList()));

    internal static List<T> Leer<T>(string archivo, Func<Func<string, string>, T> fila)
    {
        using var recurso = new StreamReader(typeof(SembrarCuentasHandler).Assembly.GetManifestResourceStream($"semilla/{archivo}")
            ?? throw new InvalidOperationException($"The assembly carries no semilla/{archivo}."));
        using var csv = CsvDataReader.Create(recurso);
        var filas = new List<T>();
        while (csv.Read())
        {
            filas.Add(fila(columna => csv.GetString(csv.GetOrdinal(columna))));
        }

        return filas;
    }

    // sin_identidad → SinIdentidad
    private static T Valor<T>(string codigo) where T : struct, Enum => Enum.Parse<T>(codigo.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
