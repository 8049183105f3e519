using GitOpsTasks.Trees;

namespace GitOpsTasks.Reporting;

/// <summary>What a commit changed, or would change, as one diff.</summary>
public static class ChangeDiff
{
    /// <summary>The unified diffs of all files, in their order.</summary>
    public static string Render(CommitOutcome outcome) => string.Concat(
        outcome.Changes.Files.Select(change => UnifiedDiff.Render(
            change.Path.Value,
            outcome.Before.TryGetValue(change.Path, out var before) ? before.Content : default(ReadOnlyMemory<byte>?),
            change.Content)));
}
