using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Builds;

/// <summary>Which scalars of a kustomization name files or folders; field names of kustomize's types.Kustomization.</summary>
internal static class KustomizationReferences
{
    private static readonly string[] s_filesOrFolders = ["resources", "bases", "components", "crds", "generators", "transformers", "validators"];
    private static readonly string[] s_files = ["configurations", "patchesStrategicMerge"];
    private static readonly string[] s_listsWithPath = ["patches", "patchesJson6902", "replacements"];
    private static readonly string[] s_generators = ["configMapGenerator", "secretGenerator"];

    /// <summary>Scalars that name a file or a folder with a kustomization.</summary>
    public static IEnumerable<YamlNode> FilesOrFolders(YamlNode kustomization) =>
        s_filesOrFolders.SelectMany(field => Scalars(Field(kustomization, field))).Where(node => !IsInline(node.Value));

    /// <summary>Scalars that name a file, and the path in them.</summary>
    public static IEnumerable<(YamlNode Node, string Path)> Files(YamlNode kustomization)
    {
        var charts = Mappings(Field(kustomization, "helmCharts")).ToList();
        var plain = s_files.SelectMany(field => Scalars(Field(kustomization, field)))
            .Concat(s_listsWithPath.SelectMany(field => Mappings(Field(kustomization, field))).Select(item => item["path"]).OfType<YamlNode>())
            .Concat(charts.Select(chart => chart["valuesFile"]).OfType<YamlNode>())
            .Concat(charts.SelectMany(chart => Scalars(chart["additionalValuesFiles"])))
            .Append(Field(kustomization, "openapi")?["path"] ?? default);
        var generators = s_generators.SelectMany(field => Mappings(Field(kustomization, field))).ToList();
        var envs = generators.SelectMany(generator => Scalars(generator["envs"]).Append(generator["env"] ?? default));
        var files = generators.SelectMany(generator => Scalars(generator["files"]));
        return plain.Concat(envs).Where(node => node.File is not null && node.IsScalar).Select(node => (node, node.Value))
            .Concat(files.Select(node => (node, node.Value[(node.Value.IndexOf('=', StringComparison.Ordinal) + 1)..])))
            .Where(reference => !IsInline(reference.Item2));
    }

    // Patches, generators, transformers and validators can be written out in place.
    private static bool IsInline(string text) => text.Length == 0 || text.Contains('\n') || text.Contains(": ", StringComparison.Ordinal);

    private static YamlNode? Field(YamlNode kustomization, string name) => KustomizationFile.Field(kustomization, name)?.Value.Resolved;

    private static IEnumerable<YamlNode> Scalars(YamlNode? list) =>
        list?.Items.Select(item => item.Resolved).Where(item => item.IsScalar) ?? [];

    private static IEnumerable<YamlNode> Mappings(YamlNode? list) =>
        list?.Items.Select(item => item.Resolved).Where(item => item.IsMapping) ?? [];
}
