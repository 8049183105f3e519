using GitOpsTasks.Chain;
using GitOpsTasks.Cli;
using GitOpsTasks.Processes;
using GitOpsTasks.SampleHost;

namespace GitOpsTasks.Hosts.Tests.Cli;

/// <summary>One run of the command in this process, over the sample catalog.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    public static Task<CommandRun> Of(params string[] args) => With([], args);

    public static Task<CommandRun> With(Dictionary<string, string> environment, params string[] args) =>
        Over(SampleCatalog.Entries, environment, args);

    public static async Task<CommandRun> Over(
        IReadOnlyList<TaskEntry> catalog, Dictionary<string, string> environment, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var streams = new HostStreams(output, error, Path.GetTempPath());
        var exitCode = await GitOpsCommand.RunAsync(
            args, streams, new EnvironmentSnapshot(environment), catalog, TestContext.Current.CancellationToken);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The lines a GitHub runner would take for commands, from both streams.</summary>
    public IEnumerable<string> GitHubCommands => Lines.Where(line =>
        line.TrimStart().StartsWith("::", StringComparison.Ordinal) || line.Contains("##[", StringComparison.Ordinal));

    /// <summary>The lines an Azure agent would take for commands, from both streams.</summary>
    public IEnumerable<string> AzureCommands => Lines.Where(line =>
        line.Contains("##vso[", StringComparison.Ordinal) || line.Contains("##[", StringComparison.Ordinal));

    private string[] Lines => $"{Out}\n{Error}".Split('\n', '\r');
}
