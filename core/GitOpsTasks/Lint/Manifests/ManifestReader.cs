using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Manifests;

/// <summary>Finds the manifests of a file: documents with apiVersion and kind, items of Lists, and patches inside kustomizations.</summary>
/// <param name="patches">Files that kustomizations name as patches.</param>
internal sealed class ManifestReader(IReadOnlySet<TreePath> patches)
{
    private const int MostNestedLists = 8;
    private const string ListSuffix = "List";

    // Read by kustomize and by this tool; no cluster knows these kinds.
    private static readonly string[] ToolGroups = ["kustomize.config.k8s.io", "config.kubernetes.io", "gitops-tasks"];

    /// <summary>The manifests in the order they stand in the file.</summary>
    public FileManifests Read(LintFile file)
    {
        var manifests = new List<Manifest>();
        var incomplete = new List<IncompleteManifest>();
        var isPatch = patches.Contains(file.Path);
        HashSet<YamlNode>? lists = null;
        foreach (var document in file.Yaml.Documents)
        {
            Add(document.Resolved, isPatch, manifests, incomplete, ref lists, 0);
            foreach (var patch in KustomizationPatches.IsKustomization(file) ? KustomizationPatches.Inline(document.Resolved) : [])
                Add(patch, isPatch: true, manifests, incomplete, ref lists, 0);
        }

        return new FileManifests(file, manifests, incomplete);
    }

    private static void Add(YamlNode node, bool isPatch, List<Manifest> manifests, List<IncompleteManifest> incomplete, ref HashSet<YamlNode>? lists, int depth)
    {
        if (!node.IsMapping)
            return;
        var (apiVersion, kind) = (node.Text("apiVersion"), node.Text("kind"));
        if (apiVersion is null or "" || kind is null or "")
        {
            if (!isPatch && LooksLikeManifest(node) && (apiVersion is not null || kind is not null))
                incomplete.Add(new IncompleteManifest(node, apiVersion is null or "" ? "apiVersion" : "kind"));
            return;
        }

        var name = new KindName(apiVersion, kind);
        if (depth < MostNestedLists && IsList(node, kind))
        {
            // By aliases, Lists can be in each other many times over.
            if (!(lists ??= []).Add(node))
                return;
            foreach (var item in node["items"]!.Value.Items.Select(item => item.Resolved))
            {
                // Items of a List say their kind; those of a DeploymentList and the like need not.
                if (kind != ListSuffix && item.IsMapping && item["kind"] is null)
                    manifests.Add(new Manifest(item, name with { Kind = kind[..^ListSuffix.Length] }) { IsPartial = isPatch });
                else
                    Add(item, isPatch, manifests, incomplete, ref lists, depth + 1);
            }

            return;
        }

        if (!ToolGroups.Contains(name.Group, StringComparer.Ordinal))
            manifests.Add(new Manifest(node, name) { IsPartial = isPatch });
        foreach (var patch in name is { Kind: "Kustomization", Group: "kustomize.toolkit.fluxcd.io" } && node["spec"] is { } spec ? KustomizationPatches.Inline(spec) : [])
            Add(patch, isPatch: true, manifests, incomplete, ref lists, depth);
    }

    // Lists have no name: a custom resource of a kind such as AllowList has one.
    private static bool IsList(YamlNode node, string kind) =>
        kind.EndsWith(ListSuffix, StringComparison.Ordinal) && node["items"] is { IsSequence: true } && node["metadata"]?.Text("name") is null;

    // Other files have one of the two as well: a chart has apiVersion, many values.yaml have kind.
    private static bool LooksLikeManifest(YamlNode node) =>
        node["metadata"] is { IsMapping: true } metadata && (metadata.Find("name") is not null || metadata.Find("generateName") is not null);
}
