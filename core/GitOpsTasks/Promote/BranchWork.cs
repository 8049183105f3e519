using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote;

/// <summary>What stands on a promotion's branch, and whether it has to be written.</summary>
/// <param name="Comparison">How the branch stands to its base; null where there is none.</param>
/// <param name="IsNeeded">Whether something is to be committed.</param>
internal sealed record BranchWork(BranchComparison? Comparison, bool IsNeeded)
{
    /// <summary>Commits of others since the last of ours, newest first.</summary>
    public IReadOnlyList<HistoryCommit> Others { get; } =
        [.. (Comparison?.Commits ?? []).TakeWhile(commit => commit.Trailer("Gitops-Task") is null)];

    /// <summary>Whether it is to be committed although the branch says all that is wanted: for its base.</summary>
    public bool TakesInBase { get; private init; }

    /// <summary>Works it out.</summary>
    /// <param name="comparison">How the branch stands to its base.</param>
    /// <param name="isOnBranch">Whether the branch says all that is wanted.</param>
    /// <param name="when">When it takes in its base.</param>
    public static BranchWork Of(BranchComparison? comparison, bool isOnBranch, RefreshWhen when)
    {
        // What was merged and undone since has to be committed anew, or there is nothing to merge.
        var takesInBase = comparison is not null && (comparison.IsMerged || when switch
        {
            RefreshWhen.Always => comparison.IsBehind,
            RefreshWhen.Conflicted => comparison.IsConflicted,
            _ => false,
        });
        return new BranchWork(comparison, !isOnBranch || takesInBase) { TakesInBase = takesInBase };
    }

    /// <summary>A note on commits of others; null where there are none.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="isReplaced">Whether the files are made anew without what they changed.</param>
    public Diagnostic? NoteOnOthers(string branch, bool isReplaced)
    {
        if (Others.Count == 0)
            return null;
        var told = string.Join("; ", Others.Take(5).Select(commit =>
            $"{commit.Id[..10]} by {PromotionText.Line(commit.Author.Name)}: {PromotionText.Line(commit.Subject)} ({string.Join(", ", commit.Files.Take(5).Select(PromotionText.Line))})"));
        return Diagnostic.Warning(
            PromoteCodes.CommitsOfOthers,
            $"Others have commits on '{branch}': {told}{(Others.Count > 5 ? $"; and {Others.Count - 5} more" : "")}.",
            isReplaced ? "They stay in its history, but the files were made anew without them: make such changes on the base instead." : "The branch was left as it is.");
    }
}
