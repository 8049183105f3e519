using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GitOpsTasks.Benchmarks;

/// <summary>Programs as they are shipped: framework-dependent and ReadyToRun.</summary>
internal static class PublishedProgram
{
    /// <summary>Publishes the <c>gitops</c> command into a folder; returns its path.</summary>
    public static Task<string> GitOpsAsync(string folder) =>
        PublishAsync(Path.Combine(Root(), "actions/GitOpsTasks.Cli"), Path.Combine(folder, "gitops"), "gitops");

    /// <summary>Publishes a project; returns the path of its program.</summary>
    public static async Task<string> PublishAsync(string project, string target, string name)
    {
        await Shell.RunAsync(
            "dotnet",
            ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-o", target]);
        return Path.Combine(target, OperatingSystem.IsWindows() ? name + ".exe" : name);
    }

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../.."));
}
