namespace Sintra.Comun;

/// <summary>
/// Marks a text column that identifies or describes a person. Logs, exports and statistics leave it out.
/// A test fails when a text column carries neither this nor <see cref="DatoPublicoAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DatoPersonalAttribute : Attribute;

/// <summary>Marks a text column that says nothing of a person: a code, a key, a configured text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DatoPublicoAttribute : Attribute;
