using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;

namespace GitOpsTasks.Chain;

/// <summary>Every task there is, in the order of the help: what all hosts and the reference are made from.</summary>
public static class TaskCatalog
{
    /// <summary>The tasks by name; none of their declarations is made yet.</summary>
    public static IReadOnlyList<TaskEntry> Entries { get; } =
    [
        new("lint", LintTask.Summary, () => LintTask.Declaration),
        new("bump", BumpTask.Summary, () => BumpTask.Declaration),
    ];

    /// <summary>All declarations.</summary>
    public static IReadOnlyList<TaskDeclaration> All => [.. Entries.Select(entry => entry.Load())];
}
