using GitOpsTasks.Trees;

namespace GitOpsTasks.Forges.Repository;

/// <summary>Which files differ between two commits. Folders of the same id are the same and are not looked into.</summary>
/// <param name="objects">Gives folders.</param>
internal sealed class TreeDifference(ForgeObjects objects)
{
    /// <summary>The paths at which one of two root folders has a file that the other has not, or another.</summary>
    /// <param name="left">The id of the one.</param>
    /// <param name="right">The id of the other.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public async Task<HashSet<TreePath>> PathsAsync(string left, string right, CancellationToken cancellationToken)
    {
        var paths = new HashSet<TreePath>();
        var level = new List<(TreePath Path, string? Left, string? Right)> { (TreePath.Root, left, right) };
        while (level.Count > 0)
        {
            var folders = await objects.FoldersAsync(level.SelectMany(pair => new[] { pair.Left, pair.Right }).OfType<string>(), cancellationToken);
            var next = new List<(TreePath, string?, string?)>();
            foreach (var (path, one, other) in level)
                Compare(path, one is null ? ForgeFolder.Empty : folders[one], other is null ? ForgeFolder.Empty : folders[other], paths, next);
            level = next;
        }

        return paths;
    }

    private static void Compare(TreePath path, ForgeFolder left, ForgeFolder right, HashSet<TreePath> paths, List<(TreePath, string?, string?)> next)
    {
        foreach (var name in left.Entries.Concat(right.Entries).Select(entry => entry.Name).Distinct(StringComparer.Ordinal))
        {
            var (one, other) = (left.Find(name), right.Find(name));
            if (one?.Id == other?.Id && one?.Mode == other?.Mode)
                continue;
            if (one?.IsFolder == true || other?.IsFolder == true)
                next.Add((path.Child(name), FolderOf(one), FolderOf(other)));
            if (one?.IsFolder == false || other?.IsFolder == false)
                paths.Add(path.Child(name));
        }
    }

    private static string? FolderOf(ForgeEntry? entry) => entry?.IsFolder == true ? entry.Id : null;
}
