namespace Sintra.Web.Recursos;

/// <summary>Names the texts of institutions and convenios: <c>TextosDeInstituciones.resx</c> is es-MX and the source, <c>TextosDeInstituciones.en.resx</c> the second language.</summary>
public sealed class TextosDeInstituciones;
