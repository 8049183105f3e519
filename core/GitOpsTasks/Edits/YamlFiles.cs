using GitOpsTasks.Trees;

namespace GitOpsTasks.Edits;

/// <summary>Which files of a tree are configuration.</summary>
public static class YamlFiles
{
    /// <summary>The YAML files at or below some paths, ordered by path, each once. A file named itself counts whatever its name.</summary>
    public static async ValueTask<IReadOnlyList<TreePath>> FindAsync(
        IConfigTree tree, IReadOnlyList<TreePath> paths, CancellationToken cancellationToken)
    {
        var found = new SortedSet<TreePath>();
        foreach (var path in paths)
        {
            foreach (var entry in await tree.ListRecursivelyAsync(path, cancellationToken))
            {
                if (entry.IsFile && (entry.Path == path || IsYaml(entry.Path)))
                    found.Add(entry.Path);
            }
        }

        return [.. found];
    }

    /// <summary>Whether a file is YAML by its name.</summary>
    public static bool IsYaml(TreePath path) =>
        path.Value.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || path.Value.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
        || path.Name == "Kustomization";
}
