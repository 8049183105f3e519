namespace GitOpsTasks.Hosts.Tests.Actions;

/// <summary>What a runner has of a step that ran an action.</summary>
/// <param name="ExitCode">The exit code of the container.</param>
/// <param name="Log">What it printed, both streams in the order it printed them.</param>
/// <param name="Outputs">What it set by GITHUB_OUTPUT.</param>
/// <param name="Summary">What it appended to GITHUB_STEP_SUMMARY.</param>
internal sealed record ActionRun(int ExitCode, string Log, IReadOnlyDictionary<string, string> Outputs, string Summary)
{
    /// <summary>The lines of the log that the runner takes for commands.</summary>
    public IReadOnlyList<string> Commands =>
        [.. Log.Split('\n').Where(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal))];

    /// <summary>The commands that annotate a pull request.</summary>
    public IReadOnlyList<string> Annotations => [.. Commands.Where(line =>
        line.StartsWith("::error ", StringComparison.Ordinal) || line.StartsWith("::warning ", StringComparison.Ordinal))];

    /// <summary>Everything a person would see of it, for the message of a failing test.</summary>
    public override string ToString() => $"exit code {ExitCode}\n{Log}\n{Summary}";
}
