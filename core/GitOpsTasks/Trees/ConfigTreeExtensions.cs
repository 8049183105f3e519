namespace GitOpsTasks.Trees;

/// <summary>What callers want of a tree beyond its few primitives.</summary>
public static class ConfigTreeExtensions
{
    /// <summary>Reads one file; null where it does not exist.</summary>
    public static async ValueTask<TreeFile?> ReadAsync(
        this IConfigTree tree, TreePath path, CancellationToken cancellationToken) =>
        (await tree.ReadAsync([path], cancellationToken)).GetValueOrDefault(path);
}
