using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Manifests;

/// <summary>Patches are parts of manifests: which files they are in, and those written inside a kustomization.</summary>
internal static class KustomizationPatches
{
    private static readonly string[] FileNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    /// <summary>The files that the kustomizations among some files name as patches.</summary>
    public static IReadOnlySet<TreePath> Files(IEnumerable<LintFile> files)
    {
        var found = new HashSet<TreePath>();
        foreach (var file in files.Where(IsKustomization))
        {
            foreach (var root in file.Yaml.Documents)
            {
                foreach (var path in Paths(root.Resolved))
                {
                    if (TreePath.TryParse($"{file.Path.Parent.Value}/{path}".TrimStart('/'), out var target))
                        found.Add(target);
                }
            }
        }

        return found;
    }

    /// <summary>Whether a file is a kustomization by its name; such a file needs neither apiVersion nor kind.</summary>
    public static bool IsKustomization(LintFile file) => FileNames.Contains(file.Path.Name, StringComparer.Ordinal);

    /// <summary>The patches written inside a kustomization, or the spec of Flux's.</summary>
    public static IEnumerable<YamlNode> Inline(YamlNode owner)
    {
        var texts = Entries(owner, "patches").Select(entry => entry["patch"]).Concat(Entries(owner, "patchesStrategicMerge").Select(entry => (YamlNode?)entry));
        foreach (var text in texts)
        {
            if (text is not { IsScalar: true } scalar || scalar.TryParseNested() is not { IsValid: true } nested)
                continue;
            foreach (var document in nested.Documents)
                yield return document.Resolved;
        }

        foreach (var entry in Entries(owner, "patchesStrategicMerge").Where(entry => entry.IsMapping))
            yield return entry;
    }

    private static IEnumerable<string> Paths(YamlNode root)
    {
        var withPath = Entries(root, "patches").Concat(Entries(root, "patchesJson6902")).Select(entry => entry.Text("path"));
        var names = Entries(root, "patchesStrategicMerge").Concat(Entries(root, "patches")).Select(entry => entry.IsScalar ? entry.Value : null);
        return withPath.Concat(names).OfType<string>().Where(path => path.Length > 0 && !path.Contains('\n', StringComparison.Ordinal));
    }

    private static IEnumerable<YamlNode> Entries(YamlNode node, string field) => node[field]?.Items.Select(item => item.Resolved) ?? [];
}
