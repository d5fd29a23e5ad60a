namespace Sintra.Web.Recursos;

/// <summary>Names the texts of what administrators do with accounts, and of what everybody accepts: <c>TextosDeAdministracion.resx</c> is es-MX and the source, <c>TextosDeAdministracion.en.resx</c> the second language.</summary>
public sealed class TextosDeAdministracion;
