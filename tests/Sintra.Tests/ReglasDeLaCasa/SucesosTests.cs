using System.Collections;
using System.Reflection;

namespace Sintra.Tests.ReglasDeLaCasa;

/// <summary>What the log keeps for ever says who, what and when in ids, codes and dates; never in words somebody typed.</summary>
public sealed class SucesosTests
{
    private static readonly HashSet<Type> Sencillos =
    [
        typeof(bool), typeof(int), typeof(long), typeof(Guid), typeof(DateTime), typeof(DateOnly),
        typeof(ExpedienteId), typeof(HechoId), typeof(CuentaId),
    ];

    // A text of a fact is a key of a closed list or a number that the system gave. A new name here is a decision: say which list it belongs to.
    private static readonly HashSet<string> Claves =
    [
        "Clave", "Claves", "Codigo", "Codigos", // of a catalogue
        "Institucion", "De", "A", // sigla of the catalogue of institutions; states
        "Destino", "InstitucionQueCaptura", // sigla
        "Entidad", // INEGI
        "NivelIdentificacion", // of its catalogue
        "Perfil", "Permiso", // perfiles.csv, permisos.csv
        "Pagina", "Grupo", "Grupos", "Variable", "Variables", "Campo", "Campos", // of the dictionary
        "Folio", // made at random
        "Motivo", // code of motivo_consulta or motivo_cierre
        "Criterios", // names of the fields of a search, never what was typed
        "Pantalla", // key of a screen
        "Archivo", // name of a kind of file that can be loaded
        "Huella", // hash
        "Estado", // code of consentimiento_estado
        "Tipo", "Formato", // of a document: catalogue tipo_adjunto, Reconocedor.Formatos
    ];

    private static readonly Assembly[] Ensamblados = [typeof(SintraDb).Assembly, typeof(Program).Assembly];

    private static IEnumerable<Type> Sucesos => Ensamblados.SelectMany(e => e.GetTypes()).Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(ISuceso)));

    [Fact]
    public void Ningun_suceso_lleva_texto_libre() => Sucesos
        .SelectMany(t => Faltas(t, t.Name))
        .ShouldBeEmpty();

    [Fact]
    public void Los_sucesos_se_nombran_de_una_sola_manera() => Sucesos
        .GroupBy(t => t.Name)
        .Where(g => g.Count() > 1) // the log keeps the name alone
        .Select(g => g.Key)
        .ShouldBeEmpty();

    private static IEnumerable<string> Faltas(Type tipo, string camino) => tipo
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.Name != "EqualityContract")
        .SelectMany(p => DePropiedad(p, Elemento(p.PropertyType), $"{camino}.{p.Name}"));

    private static IEnumerable<string> DePropiedad(PropertyInfo propiedad, Type tipo, string camino)
    {
        if (Sencillos.Contains(tipo) || tipo.IsEnum)
        {
            return [];
        }

        if (tipo != typeof(string))
        {
            return Ensamblados.Contains(tipo.Assembly) ? Faltas(tipo, camino) : [$"{camino}: {tipo.Name}"];
        }

        return propiedad.IsDefined(typeof(DatoPublicoAttribute)) && Claves.Contains(propiedad.Name) ? [] : [$"{camino}: text that is not a known key marked [DatoPublico]"];
    }

    private static Type Elemento(Type tipo)
    {
        tipo = Nullable.GetUnderlyingType(tipo) ?? tipo;
        return tipo != typeof(string) && tipo.IsAssignableTo(typeof(IEnumerable))
            ? Elemento(tipo.GetElementType() ?? tipo.GetGenericArguments().Last())
            : tipo;
    }
}
