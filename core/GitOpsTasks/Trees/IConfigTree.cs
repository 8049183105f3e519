namespace GitOpsTasks.Trees;

/// <summary>A read-only snapshot of a configuration repository. Reading it twice gives the same.</summary>
public interface IConfigTree
{
    /// <summary>What the snapshot is of: a commit id, or <c>worktree</c>.</summary>
    string Revision { get; }

    /// <summary>Whether several threads may ask at the same time; else one after the other.</summary>
    bool IsSafeForThreads => false;

    /// <summary>
    /// Reads files; those that do not exist, or are no regular files, are missing from the answer. Ask for many at once:
    /// over a network each call costs round trips, not each file.
    /// </summary>
    ValueTask<IReadOnlyDictionary<TreePath, TreeFile>> ReadAsync(
        IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken);

    /// <summary>The entries of one folder, ordered by name; empty where it does not exist.</summary>
    ValueTask<IReadOnlyList<TreeEntry>> ListAsync(TreePath folder, CancellationToken cancellationToken);

    /// <summary>Every entry that is not a folder, at or below a path, ordered by path. A file lists itself.</summary>
    ValueTask<IReadOnlyList<TreeEntry>> ListRecursivelyAsync(TreePath folder, CancellationToken cancellationToken);
}
