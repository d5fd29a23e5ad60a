namespace Sintra.Web.Recursos;

/// <summary>Texts of the search of files and of what one keeps of it.</summary>
public sealed class TextosDeConsulta;
