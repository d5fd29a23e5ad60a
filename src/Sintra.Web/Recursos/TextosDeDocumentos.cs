namespace Sintra.Web.Recursos;

/// <summary>Texts of the screens of documents. Resources stand beside it.</summary>
public sealed class TextosDeDocumentos;
