using GitOpsTasks.Trees;

namespace GitOpsTasks.Git;

/// <summary>A commit of a remote as a snapshot: folders and files are fetched when they are read.</summary>
/// <param name="objects">Gives objects.</param>
/// <param name="commit">The commit's id.</param>
internal sealed class CommitTree(ObjectStore objects, string commit) : IConfigTree
{
    private readonly TreeWalk _walk = new(objects, commit);

    /// <inheritdoc />
    public string Revision => commit;

    /// <inheritdoc />
    public async ValueTask<IReadOnlyDictionary<TreePath, TreeFile>> ReadAsync(
        IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken)
    {
        var files = (await _walk.FindAsync(paths, cancellationToken)).Where(found => found.Value.IsFile).ToList();
        var blobs = await objects.BlobsAsync([.. files.Select(file => file.Value.Id)], cancellationToken);
        return files.ToDictionary(file => file.Key, file => new TreeFile(file.Key, blobs[file.Value.Id], file.Value.Kind));
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<TreeEntry>> ListAsync(TreePath folder, CancellationToken cancellationToken)
    {
        if (await FindAsync(folder, cancellationToken) is not { IsFolder: true } found)
            return [];
        var folders = await objects.FoldersAsync([found.Id], FetchReach.Itself, cancellationToken);
        return [.. folders[found.Id].Items.Select(item => new TreeEntry(folder.Child(item.Name), item.Kind)).OrderBy(entry => entry.Path)];
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<TreeEntry>> ListRecursivelyAsync(TreePath folder, CancellationToken cancellationToken)
    {
        if (await FindAsync(folder, cancellationToken) is not { } found)
            return [];
        if (!found.IsFolder)
            return [new TreeEntry(folder, found.Kind)];
        var below = await _walk.BelowAsync(folder, found, cancellationToken);
        return [.. below.Select(entry => new TreeEntry(entry.Path, entry.Item.Kind)).OrderBy(entry => entry.Path)];
    }

    private async Task<FolderItem?> FindAsync(TreePath path, CancellationToken cancellationToken) =>
        (await _walk.FindAsync([path], cancellationToken)).GetValueOrDefault(path);
}
