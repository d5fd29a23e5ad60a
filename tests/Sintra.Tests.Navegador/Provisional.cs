namespace Sintra.Tests.Navegador;

public sealed class Provisional
{
    [Fact]
    public void Compila() => Sesion.Anonima.Permisos.ShouldBeEmpty();
}
