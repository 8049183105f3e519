using GitOpsTasks.Trees;

namespace GitOpsTasks.Edits;

/// <summary>Which files of a tree are configuration.</summary>
public static class YamlFiles
{
    private static readonly string[] s_vendored = ["node_modules", ".terraform"];
    private static readonly string[] s_otherJson = ["package", "tsconfig", "composer", "renovate", "jsconfig", "angular"];

    /// <summary>The YAML files at or below some paths, ordered by path, each once. A file named itself counts whatever its name.</summary>
    public static ValueTask<IReadOnlyList<TreePath>> FindAsync(
        IConfigTree tree, IReadOnlyList<TreePath> paths, CancellationToken cancellationToken) =>
        FindAsync(tree, paths, (path, _) => IsYaml(path), cancellationToken);

    /// <summary>
    /// The files that can name images, as <see cref="FindAsync(IConfigTree, IReadOnlyList{TreePath}, CancellationToken)"/> finds
    /// them: YAML, and JSON that is not the settings of a tool; not in folders that package managers fill, unless such a
    /// folder is named.
    /// </summary>
    public static ValueTask<IReadOnlyList<TreePath>> FindWithImagesAsync(
        IConfigTree tree, IReadOnlyList<TreePath> paths, CancellationToken cancellationToken) =>
        FindAsync(tree, paths, (path, below) => (IsYaml(path) || IsJson(path)) && !IsVendored(path.Value[below.Value.Length..]), cancellationToken);

    /// <summary>Whether a file is YAML by its name.</summary>
    public static bool IsYaml(TreePath path) =>
        path.Value.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || path.Value.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
        || path.Name == "Kustomization";

    private static async ValueTask<IReadOnlyList<TreePath>> FindAsync(
        IConfigTree tree, IReadOnlyList<TreePath> paths, Func<TreePath, TreePath, bool> counts, CancellationToken cancellationToken)
    {
        var found = new SortedSet<TreePath>();
        foreach (var path in paths)
        {
            foreach (var entry in await tree.ListRecursivelyAsync(path, cancellationToken))
            {
                if (entry.IsFile && (entry.Path == path || counts(entry.Path, path)))
                    found.Add(entry.Path);
            }
        }

        return [.. found];
    }

    private static bool IsJson(TreePath path) =>
        path.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !Array.Exists(s_otherJson, other => path.Name.StartsWith(other, StringComparison.Ordinal));

    private static bool IsVendored(string path) => path.Split('/').Any(s_vendored.Contains);
}
