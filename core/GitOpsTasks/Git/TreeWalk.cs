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
    public async Task<IReadOnlyList<TreeStep>> FindAsync(IEnumerable<TreePath> paths, CancellationToken cancellationToken)
    {
        var found = new List<TreeStep>();
        var root = new FolderItem("", TreeEntryKind.Folder, await objects.RootOfAsync(commit, cancellationToken));
        var steps = new List<TreeStep>();
        foreach (var path in paths)
            steps.Add(new TreeStep(path, path.IsRoot ? [] : path.Value.Split('/'), root));
        var reach = FetchReach.Itself;
        for (var depth = 0; steps.Count > 0; depth++)
        {
            var level = depth;
            found.AddRange(steps.Where(step => step.Names.Length == level));
            steps.RemoveAll(step => step.Names.Length == level || !step.At.IsFolder);
            var folders = await objects.FoldersAsync([.. steps.Select(step => step.At.Id)], reach, cancellationToken);
            reach = steps.TrueForAll(step => folders[step.At.Id].Count >= Wide) ? FetchReach.Children : FetchReach.Itself;
            steps =
            [
                .. from step in steps
                   let next = folders[step.At.Id].Find(step.Names[level])
                   where next is not null
                   select step with { At = next },
            ];
        }

        return found;
    }

    /// <summary>Every entry below a folder that is not a folder itself, in no order.</summary>
    /// <param name="path">Where the folder is.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Ends fetching.</param>
    public async Task<IReadOnlyList<TreeStep>> BelowAsync(TreePath path, FolderItem folder, CancellationToken cancellationToken)
    {
        // What is below a path that was named is wanted whole; of everything, the folders alone are much already.
        var reach = path.IsRoot ? FetchReach.Trees : FetchReach.Everything;
        var found = new List<TreeStep>();
        var level = new List<TreeStep> { new(path, [], folder) };
        while (level.Count > 0)
        {
            var folders = await objects.FoldersAsync([.. level.Select(step => step.At.Id)], reach, cancellationToken);
            var entries = level.SelectMany(step => folders[step.At.Id].Items.Select(item => new TreeStep(step.Path.Child(item.Name), [], item))).ToList();
            found.AddRange(entries.Where(entry => !entry.At.IsFolder));
            level = entries.FindAll(entry => entry.At.IsFolder);
        }

        return found;
    }
}
