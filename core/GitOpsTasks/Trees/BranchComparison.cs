namespace GitOpsTasks.Trees;

/// <summary>How a branch stands to the branch it is to be merged into.</summary>
/// <param name="Tip">The tip of the branch.</param>
/// <param name="Base">The tip of its base.</param>
public sealed record BranchComparison(IConfigTree Tip, IConfigTree Base)
{
    /// <summary>Whether the base has commits that the branch has not taken in.</summary>
    public bool IsBehind { get; init; }

    /// <summary>Whether the base has all of the branch: it was merged, or nothing was ever committed to it.</summary>
    public bool IsMerged { get; init; }

    /// <summary>Whether merging the branch would conflict; true also where that cannot be told.</summary>
    public bool IsConflicted { get; init; }

    /// <summary>The commits that the branch has and its base has not, newest first, without merges.</summary>
    public IReadOnlyList<HistoryCommit> Commits { get; init; } = [];
}
