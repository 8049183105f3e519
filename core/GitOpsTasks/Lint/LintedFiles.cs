using GitOpsTasks.Edits;
using GitOpsTasks.Lint.Configuration;
using GitOpsTasks.Lint.Yaml;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint;

/// <summary>Finds the files that are checked.</summary>
internal static class LintedFiles
{
    // Its "off" and "on" are no traps, and its reader has told what is wrong.
    private static readonly TreePath s_configuration = TreePath.Parse(LintConfigFile.Name);

    /// <summary>
    /// The YAML files at or below some paths, ordered by path, each once. A file named itself counts whatever its name, and
    /// even where git ignores it. A link counts as the file of the tree that it leads to.
    /// </summary>
    public static async ValueTask<IReadOnlyList<TreePath>> FindAsync(
        IConfigTree tree, IReadOnlyList<TreePath> paths, LintSettings settings, CancellationToken cancellationToken)
    {
        var config = settings.Yaml!;
        var found = new List<TreePath>();
        foreach (var path in paths)
        {
            foreach (var entry in await tree.ListRecursivelyAsync(path, cancellationToken))
            {
                var isMeant = entry.Path == path || (entry.Path != s_configuration && IsYaml(entry.Path, config, settings));
                if (!isMeant || settings.Ignored?.Contains(entry.Path, path) is true)
                    continue;
                var file = LinkedFiles.FileOf(tree, entry);
                if (file is { } at && !config.Ignores(at.Value) && settings.Ignore?.Match(at.Value) is not true)
                    found.Add(at);
            }
        }

        IReadOnlyList<TreePath> files = paths.Count == 1 ? found : [.. found.Distinct().Order()];
        return settings.IncludesTemplates ? files : await HelmTemplates.ExcludeAsync(files, tree, cancellationToken);
    }

    /// <summary>The other YAML files of the tree, ordered by path.</summary>
    public static async ValueTask<IReadOnlyList<TreePath>> FindOthersAsync(
        IConfigTree tree, IReadOnlyList<TreePath> files, LintSettings settings, CancellationToken cancellationToken)
    {
        var known = files.ToHashSet();
        var all = await tree.ListRecursivelyAsync(TreePath.Root, cancellationToken);
        var others = all.Where(entry => entry.IsFile && YamlFiles.IsYaml(entry.Path) && !known.Contains(entry.Path)
            && settings.Ignored?.Contains(entry.Path, TreePath.Root) is not true).Select(entry => entry.Path).Order();
        return await HelmTemplates.ExcludeAsync([.. others], tree, cancellationToken);
    }

    // The configuration says which files are looked at as text; for the rest a kustomization of any name counts.
    private static bool IsYaml(TreePath path, YamlLintConfig config, LintSettings settings) =>
        config.IsYaml(path.Value) is not { } isText ? YamlFiles.IsYaml(path) : isText || (settings.IncludesManifests && YamlFiles.IsYaml(path));
}
