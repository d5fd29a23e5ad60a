namespace Sintra.Web.Recursos;

/// <summary>Interface text of the registration of files; es-MX is the source.</summary>
public sealed class Registro;
