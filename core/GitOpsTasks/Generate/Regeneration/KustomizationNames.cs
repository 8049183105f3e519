using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Generate.Regeneration;

/// <summary>Which files kustomizations are in, and which they name.</summary>
internal static class KustomizationNames
{
    private static readonly string[] s_files = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
    private static readonly string[] s_lists = ["resources", "components", "patches", "patchesStrategicMerge", "crds", "generators", "transformers"];

    /// <summary>Whether a file is a kustomization by its name.</summary>
    public static bool IsOne(TreePath path) => s_files.Contains(path.Name);

    /// <summary>The other names that a kustomization may have in its folder; none for other files.</summary>
    public static IEnumerable<TreePath> Others(TreePath path) =>
        IsOne(path) ? s_files.Where(name => name != path.Name).Select(name => path.Parent.Combine(name)) : [];

    /// <summary>Whether a kustomization names a file beside it.</summary>
    public static bool Names(YamlValue kustomization, string file) =>
        kustomization is YamlMap map && s_lists.Any(list => map.At(list) is YamlList items && items.Any(item => IsOf(item, file)));

    /// <summary>A kustomization without the entries that name a file.</summary>
    public static YamlMap Without(YamlMap kustomization, string file)
    {
        var rest = new YamlMap();
        foreach (var (key, value) in kustomization)
            rest.Add(key, value is YamlList list && s_lists.Contains(key) ? new YamlList(list.Where(item => !IsOf(item, file))) : value);
        return rest;
    }

    private static bool IsOf(YamlValue item, string file) =>
        ((item as YamlMap)?.At("path") ?? item).Scalar() is { } name && (name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name) == file;
}
