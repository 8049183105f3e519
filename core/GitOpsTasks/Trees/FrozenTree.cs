namespace GitOpsTasks.Trees;

/// <summary>
/// A tree whose files can change under it, held still for one run of an edit: what was read once reads the same again, so
/// that what the edit saw is what its result is checked against before it is written.
/// </summary>
/// <param name="below">The tree.</param>
internal sealed class FrozenTree(IConfigTree below) : IConfigTree
{
    private readonly Dictionary<TreePath, TreeFile?> _read = [];

    /// <inheritdoc />
    public string Revision => below.Revision;

    /// <inheritdoc />
    public async ValueTask<IReadOnlyDictionary<TreePath, TreeFile>> ReadAsync(
        IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken)
    {
        var unread = paths.Where(path => !_read.ContainsKey(path)).ToList();
        var files = await below.ReadAsync(unread, cancellationToken);
        foreach (var path in unread)
            _read[path] = files.GetValueOrDefault(path);
        return paths.Distinct().Select(path => _read[path]).OfType<TreeFile>().ToDictionary(file => file.Path);
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<TreeEntry>> ListAsync(TreePath folder, CancellationToken cancellationToken) =>
        below.ListAsync(folder, cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<TreeEntry>> ListRecursivelyAsync(TreePath folder, CancellationToken cancellationToken) =>
        below.ListRecursivelyAsync(folder, cancellationToken);
}
