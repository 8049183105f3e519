using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>A kustomization of a tree and what it refers to.</summary>
internal sealed class KustomizationNode
{
    private static readonly string[] s_charts = ["helmCharts", "helmChartInflationGenerator", "generators"];

    private KustomizationNode(TreePath path, YamlNode document)
    {
        Path = path;
        Document = document;
        Resources = [.. Local("resources"), .. Local("bases")];
        Components = [.. Local("components")];
        Patches = [.. PatchPaths().Select(Resolve).OfType<TreePath>()];
        Transforms = [.. KustomizationEntry.In(document).Select(ImageTransform.Of)];
    }

    /// <summary>Its file.</summary>
    public TreePath Path { get; }

    /// <summary>Its mapping.</summary>
    public YamlNode Document { get; }

    /// <summary>The files and folders it builds on, in order.</summary>
    public IReadOnlyList<TreePath> Resources { get; }

    /// <summary>The folders of its components, in order.</summary>
    public IReadOnlyList<TreePath> Components { get; }

    /// <summary>The files of its patches.</summary>
    public IReadOnlyList<TreePath> Patches { get; }

    /// <summary>Its entries of <c>images:</c>, in order.</summary>
    public IReadOnlyList<ImageTransform> Transforms { get; }

    /// <summary>All that it refers to in the tree.</summary>
    public IEnumerable<TreePath> References => Resources.Concat(Components).Concat(Patches);

    /// <summary>What it builds on that is not in the tree: addresses, and fields that make resources.</summary>
    public IEnumerable<string> Unread =>
        Texts("resources").Concat(Texts("bases")).Concat(Texts("components")).Where(RemoteReference.Is).Select(WithoutCredentials)
            .Concat(s_charts.Where(name => KustomizationFile.Items(Document, name).Any()));

    /// <summary>Reads a file; null where it is no kustomization.</summary>
    public static KustomizationNode? Read(TreeFile file) =>
        KustomizationFile.Names.Contains(file.Path.Name) && KustomizationFile.In(YamlFile.Parse(file.Content, file.Path.Value)) is { } document
            ? new KustomizationNode(file.Path, document)
            : null;

    private IEnumerable<TreePath> Local(string field) => Texts(field).Where(text => !RemoteReference.Is(text)).Select(Resolve).OfType<TreePath>();

    private IEnumerable<string> Texts(string field) =>
        KustomizationFile.Items(Document, field).Where(item => item.IsScalar).Select(item => item.Value);

    private IEnumerable<string> PatchPaths() =>
        KustomizationFile.Items(Document, "patches").Concat(KustomizationFile.Items(Document, "patchesJson6902"))
            .Select(patch => KustomizationFile.FieldText(patch, "path")).OfType<string>()
            .Concat(Texts("patchesStrategicMerge").Where(text => !text.Contains('\n', StringComparison.Ordinal) && !text.Contains(": ", StringComparison.Ordinal)));

    private TreePath? Resolve(string reference) => Path.Parent.TryCombine(reference, out var path) ? path : null;

    private static string WithoutCredentials(string address)
    {
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return address;
        var start = scheme + 3;
        var slash = address.IndexOf('/', start);
        var at = address[..(slash < 0 ? address.Length : slash)].LastIndexOf('@');
        return at < start ? address : address[..start] + address[(at + 1)..];
    }
}
