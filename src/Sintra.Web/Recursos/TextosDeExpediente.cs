namespace Sintra.Web.Recursos;

/// <summary>Names the texts of a file's life (steps, condition, consents, versions): <c>TextosDeExpediente.resx</c> is es-MX and the source, <c>.en.resx</c> the second language.</summary>
public sealed class TextosDeExpediente;
