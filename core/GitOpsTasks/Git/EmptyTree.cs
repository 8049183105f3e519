using GitOpsTasks.Trees;

namespace GitOpsTasks.Git;

/// <summary>The snapshot of a branch that does not exist yet.</summary>
internal sealed class EmptyTree : IConfigTree
{
    /// <summary>The only instance.</summary>
    public static EmptyTree Instance { get; } = new();

    /// <inheritdoc />
    public string Revision => "";

    /// <inheritdoc />
    public ValueTask<IReadOnlyDictionary<TreePath, TreeFile>> ReadAsync(
        IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyDictionary<TreePath, TreeFile>>(new Dictionary<TreePath, TreeFile>());

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<TreeEntry>> ListAsync(TreePath folder, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<TreeEntry>>([]);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<TreeEntry>> ListRecursivelyAsync(TreePath folder, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<TreeEntry>>([]);
}
