using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Sintra.Expedientes;

namespace Sintra.Bench.Generador;

/// <summary>How an entity becomes a row: the model's own columns, types and conversions, read once.</summary>
internal sealed class TablaDeEntidad
{
    /// <summary>What opening and registering a file writes; a row of any other is refused.</summary>
    private static readonly Type[] Escritas =
        [typeof(Hecho), typeof(Expediente), typeof(Acceso), typeof(Calidad), typeof(LlaveDeDatos), typeof(Seccion), typeof(Testigo), typeof(FiltroMultiple), typeof(Asiento)];

    private readonly (Func<object, object?> Valor, Func<object?, object?>? Convertir)[] _lectores;

    private TablaDeEntidad(int indice, IEntityType tipo)
    {
        Indice = indice;
        Nombre = tipo.GetTableName()!;
        var tabla = StoreObjectIdentifier.Table(Nombre);
        var propiedades = tipo.GetFlattenedProperties().Where(p => p.GetColumnName(tabla) is not null).ToList();
        Columnas = [.. propiedades.Select(p => new Columna(p.GetColumnName(tabla)!, p.GetColumnType()))];
        _lectores = [.. propiedades.Select(p => (Lector(tipo, p), p.GetTypeMapping().Converter?.ConvertToProvider))];
    }

    /// <summary>Its place among those of <see cref="De"/>.</summary>
    public int Indice { get; }

    public string Nombre { get; }

    public IReadOnlyList<Columna> Columnas { get; }

    public static IReadOnlyDictionary<Type, TablaDeEntidad> De(IModel modelo) =>
        Escritas.Select((tipo, i) => (tipo, Tabla: new TablaDeEntidad(i, modelo.FindEntityType(tipo)!))).ToDictionary(t => t.tipo, t => t.Tabla);

    /// <summary>As the provider is given it: null, or a value of the column's own type.</summary>
    public object? Valor(object entidad, int columna)
    {
        var (valor, convertir) = _lectores[columna];
        return valor(entidad) is { } suyo ? convertir is null ? suyo : convertir(suyo) : null;
    }

    private static Func<object, object?> Lector(IEntityType tipo, IProperty propiedad)
    {
        var entidad = Expression.Parameter(typeof(object));
        Expression acceso = Expression.Convert(entidad, tipo.ClrType);
        if (propiedad.DeclaringType is IComplexType complejo)
        {
            acceso = Expression.Property(acceso, complejo.ComplexProperty.PropertyInfo!);
        }

        acceso = Expression.Property(acceso, propiedad.PropertyInfo ?? throw new NotSupportedException($"{tipo.Name}.{propiedad.Name} is no property of the class."));
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(acceso, typeof(object)), entidad).Compile();
    }
}
