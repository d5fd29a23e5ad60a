using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Sintra.Tests.ReglasDeLaCasa;

/// <summary>What holds for every table, read from the model of each engine.</summary>
public sealed class ModeloTests
{
    private static readonly Type[] QueNoSeOrdenanEnSqlite = [typeof(decimal), typeof(DateTimeOffset), typeof(TimeSpan), typeof(ulong)];

    [Theory, AmbosMotores]
    public void Toda_columna_de_texto_dice_si_es_dato_personal(Motor motor) => Propiedades(motor)
        .Where(p => p.ClrType == typeof(string))
        .Where(p => p.PropertyInfo?.IsDefined(typeof(DatoPersonalAttribute)) is not true && p.PropertyInfo?.IsDefined(typeof(DatoPublicoAttribute)) is not true)
        .Select(Nombre)
        .ShouldBeEmpty();

    [Theory, AmbosMotores]
    public void Borrar_nunca_arrastra(Motor motor) => Modelo(motor).GetEntityTypes()
        .SelectMany(tipo => tipo.GetForeignKeys())
        .Where(llave => llave.DeleteBehavior is not (DeleteBehavior.Restrict or DeleteBehavior.NoAction))
        .Select(llave => llave.ToString())
        .ShouldBeEmpty();

    [Theory, AmbosMotores]
    public void Ninguna_columna_es_de_un_tipo_que_SQLite_no_ordena(Motor motor) => Propiedades(motor)
        .Where(p => QueNoSeOrdenanEnSqlite.Contains(Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType))
        .Select(Nombre)
        .ShouldBeEmpty();

    [Theory, AmbosMotores]
    public void Tablas_y_columnas_se_nombran_en_minusculas(Motor motor) => Modelo(motor).GetEntityTypes()
        .Select(t => t.GetTableName()!)
        .Concat(Propiedades(motor).Select(p => p.GetColumnName()))
        .Where(nombre => nombre.Any(char.IsUpper))
        .ShouldBeEmpty();

    [Theory, AmbosMotores]
    public void No_hay_cambio_del_modelo_sin_su_migracion(Motor motor)
    {
        using var db = Contexto(motor);

        db.Database.GetMigrations().ShouldNotBeEmpty("scripts/migracion.sh Inicial");
        db.Database.HasPendingModelChanges().ShouldBeFalse("scripts/migracion.sh NOMBRE");
    }

    private static IEnumerable<IProperty> Propiedades(Motor motor) => Modelo(motor).GetEntityTypes().SelectMany(De);

    private static IEnumerable<IProperty> De(ITypeBase tipo) => tipo.GetProperties().Concat(tipo.GetComplexProperties().SelectMany(c => De(c.ComplexType)));

    private static string Nombre(IProperty propiedad) => $"{propiedad.DeclaringType.DisplayName()}.{propiedad.Name}";

    private static IModel Modelo(Motor motor)
    {
        using var db = Contexto(motor);
        return db.Model;
    }

    // The model alone: no server is asked.
    private static SintraDb Contexto(Motor motor) => motor == Motor.Sqlite
        ? new SintraDbSqlite(new DbContextOptionsBuilder<SintraDbSqlite>().UseSqlite("Data Source=:memory:").Options)
        : new SintraDbPostgres(new DbContextOptionsBuilder<SintraDbPostgres>().UseNpgsql("Host=nadie").Options);
}
