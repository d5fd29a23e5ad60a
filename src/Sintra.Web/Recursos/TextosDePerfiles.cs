namespace Sintra.Web.Recursos;

/// <summary>Names the texts of profiles: <c>TextosDePerfiles.resx</c> is es-MX and the source, <c>TextosDePerfiles.en.resx</c> the second language.</summary>
public sealed class TextosDePerfiles;
