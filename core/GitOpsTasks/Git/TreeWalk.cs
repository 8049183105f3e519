using GitOpsTasks.Trees;

namespace GitOpsTasks.Git;

/// <summary>Ways through the folders of a commit, level by level: the folders of a level are asked for together.</summary>
/// <param name="objects">Gives the folders.</param>
/// <param name="commit">The commit's id.</param>
internal sealed class TreeWalk(ObjectStore objects, string commit)
{
    // One of so many is small, such as one application of all: the folders in it come along. What is in the many does not.
    private const int Wide = 100;

    /// <summary>What stands at some paths; those at which there is nothing, or beyond a symbolic link, are left out.</summary>
    public async Task<IReadOnlyDictionary<TreePath, FolderItem>> FindAsync(IEnumerable<TreePath> paths, CancellationToken cancellationToken)
    {
        var found = new Dictionary<TreePath, FolderItem>();
        var root = new FolderItem("", TreeEntryKind.Folder, await objects.RootOfAsync(commit, cancellationToken));
        var walks = paths.Distinct().Select(path => (Path: path, Parts: path.IsRoot ? [] : path.Value.Split('/'), At: root)).ToList();
        var reach = FetchReach.Itself;
        for (var depth = 0; walks.Count > 0; depth++)
        {
            foreach (var (path, _, at) in walks.Where(walk => walk.Parts.Length == depth))
                found[path] = at;
            walks = [.. walks.Where(walk => walk.Parts.Length > depth && walk.At.IsFolder)];
            var folders = await objects.FoldersAsync([.. walks.Select(walk => walk.At.Id).Distinct(StringComparer.Ordinal)], reach, cancellationToken);
            reach = walks.All(walk => folders[walk.At.Id].Count >= Wide) ? FetchReach.Children : FetchReach.Itself;
            var level = depth;
            walks =
            [
                .. from walk in walks
                   let next = folders[walk.At.Id].Find(walk.Parts[level])
                   where next is not null
                   select (walk.Path, walk.Parts, next),
            ];
        }

        return found;
    }

    /// <summary>Every entry below a folder that is not a folder itself, in no order.</summary>
    /// <param name="path">Where the folder is.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Ends fetching.</param>
    public async Task<IReadOnlyList<(TreePath Path, FolderItem Item)>> BelowAsync(TreePath path, FolderItem folder, CancellationToken cancellationToken)
    {
        // What is below a path that was named is wanted whole; of everything, the folders alone are much already.
        var reach = path.IsRoot ? FetchReach.Trees : FetchReach.Everything;
        var found = new List<(TreePath, FolderItem)>();
        var level = new List<(TreePath Path, string Id)> { (path, folder.Id) };
        while (level.Count > 0)
        {
            var folders = await objects.FoldersAsync([.. level.Select(at => at.Id).Distinct(StringComparer.Ordinal)], reach, cancellationToken);
            var entries = level.SelectMany(at => folders[at.Id].Items.Select(item => (Path: at.Path.Child(item.Name), Item: item))).ToList();
            found.AddRange(entries.Where(entry => !entry.Item.IsFolder));
            level = [.. entries.Where(entry => entry.Item.IsFolder).Select(entry => (entry.Path, entry.Item.Id))];
        }

        return found;
    }
}
