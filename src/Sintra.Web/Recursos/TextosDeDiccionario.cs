namespace Sintra.Web.Recursos;

/// <summary>Interface text of the dictionary's own screens; es-MX is the source.</summary>
public sealed class TextosDeDiccionario;
