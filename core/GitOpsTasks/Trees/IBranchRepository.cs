using GitOpsTasks.Contracts;

namespace GitOpsTasks.Trees;

/// <summary>What pull requests need of a repository besides commits: how a branch stands to its base, history, and its end.</summary>
public interface IBranchRepository : IConfigRepository
{
    /// <summary>How a branch stands to its base, both as they are now; null where there is no such branch.</summary>
    /// <exception cref="TaskFailedException">The base does not exist, or the repository cannot be reached.</exception>
    Task<BranchComparison?> CompareAsync(string branch, string baseBranch, CancellationToken cancellationToken);

    /// <summary>
    /// The commits of a branch that changed something at or below some paths, newest first, as far back as history is looked
    /// at: a few hundred commits.
    /// </summary>
    /// <exception cref="TaskFailedException">The branch does not exist, or the repository cannot be reached.</exception>
    Task<IReadOnlyList<HistoryCommit>> HistoryAsync(string branch, IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken);

    /// <summary>A commit that <see cref="HistoryAsync"/> told of, as a snapshot.</summary>
    IConfigTree SnapshotOf(string commit);

    /// <summary>Deletes a branch if its tip is still the expected one (compare-and-swap).</summary>
    /// <returns>Whether the branch is gone; false where it moved meanwhile.</returns>
    /// <exception cref="TaskFailedException">The repository refuses, or cannot be reached.</exception>
    Task<bool> DeleteBranchAsync(string branch, string expected, CancellationToken cancellationToken);
}
