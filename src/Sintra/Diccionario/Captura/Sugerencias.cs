namespace Sintra.Diccionario;

/// <summary>Suggestions in words that the reader of forms takes back.</summary>
public static class Sugerencias
{
    extension(Catalogo catalogo)
    {
        /// <summary>The name; with its code behind, «San Juan Mixtepec (20208)», where another option is called alike.</summary>
        public string NombreInconfundible(Opcion opcion) => catalogo.Nombres.SeRepite(opcion) ? $"{opcion.Nombre} ({opcion.Codigo})" : opcion.Nombre;
    }
}
