using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Schema.Data;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Schema.Checking;

/// <summary>Finds the manifests of a file: documents with apiVersion and kind, items of Lists, and patches inside kustomizations.</summary>
/// <param name="patches">Files that kustomizations name as patches.</param>
internal sealed class ManifestReader(IReadOnlySet<TreePath> patches)
{
    private const int MostNestedLists = 8;

    // Read by kustomize and by this tool; no cluster knows these kinds.
    private static readonly string[] ToolGroups = ["kustomize.config.k8s.io", "config.kubernetes.io", "gitops-tasks"];

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
        if (depth < MostNestedLists && ListedKind(name) is { } listed && node["items"] is { IsSequence: true } items)
        {
            foreach (var item in items.Items.Select(item => item.Resolved))
            {
                if (listed.Kind.Length > 0 && item.IsMapping && item["kind"] is null)
                    manifests.Add(new Manifest(item, listed) { IsPartial = isPatch });
                else
                    Add(item, isPatch, manifests, problems, depth + 1);
            }

            return;
        }

        if (!ToolGroups.Contains(name.Group, StringComparer.Ordinal))
            manifests.Add(new Manifest(node, name) { IsPartial = isPatch });
        foreach (var patch in name is { Kind: "Kustomization", Group: "kustomize.toolkit.fluxcd.io" } && node["spec"] is { } spec ? KustomizationPatches.Inline(spec) : [])
            Add(patch, isPatch: true, manifests, problems, depth);
    }

    // Items of a List say their kind; those of a DeploymentList and the like need not.
    private static KindName? ListedKind(KindName name)
    {
        if (name is { Kind: "List", Group: "" })
            return name with { Kind = "" };
        return name.Kind.EndsWith("List", StringComparison.Ordinal) && BundledSchemas.Instance.Find(name) is not null
            && name with { Kind = name.Kind[..^4] } is var item && BundledSchemas.Instance.Find(item) is not null ? item : null;
    }

    // Other files have one of the two as well: a chart has apiVersion, many values.yaml have kind.
    private static bool LooksLikeManifest(YamlNode node) =>
        node["metadata"] is { IsMapping: true } metadata && (metadata.Find("name") is not null || metadata.Find("generateName") is not null);

    private static Diagnostic WithoutKind(YamlNode node, string field) => new SchemaProblem(
        SchemaCodes.NoKind, node, $"The manifest lacks '{field}'.", $"Add '{field}': Argo CD passes over files without it, and no cluster takes them.").ToDiagnostic();
}
