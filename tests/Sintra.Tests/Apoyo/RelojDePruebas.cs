namespace Sintra.Tests.Apoyo;

/// <summary>Mexico's clock, which a test may move forward. Move it only in a house of your own: others share the shared ones.</summary>
public sealed class RelojDePruebas : TimeProvider
{
    private readonly RelojDeMexico _verdadero = new();
    private long _adelanto;

    public override TimeZoneInfo LocalTimeZone => _verdadero.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => _verdadero.GetUtcNow().AddTicks(Interlocked.Read(ref _adelanto));

    public void Adelantar(TimeSpan cuanto) => Interlocked.Add(ref _adelanto, cuanto.Ticks);
}
