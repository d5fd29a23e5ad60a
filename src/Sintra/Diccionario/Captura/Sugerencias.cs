namespace Sintra.Diccionario;

/// <summary>Suggestions while somebody types, in words that the reader of forms takes back.</summary>
public static class Sugerencias
{
    extension(Catalogo catalogo)
    {
        /// <summary>The name; with its code behind, «San Juan Mixtepec (20208)», where another option is called alike.</summary>
        public string NombreInconfundible(Opcion opcion) => catalogo.Nombres.SeRepite(opcion) ? $"{opcion.Nombre} ({opcion.Codigo})" : opcion.Nombre;

        /// <summary>Best first: the name begins so, a word of it does, it holds it. An empty text gives the first ones.</summary>
        public IEnumerable<Opcion> Sugerir(string texto, int maximo, Func<Opcion, bool>? filtro = null) =>
            catalogo.Nombres.QueEmpiezan(texto, filtro).Take(maximo);
    }
}
