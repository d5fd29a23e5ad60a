namespace Sintra.Practica;

/// <summary>
/// The same draws for the same seed, on every machine and version (SplitMix64; Steele, Lea and Flood 2014). For made-up people only:
/// whoever knows the seed knows every draw.
/// </summary>
internal sealed class Azar(ulong semilla)
{
    private ulong _estado = semilla;

    /// <summary>A whole number between the two, both included.</summary>
    public int Entre(int minimo, int maximo) => minimo + (int)(Siguiente() % (ulong)(maximo - minimo + 1));

    /// <summary>True so many times in a hundred.</summary>
    public bool Cae(int deCien) => Entre(1, 100) <= deCien;

    public T Uno<T>(IReadOnlyList<T> valores) => valores[Entre(0, valores.Count - 1)];

    /// <summary>One of several, each as often as its weight says.</summary>
    public T Uno<T>(IReadOnlyList<(T Valor, int Peso)> valores)
    {
        var cuenta = Entre(1, valores.Sum(v => v.Peso));
        return valores.First(v => (cuenta -= v.Peso) <= 0).Valor;
    }

    /// <summary>From one to so many of them, without repeating, joined as the fields of a form are given.</summary>
    public string[] Varios(int maximo, IReadOnlyList<(string Valor, int Peso)> valores) =>
        [.. Enumerable.Range(0, Entre(1, maximo)).Select(_ => Uno(valores)).Distinct()];

    private ulong Siguiente()
    {
        var z = _estado += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
