using System.Reflection;

namespace Sintra.Web.Cara;

/// <summary>The version people read at the foot and tell the help desk.</summary>
internal static class VersionDeSintra
{
    public static readonly string Corta = typeof(VersionDeSintra).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
