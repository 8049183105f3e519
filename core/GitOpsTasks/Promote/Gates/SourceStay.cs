using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote.Gates;

/// <summary>How long the versions of a promotion have been in the source environment, as the history of its branch tells.</summary>
/// <param name="Commits">The commits of the source's folders that have the versions, newest first; the last brought them in.</param>
/// <param name="Replacement">The commit that took the versions out again; null where they are there.</param>
internal sealed record SourceStay(IReadOnlyList<HistoryCommit> Commits, HistoryCommit? Replacement)
{
    /// <summary>When they came in. What was there before history that is looked at came in earlier.</summary>
    public DateTimeOffset Since => Commits[^1].Time;
}
