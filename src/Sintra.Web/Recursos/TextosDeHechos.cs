namespace Sintra.Web.Recursos;

/// <summary>Texts of the event, of an operation's persons and of the hotline's calls.</summary>
public sealed class TextosDeHechos;
