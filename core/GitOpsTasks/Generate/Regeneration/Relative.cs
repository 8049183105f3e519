using GitOpsTasks.Trees;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>Paths as they are named from a folder.</summary>
internal static class Relative
{
    /// <summary>A path from a folder, with <c>..</c> where it is outside.</summary>
    public static string Path(TreePath folder, TreePath path)
    {
        var from = folder.Value.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var to = path.Value.Split('/');
        var shared = 0;
        while (shared < from.Length && shared < to.Length - 1 && from[shared] == to[shared])
            shared++;
        return string.Join('/', Enumerable.Repeat("..", from.Length - shared).Concat(to[shared..]));
    }
}
