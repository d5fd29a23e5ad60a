namespace Sintra.Practica;

/// <summary>
/// Mexico's clock, which the making of a practice system sets back for what it writes: a register that was all captured this morning teaches nothing.
/// Only the flow that asked for it sees the earlier hour; whoever uses the system has the true one.
/// </summary>
public sealed class RelojDePractica : TimeProvider
{
    private readonly RelojDeMexico _verdadero = new();
    private readonly AsyncLocal<TimeSpan> _atraso = new();

    public override TimeZoneInfo LocalTimeZone => _verdadero.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => _verdadero.GetUtcNow() - _atraso.Value;

    /// <summary>Sets the clock back for the caller and what it awaits.</summary>
    internal void Atrasar(TimeSpan cuanto) => _atraso.Value = cuanto;
}
