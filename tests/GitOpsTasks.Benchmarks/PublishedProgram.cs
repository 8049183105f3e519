using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GitOpsTasks.Benchmarks;

/// <summary>Programs compiled ahead of time, as they are shipped.</summary>
internal static class PublishedProgram
{
    /// <summary>Publishes the <c>gitops</c> command into a folder; returns its path.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="withRuntime">Whether it is compiled as one with the runtime, as in the container; else the machine's runtime runs it.</param>
    public static Task<string> GitOpsAsync(string folder, bool withRuntime) =>
        PublishAsync(Path.Combine(Root, "actions/GitOpsTasks.Cli"), Path.Combine(folder, "gitops"), "gitops", withRuntime);

    /// <summary>Publishes a project; returns the path of its program.</summary>
    public static async Task<string> PublishAsync(string project, string target, string name, bool withRuntime = false)
    {
        await Shell.RunAsync(
            "dotnet",
            ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", withRuntime ? "true" : "false", "-o", target, "-p:RunAnalyzers=false"]);
        return Path.Combine(target, OperatingSystem.IsWindows() ? name + ".exe" : name);
    }

    /// <summary>The root of this repository.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../.."));
}
