namespace Sintra.Diccionario;

/// <summary>A step a state machine allows; what is not listed is forbidden.</summary>
/// <param name="De">Null: the birth.</param>
/// <param name="Permiso">What the person who takes the step needs.</param>
/// <param name="RequiereOtraPersona">Who acts is not who last wrote; in a referral, belongs to the destination.</param>
public sealed record Transicion(string? De, string A, Permiso Permiso, bool RequiereMotivo, bool RequiereOtraPersona, string? Nota);
