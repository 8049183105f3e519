using System.Collections;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests;

/// <summary>Runs the real <c>dotnet</c>, as a person would in a folder.</summary>
internal static class DotNet
{
    private static readonly string[] Hidden = ["GITHUB_", "MSBUILD", "TF_BUILD", "CI"];

    /// <summary>Runs it with a memory of its own for tools: the user's would keep the path of a tool that a test restored.</summary>
    public static Task<ProcessResult> RunToolAsync(string folder, params string[] args) =>
        RunAtHomeAsync(folder, Path.Combine(folder, ".dotnet-home"), args);

    /// <summary>The same in a folder where that memory cannot be.</summary>
    public static Task<ProcessResult> RunAtHomeAsync(string folder, string home, params string[] args) =>
        RunAsync(folder, Environment().With([new("DOTNET_CLI_HOME", home)]), args);

    /// <summary>Runs it as for a person who is new to the machine: HOME is in the folder.</summary>
    public static Task<ProcessResult> RunAsNewcomerAsync(string folder, params string[] args)
    {
        var home = Directory.CreateDirectory(Path.Combine(folder, ".newcomer")).FullName;
        return RunAsync(folder, Environment().With([new("HOME", home), new("USERPROFILE", home), new("DOTNET_CLI_HOME", null), new("NUGET_PACKAGES", null)]), args);
    }

    public static Task<ProcessResult> RunAsync(string folder, params string[] args) => RunAsync(folder, Environment(), args);

    /// <summary>Runs it with further variables.</summary>
    public static Task<ProcessResult> RunWithAsync(string folder, IReadOnlyDictionary<string, string> variables, string[] args) =>
        RunAsync(folder, Environment().With(variables.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))), args);

    private static async Task<ProcessResult> RunAsync(string folder, EnvironmentSnapshot environment, string[] args)
    {
        var command = new ProcessCommand("dotnet", args)
        {
            WorkingDirectory = folder,
            Environment = environment,
            Deadline = TimeSpan.FromMinutes(5),
        };
        return await SystemProcessRunner.RunAsync(command, TestContext.Current.CancellationToken);
    }

    // The environment of the tests, without what would make a program believe that it runs inside another build.
    internal static EnvironmentSnapshot Environment()
    {
        var own = from DictionaryEntry variable in System.Environment.GetEnvironmentVariables()
                  let name = (string)variable.Key
                  where !Hidden.Any(hidden => name.StartsWith(hidden, StringComparison.OrdinalIgnoreCase))
                  select KeyValuePair.Create(name, (string?)variable.Value ?? "");
        return new EnvironmentSnapshot(own).With(
        [
            new("MSBUILDDISABLENODEREUSE", "1"),
            new("DOTNET_NOLOGO", "1"),
            new("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
            new("NO_COLOR", "1"),
        ]);
    }
}
