namespace Sintra.Web.Recursos;

/// <summary>Names <c>Campos.resx</c> (es-MX) and <c>Campos.en.resx</c>: the texts around the questions of the dictionary.</summary>
public sealed class Campos;
