using GitOpsTasks.Edits;
using GitOpsTasks.Lint.Yaml;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint;

/// <summary>Finds the files that are checked.</summary>
internal static class LintedFiles
{
    /// <summary>The YAML files at or below some paths, ordered by path, each once. A file named itself counts whatever its name.</summary>
    public static async ValueTask<IReadOnlyList<TreePath>> FindAsync(
        IConfigTree tree, IReadOnlyList<TreePath> paths, YamlLintConfig config, bool includesTemplates, CancellationToken cancellationToken)
    {
        var found = new SortedSet<TreePath>();
        foreach (var path in paths)
        {
            foreach (var entry in await tree.ListRecursivelyAsync(path, cancellationToken))
            {
                if (entry.IsFile && (entry.Path == path || (config.IsYaml(entry.Path.Value) ?? YamlFiles.IsYaml(entry.Path)))
                    && !config.Ignores(entry.Path.Value))
                    found.Add(entry.Path);
            }
        }

        return includesTemplates ? [.. found] : await HelmTemplates.ExcludeAsync([.. found], tree, cancellationToken);
    }
}
