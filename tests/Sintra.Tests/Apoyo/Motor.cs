using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Sintra.Tests.Apoyo;

/// <summary>The two engines SINTRA runs on; what touches data is tested on both.</summary>
public enum Motor
{
    Sqlite,
    Postgres,
}

/// <summary>
/// Runs a theory on both engines: the first parameter is the <see cref="Motor"/>, the rest are <paramref name="datos"/>.
/// May be repeated: <c>[Theory, AmbosMotores("a"), AmbosMotores("b")]</c> makes four tests.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AmbosMotoresAttribute(params object?[] datos) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Motor>().Select(motor => new TheoryDataRow([motor, .. datos]))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
