namespace Sintra.Web.Recursos;

/// <summary>Interface text of what is typed and not saved yet; es-MX is the source.</summary>
public sealed class Borradores;
