namespace GitOpsTasks.Trees;

/// <summary>Tells which paths of a tree lie behind symbolic links; looks at each folder once.</summary>
/// <param name="tree">The tree.</param>
internal sealed class LinkedPaths(WorkTree tree)
{
    private readonly Dictionary<TreePath, bool> _known = [];

    /// <summary>Whether a link stands anywhere on the way from the root to the path, itself included.</summary>
    public bool IsBehindLink(TreePath path)
    {
        var isBehind = false;
        var at = path;
        for (; !at.IsRoot && !_known.TryGetValue(at, out isBehind); at = at.Parent)
        {
            if (isBehind = DiskEntry.IsLink(new FileInfo(tree.FullPath(at))))
                break;
        }

        // At the first link or the first path known already, all below it are as it is.
        for (var below = path; !below.IsRoot && below != at; below = below.Parent)
            _known[below] = isBehind;
        if (!at.IsRoot)
            _known[at] = isBehind;
        return isBehind;
    }
}
