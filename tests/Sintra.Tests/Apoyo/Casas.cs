
[assembly: AssemblyFixture(typeof(Casas))]

namespace Sintra.Tests.Apoyo;

/// <summary>
/// The houses of a run: one an engine, made when first asked for and shared by all tests, so tests make what they need and count only that.
/// What must start empty, move the clock or break something asks for a new one.
/// </summary>
public sealed class Casas : IAsyncDisposable
{
    private readonly Dictionary<Motor, Lazy<Task<Casa>>> _casas = Enum.GetValues<Motor>()
        .ToDictionary(motor => motor, motor => new Lazy<Task<Casa>>(() => Casa.NuevaAsync(motor)));

    public Task<Casa> De(Motor motor) => _casas[motor].Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var casa in _casas.Values.Where(c => c.IsValueCreated && c.Value.IsCompletedSuccessfully))
        {
            await (await casa.Value).DisposeAsync();
        }
    }
}
