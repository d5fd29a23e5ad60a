using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Sintra.Comun.Datos;

/// <summary>Columns, keys and indexes in snake_case, so that nobody has to quote names in SQL. Tables are named by hand, in the singular.</summary>
internal static class NombresEnMinusculas
{
    public static void Aplicar(IMutableModel modelo)
    {
        foreach (var tipo in modelo.GetEntityTypes())
        {
            foreach (var propiedad in tipo.GetProperties().Concat(tipo.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties())))
            {
                propiedad.SetColumnName(Convertir(propiedad.Name));
            }

            foreach (var llave in tipo.GetKeys())
            {
                llave.SetName(Convertir(llave.GetName()!));
            }

            foreach (var foranea in tipo.GetForeignKeys())
            {
                foranea.SetConstraintName(Convertir(foranea.GetConstraintName()!));
            }

            foreach (var indice in tipo.GetIndexes())
            {
                indice.SetDatabaseName(Convertir(indice.GetDatabaseName()!));
            }
        }
    }

    private static string Convertir(string nombre)
    {
        var texto = new StringBuilder(nombre.Length + 8);
        for (var i = 0; i < nombre.Length; i++)
        {
            if (char.IsUpper(nombre[i]) && i > 0 && nombre[i - 1] != '_' && !char.IsUpper(nombre[i - 1]))
            {
                texto.Append('_');
            }

            texto.Append(char.ToLowerInvariant(nombre[i]));
        }

        return texto.ToString();
    }
}
