using System.Globalization;
using Sintra.Diccionario;

namespace Sintra.Web.Piezas.Campos;

/// <summary>How variables and options are called on screens, in the reader's language.</summary>
internal static class Nombres
{
    private static bool EnIngles => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    extension(Variable variable)
    {
        public string EtiquetaVisible => EnIngles ? variable.EtiquetaEn : variable.Etiqueta;
    }

    extension(Catalogo catalogo)
    {
        /// <summary>A shelter appears by its key alone («Refugio 014»): neither its name nor where it is.</summary>
        private bool SoloClave(Opcion opcion) => catalogo.Clave == "instituciones" && opcion.Atributos.GetValueOrDefault("tipo") == "ALB";

        /// <summary>The Spanish name: what one types, and what the reader of forms resolves back to the code.</summary>
        public string NombreDe(Opcion opcion) => catalogo.SoloClave(opcion) ? opcion.Codigo : opcion.Nombre;

        /// <summary>The name where the code is what travels.</summary>
        public string NombreVisible(Opcion opcion) => EnIngles && !catalogo.SoloClave(opcion) ? opcion.NombreEn : catalogo.NombreDe(opcion);
    }
}
