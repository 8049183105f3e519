using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>
/// Works out which images kustomizations build, in kustomize's order: resources, components, patches, then the
/// kustomization's own <c>images:</c>. An image that a patch takes away counts too.
/// </summary>
internal sealed class BuiltImages(KustomizationGraph graph)
{
    // Deeper than anyone builds, and shallower than the stack.
    private const int MaxDepth = 100;

    // Components are built once for each that uses them.
    private const int MaxBuilds = 20_000;

    private static readonly string[] s_lists = ["containers", "initContainers"];

    private readonly Dictionary<KustomizationNode, IReadOnlyList<ReachedImage>> _built = [];
    private readonly Dictionary<TreePath, IReadOnlyList<ReachedImage>> _written = [];
    private readonly HashSet<KustomizationNode> _open = [];
    private int _builds;

    /// <summary>The images of a kustomization, past its own entries.</summary>
    public IReadOnlyList<ReachedImage> Of(KustomizationNode node)
    {
        if (!_built.TryGetValue(node, out var images))
            _built[node] = images = Build(node, []);
        return images;
    }

    private IReadOnlyList<ReachedImage> Build(KustomizationNode node, IReadOnlyList<ReachedImage> inherited)
    {
        if (_open.Count >= MaxDepth || ++_builds > MaxBuilds || !_open.Add(node))
            return inherited;
        var images = inherited.Concat(node.Resources.SelectMany(OfResource)).Distinct().ToList();
        foreach (var component in node.Components.Select(graph.KustomizationAt).OfType<KustomizationNode>())
            images = [.. Build(component, images)];
        _open.Remove(node);
        var patches = InlinePatches.In(node.Document).Where(patch => patch.Text.IsValid).SelectMany(patch => WrittenIn(patch.Text)).Concat(node.Patches.SelectMany(OfFile));
        return [.. images.Concat(patches).Select(image => node.Transforms.Aggregate(image, (moved, transform) => moved.Past(transform))).Distinct()];
    }

    private IEnumerable<ReachedImage> OfResource(TreePath path) =>
        graph.KustomizationAt(path) is { } node ? Of(node) : OfFile(path);

    private IReadOnlyList<ReachedImage> OfFile(TreePath path)
    {
        if (!_written.TryGetValue(path, out var images))
            _written[path] = images = graph.FileAt(path) is { } file ? [.. WrittenIn(YamlFile.Parse(file.Content, path.Value))] : [];
        return images;
    }

    private static IEnumerable<ReachedImage> WrittenIn(YamlFile file)
    {
        var mappings = file.AllNodes().Where(node => node.IsMapping);
        var scalars = mappings.SelectMany(mapping => s_lists.SelectMany(list => mapping[list]?.Items ?? []))
            .Select(container => container.Resolved["image"]).OfType<YamlNode>().Where(image => image.IsScalar);
        return scalars.Concat(JsonPatch.Images(file)).Select(image => image.Value).Where(text => text.Length > 0).Distinct()
            .Select(text => new ReachedImage(text, ""));
    }
}
