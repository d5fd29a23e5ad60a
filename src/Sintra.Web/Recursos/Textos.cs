namespace Sintra.Web.Recursos;

/// <summary>Names the interface's texts: <c>Textos.resx</c> is es-MX and the source, <c>Textos.en.resx</c> the second language.</summary>
public sealed class Textos;
