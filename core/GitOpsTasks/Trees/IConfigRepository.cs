using GitOpsTasks.Contracts;

namespace GitOpsTasks.Trees;

/// <summary>Where configuration is kept: files on disk, a git repository, a forge.</summary>
public interface IConfigRepository
{
    /// <summary>The tip of a branch as a snapshot.</summary>
    /// <exception cref="TaskFailedException">The repository or branch does not exist, or cannot be reached.</exception>
    Task<IConfigTree> SnapshotAsync(string branch, CancellationToken cancellationToken);

    /// <summary>
    /// Runs the edit on the tip of the branch, commits what it wants and moves the branch if its tip is still the same
    /// (compare-and-swap, forward only). Where it moved, the edit runs again on the new tip, a bounded number of times with
    /// jittered waits. An edit that wants nothing commits nothing.
    /// </summary>
    /// <exception cref="TaskFailedException">Refused, unreachable, or the branch moved too often.</exception>
    Task<CommitOutcome> CommitAsync(CommitRequest request, CancellationToken cancellationToken);
}
