using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Edits;

/// <summary>The files that images are looked for in.</summary>
public static class ConfigurationFiles
{
    /// <summary>Reads the YAML files at or below some paths, and the JSON files there that kustomizations name.</summary>
    /// <returns>The files by path, in the order of their paths.</returns>
    public static async ValueTask<IReadOnlyDictionary<TreePath, TreeFile>> ReadAsync(
        IConfigTree tree, IReadOnlyList<TreePath> paths, CancellationToken cancellationToken)
    {
        var candidates = await YamlFiles.FindAsync(tree, paths, cancellationToken);
        var files = await tree.ReadAsync(candidates, cancellationToken);
        var json = ReferencedJson.In(paths, files.Values).Where(path => !files.ContainsKey(path)).ToList();
        IEnumerable<TreeFile> all = json.Count == 0 ? files.Values : files.Values.Concat((await tree.ReadAsync(json, cancellationToken)).Values);
        return new SortedDictionary<TreePath, TreeFile>(all.ToDictionary(file => file.Path));
    }
}
