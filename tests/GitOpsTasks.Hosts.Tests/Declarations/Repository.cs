using System.Runtime.CompilerServices;

namespace GitOpsTasks.Hosts.Tests.Declarations;

/// <summary>The files of this repository, as they were when the tests were built.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath("../../..", Here());

    public static string PathOf(string file) => Path.Combine(Root, file);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
