namespace Sintra.Comun;

/// <summary>«Today» is the officials' today: after 18:00 in Mexico City it is already tomorrow in UTC.</summary>
public sealed class RelojDeMexico : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/Mexico_City");
}

public static class Momentos
{
    extension(TimeProvider reloj)
    {
        /// <summary>Now, UTC, cut to the microsecond: what PostgreSQL keeps, so that a MAC over it can be made again.</summary>
        public DateTime Ahora
        {
            get
            {
                var ahora = reloj.GetUtcNow().UtcDateTime;
                return ahora.AddTicks(-(ahora.Ticks % TimeSpan.TicksPerMicrosecond));
            }
        }

        /// <summary>The calendar day in Mexico.</summary>
        public DateOnly Hoy => DateOnly.FromDateTime(reloj.GetLocalNow().DateTime);
    }
}
