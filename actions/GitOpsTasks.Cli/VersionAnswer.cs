using System.Reflection;
using System.Text;

namespace GitOpsTasks.Cli;

/// <summary>The answer to <c>--version</c>, given before anything else is loaded.</summary>
internal static class VersionAnswer
{
    /// <summary>The version of this build, without the commit it was made from.</summary>
    public static string Version =>
        typeof(VersionAnswer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    /// <summary>Prints it on standard output.</summary>
    /// <returns>The exit code.</returns>
    public static int Print()
    {
        using var output = Console.OpenStandardOutput();
        output.Write(Encoding.UTF8.GetBytes(Version + "\n"));
        return 0;
    }
}
