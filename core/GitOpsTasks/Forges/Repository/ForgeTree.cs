using GitOpsTasks.Trees;

namespace GitOpsTasks.Forges.Repository;

/// <summary>A commit on a forge as a snapshot: folders are read level by level, files together, both when they are asked for.</summary>
/// <param name="objects">Gives objects.</param>
/// <param name="commit">The commit's id.</param>
/// <param name="rootTree">The id of its root folder.</param>
internal sealed class ForgeTree(ForgeObjects objects, string commit, Func<CancellationToken, ValueTask<string>> rootTree) : IConfigTree
{
    private const string FolderMode = "040000";

    /// <summary>A commit that was read.</summary>
    public ForgeTree(ForgeObjects objects, ForgeCommit commit)
        : this(objects, commit.Id, _ => ValueTask.FromResult(commit.Tree))
    {
    }

    /// <inheritdoc />
    public string Revision => commit;

    /// <inheritdoc />
    public async ValueTask<IReadOnlyDictionary<TreePath, TreeFile>> ReadAsync(
        IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken)
    {
        var found = (await FindAsync(paths, cancellationToken)).Where(place => place.At.IsFile).ToList();
        var blobs = await objects.BlobsAsync(found.Select(place => place.At), cancellationToken);
        var files = new Dictionary<TreePath, TreeFile>(found.Count);
        foreach (var (path, entry) in found)
            files[path] = new TreeFile(path, blobs[entry.Id], entry.Kind);
        return files;
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<TreeEntry>> ListAsync(TreePath folder, CancellationToken cancellationToken)
    {
        if (await FindAsync([folder], cancellationToken) is not [{ At: { IsFolder: true } found }])
            return [];
        var folders = await objects.FoldersAsync([found.Id], cancellationToken);
        return Sorted(folders[found.Id].Entries.Select(entry => new TreeEntry(folder.Child(entry.Name), entry.Kind)));
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<TreeEntry>> ListRecursivelyAsync(TreePath folder, CancellationToken cancellationToken)
    {
        if (await FindAsync([folder], cancellationToken) is not [{ At: var found }])
            return [];
        if (!found.IsFolder)
            return [new TreeEntry(folder, found.Kind)];
        await objects.ReadBelowAsync(found.Id, cancellationToken);
        var entries = new List<TreeEntry>();
        for (List<(TreePath Path, ForgeEntry At)> level = [(folder, found)]; level.Count > 0;)
        {
            var folders = await objects.FoldersAsync(level.Select(place => place.At.Id), cancellationToken);
            var below = level.SelectMany(place => folders[place.At.Id].Entries.Select(entry => (Path: place.Path.Child(entry.Name), At: entry))).ToList();
            entries.AddRange(below.Where(place => !place.At.IsFolder).Select(place => new TreeEntry(place.Path, place.At.Kind)));
            level = below.FindAll(place => place.At.IsFolder);
        }

        return Sorted(entries);
    }

    // What stands at some paths; those at which there is nothing, or beyond a symbolic link, are left out.
    private async Task<List<(TreePath Path, ForgeEntry At)>> FindAsync(IEnumerable<TreePath> paths, CancellationToken cancellationToken)
    {
        var root = new ForgeEntry("", FolderMode, await rootTree(cancellationToken));
        var found = new List<(TreePath, ForgeEntry)>();
        var ways = paths.Distinct().Select(path => (Path: path, Names: path.IsRoot ? [] : path.Value.Split('/'), At: root)).ToList();
        for (var depth = 0; ways.Count > 0; depth++)
        {
            var level = depth;
            found.AddRange(ways.Where(way => way.Names.Length == level).Select(way => (way.Path, way.At)));
            ways.RemoveAll(way => way.Names.Length == level || !way.At.IsFolder);
            var folders = await objects.FoldersAsync(ways.Select(way => way.At.Id), cancellationToken);
            ways =
            [
                .. from way in ways
                   let next = folders[way.At.Id].Find(way.Names[level])
                   where next is not null
                   select (way.Path, way.Names, next),
            ];
        }

        return found;
    }

    private static TreeEntry[] Sorted(IEnumerable<TreeEntry> entries)
    {
        var sorted = entries.ToArray();
        Array.Sort(sorted, (a, b) => a.Path.CompareTo(b.Path));
        return sorted;
    }
}
