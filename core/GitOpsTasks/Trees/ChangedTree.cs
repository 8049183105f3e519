namespace GitOpsTasks.Trees;

/// <summary>A snapshot as it would be with a change set applied: what a gate checks before anything is written.</summary>
/// <param name="below">The snapshot the changes are for.</param>
/// <param name="changes">The changes.</param>
public sealed class ChangedTree(IConfigTree below, ChangeSet changes) : IConfigTree
{
    private readonly Dictionary<TreePath, FileChange> _changes = changes.Files.ToDictionary(change => change.Path);

    /// <inheritdoc />
    public string Revision => below.Revision + "+changes";

    /// <inheritdoc />
    public bool IsSafeForThreads => below.IsSafeForThreads;

    /// <inheritdoc />
    public async ValueTask<IReadOnlyDictionary<TreePath, TreeFile>> ReadAsync(
        IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken)
    {
        var unchanged = paths.Where(path => !_changes.ContainsKey(path)).ToList();
        var files = new Dictionary<TreePath, TreeFile>(await below.ReadAsync(unchanged, cancellationToken));
        foreach (var path in paths)
        {
            if (_changes.TryGetValue(path, out var change) && change.Content is { } content)
                files[path] = new TreeFile(path, content, change.Kind);
        }

        return files;
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<TreeEntry>> ListAsync(TreePath folder, CancellationToken cancellationToken)
    {
        var entries = (await below.ListAsync(folder, cancellationToken)).ToDictionary(entry => entry.Path);
        foreach (var change in changes.Files.Where(change => change.Path.IsIn(folder) && change.Path != folder))
        {
            var child = ChildOf(folder, change.Path);
            if (change.Content is not null)
                entries[child] = new TreeEntry(child, child == change.Path ? change.Kind : TreeEntryKind.Folder);
            else if (child == change.Path || await IsGoneAsync(child, cancellationToken))
                entries.Remove(child);
        }

        return [.. entries.Values.OrderBy(entry => entry.Path)];
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<TreeEntry>> ListRecursivelyAsync(TreePath folder, CancellationToken cancellationToken)
    {
        var kept = (await below.ListRecursivelyAsync(folder, cancellationToken)).Where(entry => !_changes.ContainsKey(entry.Path));
        var written = changes.Files.Where(change => change.Content is not null && change.Path.IsIn(folder))
            .Select(change => new TreeEntry(change.Path, change.Kind));
        return [.. kept.Concat(written).OrderBy(entry => entry.Path)];
    }

    // A folder goes with its last file, as in git.
    private async ValueTask<bool> IsGoneAsync(TreePath folder, CancellationToken cancellationToken) =>
        (await ListRecursivelyAsync(folder, cancellationToken)).Count == 0;

    private static TreePath ChildOf(TreePath folder, TreePath path)
    {
        var child = path;
        while (child.Parent != folder)
            child = child.Parent;
        return child;
    }
}
