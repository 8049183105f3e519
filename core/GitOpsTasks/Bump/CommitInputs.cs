using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Bump;

/// <summary>The inputs of <see cref="BumpTask"/> that shape its commit and the attempts to push it.</summary>
public static class CommitInputs
{
    /// <summary>The commit message.</summary>
    public static TaskInput<MessageTemplate?> Message { get; } =
        new("message", InputKind.Text, $"The commit message, with {string.Join(", ", MessageTemplate.Placeholders.Select(name => $"{{{name}}}"))}.",
            values => values.Count == 0 ? null : MessageTemplate.Parse(values[^1])) { Placeholder = "TEMPLATE" };

    /// <summary>Further trailers.</summary>
    public static TaskInput<IReadOnlyList<CommitTrailer>> Trailer { get; } =
        new("trailer", InputKind.TextList, "A trailer of the commit message.", values => [.. values.Select(CommitTrailer.Parse)]) { Placeholder = "KEY=VALUE" };

    /// <summary>Who wrote the change.</summary>
    public static TaskInput<CommitIdentity?> Author { get; } =
        Identity("author", "The author of the commit. Default: whom GIT_AUTHOR_* or git's configuration name.");

    /// <summary>Who committed it.</summary>
    public static TaskInput<CommitIdentity?> Committer { get; } =
        Identity("committer", "The committer. Default: whom GIT_COMMITTER_* or git's configuration name.");

    /// <summary>Whether the commit is marked so that it starts no pipeline.</summary>
    public static TaskInput<SkipCi> SkipCi { get; } =
        TaskInput.Choice("skip-ci", Bump.SkipCi.Auto, "Marks the commit with [skip ci]; auto does so on the branch the pipeline itself runs for.");

    /// <summary>How often to try again.</summary>
    public static TaskInput<int> Retries { get; } =
        TaskInput.Number("retries", "N", RetryLimits.Default.Retries, "How often a push is tried again where others were first.");

    /// <summary>How long to try again.</summary>
    public static TaskInput<TimeSpan> RetryFor { get; } =
        new("retry-for", InputKind.Text, "How long a push is tried again, such as 90s or 1h30m.",
            values => values.Count == 0 ? RetryLimits.Default.For : DurationText.Parse(values[^1])) { Placeholder = "DURATION", Default = "15m" };

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<TaskInput> All { get; } = [Message, Trailer, Author, Committer, SkipCi, Retries, RetryFor];

    private static TaskInput<CommitIdentity?> Identity(string name, string description) =>
        new(name, InputKind.Text, description, values => values.Count == 0 ? null : CommitIdentity.Parse(values[^1])) { Placeholder = "NAME <MAIL>" };
}
