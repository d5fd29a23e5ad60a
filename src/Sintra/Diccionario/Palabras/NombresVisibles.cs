namespace Sintra.Diccionario;

/// <summary>How variables and options are called on screens, in the reader's language.</summary>
public static class NombresVisibles
{
    extension(Variable variable)
    {
        public string EtiquetaVisible => QuienLee.EnIngles ? variable.EtiquetaEn : variable.Etiqueta;
    }

    extension(Pagina pagina)
    {
        public string TituloVisible => QuienLee.EnIngles ? pagina.TituloEn : pagina.Titulo;
    }

    extension(Opcion opcion)
    {
        public string NombreVisible => QuienLee.EnIngles ? opcion.NombreEn : opcion.Nombre;
    }
}
