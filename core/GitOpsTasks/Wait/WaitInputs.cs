using GitOpsTasks.Config;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Wait;

/// <summary>The inputs of <see cref="WaitTask"/>.</summary>
public static class WaitInputs
{
    private const int ShortestCommit = 7;
    private const int LongestCommit = 64;

    /// <summary>The commit.</summary>
    public static TaskInput<string> Commit { get; } =
        new("commit", InputKind.Text, "The commit whose statuses and checks are waited for.", values => CommitOf(values[^1])) { Placeholder = "SHA", Required = true };

    /// <summary>The names that are waited for.</summary>
    public static TaskInput<IReadOnlyList<string>> Context { get; } =
        TaskInput.TextList("context", "NAME", "A commit status or check run that has to be successful; * stands for any text.") with { Required = true };

    /// <summary>How long they are waited for.</summary>
    public static TaskInput<TimeSpan> Timeout { get; } =
        new("timeout", InputKind.Text, "How long it waits, such as 90s or 1h30m.",
            values => values.Count == 0 ? TimeSpan.FromMinutes(30) : DurationText.Parse(values[^1])) { Placeholder = "DURATION", Default = "30m" };

    /// <summary>Whether a failure is waited out.</summary>
    public static TaskInput<bool> KeepWaiting { get; } =
        TaskInput.Flag("keep-waiting", "Waits on where one failed, as an agent may yet come round or a check be run again.");

    /// <summary>The configuration file.</summary>
    public static TaskInput<string> Config { get; } =
        TaskInput.TextOr("config", "FILE", "gitops.yaml", "The configuration, which may name the repository.");

    /// <summary>The repository.</summary>
    public static TaskInput<string?> Repository { get; } =
        TaskInput.Text("repository", "URL", "The repository of the commit, where that is not the configuration repository.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } = [Commit, Context, Timeout, KeepWaiting, Config, Repository];

    private static string CommitOf(string text) =>
        text.Length is >= ShortestCommit and <= LongestCommit && text.All(char.IsAsciiHexDigit)
            ? text.ToLowerInvariant()
            : throw new FormatException("Write the id of a commit, in hexadecimal digits.");
}
