using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Sintra.Comun;

/// <summary>An enum whose members are the codes of a catalogue: <c>EnRevision</c> ↔ <c>EN_REVISION</c>.</summary>
public static class CodigoDeEnum
{
    extension(Enum valor)
    {
        /// <summary>The code as the catalogue spells it.</summary>
        public string Codigo => De(valor);
    }

    internal static string De(Enum valor) => DeNombre(valor.ToString());

    public static T Leer<T>(string codigo) where T : struct, Enum => Enum.GetValues<T>().Single(v => v.Codigo == codigo);

    private static string DeNombre(string nombre)
    {
        var texto = new StringBuilder(nombre.Length + 4);
        foreach (var letra in nombre)
        {
            if (char.IsUpper(letra) && texto.Length > 0)
            {
                texto.Append('_');
            }

            texto.Append(char.ToUpperInvariant(letra));
        }

        return texto.ToString();
    }
}

/// <summary>Stores an enum as the code of its catalogue.</summary>
internal sealed class ConversorDeCodigo<T>() : ValueConverter<T, string>(v => CodigoDeEnum.De(v), c => CodigoDeEnum.Leer<T>(c)) where T : struct, Enum;
