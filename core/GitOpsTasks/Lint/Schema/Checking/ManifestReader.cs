using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Checking;

/// <summary>Finds the manifests of a file: documents with apiVersion and kind, items of Lists, and patches inside kustomizations.</summary>
/// <param name="patches">Files that kustomizations name as patches.</param>
internal sealed class ManifestReader(IReadOnlySet<TreePath> patches)
{
    private const int MostNestedLists = 8;

    // Read by kustomize and helm themselves; no cluster knows these kinds.
    private static readonly string[] ToolGroups = ["kustomize.config.k8s.io", "config.kubernetes.io"];

    /// <summary>The manifests in the order they stand in the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problems">Told of manifests without apiVersion or kind.</param>
    public List<Manifest> Read(LintFile file, List<Diagnostic> problems)
    {
        var manifests = new List<Manifest>();
        var isPatch = patches.Contains(file.Path);
        foreach (var document in file.Yaml.Documents)
        {
            Add(document.Resolved, isPatch, manifests, problems, 0);
            foreach (var patch in KustomizationPatches.IsKustomization(file) ? KustomizationPatches.Inline(document.Resolved) : [])
                Add(patch, isPatch: true, manifests, problems, 0);
        }

        return manifests;
    }

    private static void Add(YamlNode node, bool isPatch, List<Manifest> manifests, List<Diagnostic> problems, int depth)
    {
        if (!node.IsMapping)
            return;
        var (apiVersion, kind) = (node.Text("apiVersion"), node.Text("kind"));
        if (apiVersion is null or "" || kind is null or "")
        {
            if (!isPatch && LooksLikeManifest(node) && (apiVersion is not null || kind is not null))
                problems.Add(WithoutKind(node, apiVersion is null or "" ? "apiVersion" : "kind"));
            return;
        }

        var name = new KindName(apiVersion, kind);
        if (kind == "List" && name.Group.Length == 0 && depth < MostNestedLists)
        {
            foreach (var item in node["items"]?.Items ?? [])
                Add(item.Resolved, isPatch, manifests, problems, depth + 1);
            return;
        }

        if (!ToolGroups.Contains(name.Group, StringComparer.Ordinal))
            manifests.Add(new Manifest(node, name) { IsPartial = isPatch });
        foreach (var patch in name is { Kind: "Kustomization", Group: "kustomize.toolkit.fluxcd.io" } && node["spec"] is { } spec ? KustomizationPatches.Inline(spec) : [])
            Add(patch, isPatch: true, manifests, problems, depth);
    }

    // Other files have one of the two as well: a chart has apiVersion, many values.yaml have kind.
    private static bool LooksLikeManifest(YamlNode node) =>
        node["metadata"] is { IsMapping: true } metadata && (metadata.Find("name") is not null || metadata.Find("generateName") is not null);

    private static Diagnostic WithoutKind(YamlNode node, string field) => new SchemaProblem(
        SchemaCodes.NoKind, node, $"The manifest lacks '{field}'.", $"Add '{field}': Argo CD passes over files without it, and no cluster takes them.").ToDiagnostic();
}
