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
        var found = (await _walk.FindAsync(paths, cancellationToken)).Where(step => step.At.IsFile).ToList();
        var blobs = await objects.BlobsAsync([.. found.Select(step => step.At.Id)], cancellationToken);
        var files = new Dictionary<TreePath, TreeFile>(found.Count);
        foreach (var step in found)
            files[step.Path] = new TreeFile(step.Path, blobs[step.At.Id].Content, step.At.Kind);
        return files;
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<TreeEntry>> ListAsync(TreePath folder, CancellationToken cancellationToken)
    {
        if (await FindAsync(folder, cancellationToken) is not { IsFolder: true } found)
            return [];
        var folders = await objects.FoldersAsync([found.Id], FetchReach.Itself, cancellationToken);
        return Sorted(folders[found.Id].Items.Select(item => new TreeStep(folder.Child(item.Name), [], item)));
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<TreeEntry>> ListRecursivelyAsync(TreePath folder, CancellationToken cancellationToken)
    {
        if (await FindAsync(folder, cancellationToken) is not { } found)
            return [];
        return found.IsFolder
            ? Sorted(await _walk.BelowAsync(folder, found, cancellationToken))
            : [new TreeEntry(folder, found.Kind)];
    }

    private static TreeEntry[] Sorted(IEnumerable<TreeStep> steps)
    {
        var sorted = steps.ToArray();
        Array.Sort(sorted, (a, b) => a.Path.CompareTo(b.Path));
        return Array.ConvertAll(sorted, step => new TreeEntry(step.Path, step.At.Kind));
    }

    private async Task<FolderItem?> FindAsync(TreePath path, CancellationToken cancellationToken) =>
        (await _walk.FindAsync([path], cancellationToken)) is [var step, ..] ? step.At : null;
}
