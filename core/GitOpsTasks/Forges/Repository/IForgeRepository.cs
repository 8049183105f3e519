using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Forges.Repository;

/// <summary>
/// One repository behind a forge's API: its objects by their ids, and commits that move a branch forward only. Branches are
/// named without <c>refs/heads/</c>.
/// </summary>
internal interface IForgeRepository
{
    /// <summary>The commit at the tip of a branch; null where there is no such branch.</summary>
    /// <exception cref="TaskFailedException">The forge refused or could not be reached.</exception>
    Task<ForgeCommit?> TipAsync(string branch, CancellationToken cancellationToken);

    /// <summary>Folders by the ids of their trees. Asked for together, so that a forge that can answers them by one request.</summary>
    /// <exception cref="TaskFailedException">One is missing or too large, or the forge refused or could not be reached.</exception>
    Task<IReadOnlyDictionary<string, ForgeFolder>> FoldersAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>A folder and all folders below it by the ids of their trees; null where they are too many for one answer.</summary>
    /// <exception cref="TaskFailedException">The forge refused or could not be reached.</exception>
    Task<IReadOnlyDictionary<string, ForgeFolder>?> BelowAsync(string id, CancellationToken cancellationToken);

    /// <summary>The contents of files by the ids of their blobs, checked against the ids.</summary>
    /// <exception cref="TaskFailedException">One is missing or another than its id says, or the forge refused or could not be reached.</exception>
    Task<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> BlobsAsync(IReadOnlyCollection<ForgeEntry> files, CancellationToken cancellationToken);

    /// <summary>
    /// Commits a change and moves its branch there, if the branch is still at the tip that was read; a branch that was not
    /// there is made.
    /// </summary>
    /// <exception cref="TaskFailedException">The forge refuses for good, or cannot be reached.</exception>
    Task<ForgeWrite> CommitAsync(ForgeChange change, CancellationToken cancellationToken);

    /// <summary>Whether a commit is the tip of a branch or in its history.</summary>
    /// <exception cref="TaskFailedException">The forge refused or could not be reached.</exception>
    Task<bool> HoldsAsync(string branch, string commit, CancellationToken cancellationToken);

    /// <summary>A commit by its id.</summary>
    /// <exception cref="TaskFailedException">There is none, or the forge refused or could not be reached.</exception>
    Task<ForgeCommit> CommitAsync(string id, CancellationToken cancellationToken);

    /// <summary>How a commit stands to another, both by their ids; null where they come from nothing in common.</summary>
    /// <exception cref="TaskFailedException">The forge refused or could not be reached.</exception>
    Task<ForgeComparison?> CompareAsync(string from, string to, CancellationToken cancellationToken);

    /// <summary>The history of a commit, the newest first, a page at a time.</summary>
    /// <exception cref="TaskFailedException">The forge refused or could not be reached.</exception>
    IAsyncEnumerable<IReadOnlyList<ForgeLogEntry>> LogAsync(string commit, CancellationToken cancellationToken);

    /// <summary>The ids of commits in the history of one that changed something at or below some paths: the newest hundred of each path.</summary>
    /// <exception cref="TaskFailedException">The forge refused or could not be reached.</exception>
    Task<IReadOnlySet<string>> TouchingAsync(string commit, IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken);

    /// <summary>The files a commit changed, at most some hundreds of them.</summary>
    /// <exception cref="TaskFailedException">The forge refused or could not be reached.</exception>
    Task<IReadOnlyList<string>> FilesAsync(string commit, CancellationToken cancellationToken);

    /// <summary>Deletes a branch; one that is gone already stays gone.</summary>
    /// <exception cref="TaskFailedException">The forge refused or could not be reached.</exception>
    Task DeleteAsync(string branch, CancellationToken cancellationToken);
}
