using System.Collections.Concurrent;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint;

/// <summary>
/// A tree that several layers look at, at the same time: each folder is listed once, and a tree that is not made for several
/// threads is asked by one at a time.
/// </summary>
/// <param name="below">The tree.</param>
internal sealed class SharedTree(IConfigTree below) : IConfigTree
{
    private readonly ConcurrentDictionary<TreePath, Lazy<Task<IReadOnlyList<TreeEntry>>>> _folders = new();
    private readonly ConcurrentDictionary<TreePath, Lazy<Task<IReadOnlyList<TreeEntry>>>> _below = new();
    private readonly SemaphoreSlim? _turn = below.IsSafeForThreads ? null : new SemaphoreSlim(1);

    /// <summary>The absolute folder the tree is in, for programs that read it; null where it is in none.</summary>
    public string? Folder => (below as WorkTree)?.RootPath;

    /// <inheritdoc />
    public string Revision => below.Revision;

    /// <inheritdoc />
    public bool IsSafeForThreads => true;

    /// <inheritdoc />
    public ValueTask<IReadOnlyDictionary<TreePath, TreeFile>> ReadAsync(
        IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken) =>
        InTurnAsync(() => below.ReadAsync(paths, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<TreeEntry>> ListAsync(TreePath folder, CancellationToken cancellationToken) =>
        OnceAsync(_folders, folder, () => below.ListAsync(folder, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<TreeEntry>> ListRecursivelyAsync(TreePath folder, CancellationToken cancellationToken) =>
        OnceAsync(_below, folder, () => below.ListRecursivelyAsync(folder, cancellationToken), cancellationToken);

    private ValueTask<IReadOnlyList<TreeEntry>> OnceAsync(
        ConcurrentDictionary<TreePath, Lazy<Task<IReadOnlyList<TreeEntry>>>> known,
        TreePath path,
        Func<ValueTask<IReadOnlyList<TreeEntry>>> list,
        CancellationToken cancellationToken) =>
        new(known.GetOrAdd(path, _ => new(() => InTurnAsync(list, cancellationToken).AsTask())).Value);

    private async ValueTask<T> InTurnAsync<T>(Func<ValueTask<T>> ask, CancellationToken cancellationToken)
    {
        if (_turn is null)
            return await ask();
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await ask();
        }
        finally
        {
            _turn.Release();
        }
    }
}
