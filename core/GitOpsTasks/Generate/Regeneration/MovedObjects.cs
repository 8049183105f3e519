using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>Finds objects whose file was renamed, moved, or put into another one.</summary>
/// <param name="tree">The files.</param>
/// <param name="folder">Where to look, beside the folder the file was in.</param>
internal sealed class MovedObjects(IConfigTree tree, TreePath folder)
{
    private static readonly string[] s_identity = ["apiVersion", "kind", "metadata.name", "metadata.namespace"];

    /// <summary>Where missing objects are now; those that are nowhere, or not clearly somewhere, are left out.</summary>
    /// <param name="missing">The objects by the path where they were.</param>
    /// <param name="known">Paths of files that are generated, which hold an object of their own.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public async ValueTask<IReadOnlyDictionary<TreePath, CurrentObject>> FindAsync(
        IReadOnlyDictionary<TreePath, YamlMap> missing, IReadOnlySet<TreePath> known, CancellationToken cancellationToken)
    {
        var found = new Dictionary<TreePath, CurrentObject>();
        if (missing.Count == 0)
            return found;
        var others = await OthersAsync(missing.Keys, known, cancellationToken);
        foreach (var (path, @object) in missing.Where(pair => !KustomizationNames.IsOne(pair.Key)))
        {
            var here = others.Where(pair => CurrentObject.Find(pair.Yaml, @object) is not null)
                .Select(pair => CurrentObject.Of(pair.File, CurrentObject.Find(pair.Yaml, @object)!.Value))
                .Where(candidate => IsLike(candidate.Value, @object)).ToList();
            if (here.Count == 1)
                found.Add(path, here[0]);
        }

        return found;
    }

    private async ValueTask<IReadOnlyList<(TreeFile File, YamlFile Yaml)>> OthersAsync(
        IEnumerable<TreePath> missing, IReadOnlySet<TreePath> known, CancellationToken cancellationToken)
    {
        var paths = new HashSet<TreePath>();
        foreach (var place in missing.Select(path => path.Parent).Append(folder).Distinct())
            paths.UnionWith((await tree.ListRecursivelyAsync(place, cancellationToken)).Where(entry => IsYaml(entry.Path)).Select(entry => entry.Path));
        var files = await tree.ReadAsync(paths, cancellationToken);
        return
        [
            .. files.Values.OrderBy(file => file.Path)
                .Select(file => (file, Yaml: YamlFile.Parse(file.Content, file.Path.Value)))
                .Where(pair => pair.Yaml.IsValid && (pair.Yaml.Documents.Count > 1 || !known.Contains(pair.file.Path))),
        ];
    }

    private static bool IsYaml(TreePath path) =>
        (path.Name.EndsWith(".yaml", StringComparison.Ordinal) || path.Name.EndsWith(".yml", StringComparison.Ordinal)) && path.Parent.Name != ".gitops";

    // A patch of a person has kind and name of what it patches: only what has at least half of the other fields is the object.
    private static bool IsLike(YamlValue candidate, YamlMap @object)
    {
        if (candidate is not YamlMap map)
            return false;
        var fields = RecordedFields.Of(@object).Where(pair => !s_identity.Contains(pair.Key)).ToList();
        var here = RecordedFields.Of(map).ByKey();
        return fields.Count(pair => here.TryGetValue(pair.Key, out var value) && FieldValues.Same(pair.Value, value, "")) * 2 >= fields.Count;
    }
}
