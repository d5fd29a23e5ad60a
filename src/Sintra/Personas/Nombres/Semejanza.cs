namespace Sintra.Personas;

/// <summary>How alike two short texts are.</summary>
internal static class Semejanza
{
    // Longer texts than this compare by their beginning: no name is, and what is bounded needs no memory.
    private const int Maximo = 64;

    /// <summary>Jaro–Winkler (Winkler 1990): 0 to 1, a common beginning of up to four letters weighing a tenth each.</summary>
    public static double JaroWinkler(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = Corto(a);
        b = Corto(b);
        if (a.SequenceEqual(b))
        {
            return a.Length == 0 ? 0 : 1;
        }

        var jaro = Jaro(a, b);
        var comun = 0;
        while (comun < Math.Min(4, Math.Min(a.Length, b.Length)) && a[comun] == b[comun])
        {
            comun++;
        }

        return jaro + (comun * 0.1 * (1 - jaro));
    }

    /// <summary>Insertions, deletions, changes and swaps of neighbours that part two texts (optimal string alignment).</summary>
    /// <returns>Never more than <paramref name="tope"/> + 1.</returns>
    public static int Ediciones(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int tope)
    {
        a = Corto(a);
        b = Corto(b);
        if (Math.Abs(a.Length - b.Length) > tope)
        {
            return tope + 1;
        }

        Span<int> antes = stackalloc int[b.Length + 1];
        Span<int> fila = stackalloc int[b.Length + 1];
        Span<int> nueva = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            fila[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            nueva[0] = i;
            var menor = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var costo = a[i - 1] == b[j - 1] ? 0 : 1;
                var valor = Math.Min(Math.Min(fila[j] + 1, nueva[j - 1] + 1), fila[j - 1] + costo);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    valor = Math.Min(valor, antes[j - 2] + 1);
                }

                nueva[j] = valor;
                menor = Math.Min(menor, valor);
            }

            if (menor > tope)
            {
                return tope + 1;
            }

            var libre = antes;
            antes = fila;
            fila = nueva;
            nueva = libre;
        }

        return Math.Min(fila[b.Length], tope + 1);
    }

    private static double Jaro(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        var ventana = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        Span<bool> deA = stackalloc bool[a.Length];
        Span<bool> deB = stackalloc bool[b.Length];
        var iguales = 0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = Math.Max(0, i - ventana); j < Math.Min(b.Length, i + ventana + 1); j++)
            {
                if (!deB[j] && a[i] == b[j])
                {
                    deA[i] = deB[j] = true;
                    iguales++;
                    break;
                }
            }
        }

        if (iguales == 0)
        {
            return 0;
        }

        var (cambiadas, k) = (0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            if (deA[i])
            {
                while (!deB[k])
                {
                    k++;
                }

                cambiadas += a[i] == b[k++] ? 0 : 1;
            }
        }

        double m = iguales;
        return ((m / a.Length) + (m / b.Length) + ((m - (cambiadas / 2)) / m)) / 3;
    }

    private static ReadOnlySpan<char> Corto(ReadOnlySpan<char> texto) => texto.Length > Maximo ? texto[..Maximo] : texto;
}
