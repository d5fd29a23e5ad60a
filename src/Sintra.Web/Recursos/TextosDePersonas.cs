namespace Sintra.Web.Recursos;

/// <summary>Texts of the review of suggestions and of a person's files.</summary>
public sealed class TextosDePersonas;
