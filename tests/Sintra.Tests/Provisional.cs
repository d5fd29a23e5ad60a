namespace Sintra.Tests;

public sealed class Provisional
{
    [Fact]
    public void Compila() => Sesion.Anonima.Permisos.ShouldBeEmpty();
}
