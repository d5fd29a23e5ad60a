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

    extension(Pagina pagina)
    {
        public string TituloVisible => EnIngles ? pagina.TituloEn : pagina.Titulo;
    }

    extension(Opcion opcion)
    {
        public string NombreVisible => EnIngles ? opcion.NombreEn : opcion.Nombre;
    }
}
