namespace Sintra.Tests.Apoyo;

public sealed class TotpTests
{
    /// <summary>RFC 6238, appendix B: the key is «12345678901234567890», the last six of the eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(2000000000, "279037")]
    public void Da_los_codigos_de_la_norma(long segundos, string codigo) =>
        Totp.Codigo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", new Parado(segundos)).ShouldBe(codigo);

    private sealed class Parado(long segundos) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(segundos);
    }
}
