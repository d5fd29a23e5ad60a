namespace Sintra.Comun;

/// <summary>The installation is not set up so that it may run; the process ends with code 78 and this sentence.</summary>
/// <param name="mensaje">Spanish, says what to set, never a secret (a connection string, a password).</param>
public sealed class ConfiguracionException(string mensaje, Exception? causa = null) : Exception(mensaje, causa);
