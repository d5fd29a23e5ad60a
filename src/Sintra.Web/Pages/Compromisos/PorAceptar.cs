using Sintra.Cuentas;

namespace Sintra.Web.Pages.Compromisos;

/// <summary>Texts to read and tick, at the welcome and whenever a new version begins.</summary>
/// <param name="Marcados">Ids already ticked, when the form comes back.</param>
public sealed record PorAceptar(IReadOnlyList<Compromiso> Compromisos, IReadOnlyCollection<Guid> Marcados);
