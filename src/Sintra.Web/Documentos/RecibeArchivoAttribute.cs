namespace Sintra.Web.Documentos;

/// <summary>
/// A page whose form brings a document. It alone takes more than other pages do, and what it brings is sealed as it arrives: the framework's own
/// reader would leave it in clear in a temporary folder.
/// </summary>
/// <param name="campo">Name of the file's field.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecibeArchivoAttribute(string campo) : Attribute
{
    public string Campo => campo;
}
