using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Sintra.Cuentas;

/// <summary>
/// Length and a block list, no composition rules, no expiry (NIST SP 800-63B, 3.1.1.2; ASVS 6.2).
/// What is common or of the context is taken out of the password; what is left must still be hard to guess.
/// </summary>
public sealed class PoliticaDePassword(SintraDb db) : IPasswordValidator<Cuenta>
{
    public const int Minimo = 15;
    public const int Maximo = 128;

    // Characters that must remain, and how many of them different.
    private const int Resto = 8;
    private const int RestoDistinto = 5;

    private static readonly string[] Comunes = LeerComunes();

    public async Task<IdentityResult> ValidateAsync(UserManager<Cuenta> manager, Cuenta user, string? password)
    {
        var institucion = await db.Instituciones.Where(i => i.Sigla == user.Institucion).Select(i => i.Nombre).SingleOrDefaultAsync();
        var contexto = $"{user.Correo} {user.Nombre} {user.Institucion} {institucion}";
        return Reparo(password ?? "", contexto) is { } reparo
            ? IdentityResult.Failed(new IdentityError { Code = nameof(PoliticaDePassword), Description = reparo.ToString() })
            : IdentityResult.Success;
    }

    /// <summary>Why a password will not do, or null. The words say what to do and never repeat it.</summary>
    /// <param name="contexto">Words that somebody who knows the account would try first.</param>
    public static Frase? Reparo(string password, string contexto)
    {
        if (password.Length < Minimo)
        {
            return $"Escriba una contraseña de al menos {Minimo} caracteres. Sirve una frase de varias palabras que solo usted usaría.";
        }

        if (password.Length > Maximo)
        {
            return $"Escriba una contraseña de hasta {Maximo} caracteres.";
        }

        var propias = Llana(contexto).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(p => p.Length >= 4);
        var resto = SinCarreras(SinPalabras(SinRepeticion(Llana(password).Replace(" ", "", StringComparison.Ordinal)), [.. propias, .. Comunes]));
        return resto.Length >= Resto && resto.Distinct().Count() >= RestoDistinto
            ? null
            : (Frase)"Elija otra contraseña: esta usa palabras comunes, datos de su cuenta o series fáciles de adivinar. Agregue palabras que solo usted usaría.";
    }

    // «Contraseña» and «C0ntr@sen4» are one word; whatever is not a letter or digit separates words.
    private static string Llana(string texto)
    {
        var llana = new StringBuilder(texto.Length);
        foreach (var letra in texto.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letra) != UnicodeCategory.NonSpacingMark)
            {
                llana.Append(letra switch
                {
                    '0' => 'o',
                    '1' or '!' => 'i',
                    '3' => 'e',
                    '4' or '@' => 'a',
                    '5' or '$' => 's',
                    '7' => 't',
                    _ when char.IsLetterOrDigit(letra) => letra,
                    _ => ' ',
                });
            }
        }

        return llana.ToString();
    }

    // «abcdeabcdeabcde» is worth «abcde».
    private static string SinRepeticion(string texto)
    {
        for (var largo = 1; largo <= texto.Length / 2; largo++)
        {
            if (Enumerable.Range(largo, texto.Length - largo).All(i => texto[i] == texto[i - largo]))
            {
                return texto[..largo];
            }
        }

        return texto;
    }

    private static string SinPalabras(string texto, IEnumerable<string> palabras) =>
        palabras.OrderByDescending(p => p.Length).Aggregate(texto, (t, palabra) => t.Replace(palabra, "", StringComparison.Ordinal));

    // Runs of three or more: equal letters, steps up or down the alphabet, neighbours on the keyboard.
    private static string SinCarreras(string texto)
    {
        // The last two are the digits as Llana writes them.
        const string Filas = "qwertyuiop asdfghjkl zxcvbnm poiuytrewq lkjhgfdsa mnbvcxz oi2eas6t89o o98t6sae2io";
        var resto = new StringBuilder(texto.Length);
        for (var i = 0; i < texto.Length; i++)
        {
            var fin = i + 1;
            while (fin < texto.Length && Sigue(texto, i, fin, Filas))
            {
                fin++;
            }

            if (fin - i >= 3)
            {
                i = fin - 1;
            }
            else
            {
                resto.Append(texto[i]);
            }
        }

        return resto.ToString();
    }

    private static bool Sigue(string texto, int inicio, int fin, string filas)
    {
        var tramo = texto.AsSpan(inicio, fin - inicio + 1);
        var paso = tramo[1] - tramo[0];
        if (paso is >= -1 and <= 1)
        {
            for (var i = 2; i < tramo.Length; i++)
            {
                if (tramo[i] - tramo[i - 1] != paso)
                {
                    return false;
                }
            }

            return true;
        }

        return filas.AsSpan().Contains(tramo, StringComparison.Ordinal);
    }

    private static string[] LeerComunes()
    {
        using var lector = new StreamReader(typeof(PoliticaDePassword).Assembly.GetManifestResourceStream("cuentas/palabras-comunes.txt")!);
        return [.. lector.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(linea => !linea.StartsWith('#'))
            .SelectMany(linea => linea.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(palabra => Llana(palabra).Replace(" ", "", StringComparison.Ordinal))
            .Distinct()];
    }
}
