using GitOpsTasks.Trees;

namespace GitOpsTasks.Edits;

/// <summary>The files that images are looked for in.</summary>
public static class ConfigurationFiles
{
    /// <summary>Reads the files at or below some paths that can name images.</summary>
    /// <returns>The files by path, in the order of their paths.</returns>
    public static async ValueTask<IReadOnlyDictionary<TreePath, TreeFile>> ReadAsync(
        IConfigTree tree, IReadOnlyList<TreePath> paths, CancellationToken cancellationToken)
    {
        var candidates = await YamlFiles.FindWithImagesAsync(tree, paths, cancellationToken);
        var files = await tree.ReadAsync(candidates, cancellationToken);
        return new SortedDictionary<TreePath, TreeFile>(files.ToDictionary());
    }
}
