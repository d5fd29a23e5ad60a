namespace Sintra.Web.Recursos;

/// <summary>Names the texts of accounts and sign-in: <c>TextosDeCuentas.resx</c> is es-MX and the source, <c>TextosDeCuentas.en.resx</c> the second language.</summary>
public sealed class TextosDeCuentas;
