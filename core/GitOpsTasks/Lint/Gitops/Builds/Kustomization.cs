using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Builds;

/// <summary>A kustomization of the repository and what it names.</summary>
internal sealed class Kustomization
{
    private static readonly string[] s_makers = ["helmCharts", "helmChartInflationGenerator", "generators"];

    private Kustomization(LintFile file, YamlNode root)
    {
        File = file;
        Root = root;
        Folder = file.Path.Parent;
        Resources = [.. Paths("resources"), .. Paths("bases")];
        Components = [.. Paths("components")];
        Images = [.. KustomizationEntry.In(root).Select(entry => new ImageEntry(entry))];
    }

    /// <summary>Its file.</summary>
    public LintFile File { get; }

    /// <summary>Its mapping.</summary>
    public YamlNode Root { get; }

    /// <summary>Its folder.</summary>
    public TreePath Folder { get; }

    /// <summary>What it builds on, in order; bases last, as kustomize moves them there.</summary>
    public IReadOnlyList<NamedPath> Resources { get; }

    /// <summary>Its components, in order.</summary>
    public IReadOnlyList<NamedPath> Components { get; }

    /// <summary>Its entries of <c>images:</c>, in order.</summary>
    public IReadOnlyList<ImageEntry> Images { get; }

    /// <summary>Whether it is only built as a part of others.</summary>
    public bool IsComponent => Root.Text("kind") == "Component";

    /// <summary>Whether it makes resources that are not written in the tree.</summary>
    public bool MakesResources => s_makers.Any(name => KustomizationFile.Field(Root, name)?.Value.Resolved is { IsScalar: false } value && value.Children.Any());

    /// <summary>Whether transformers of its own may change anything after what is known.</summary>
    public bool HasTransformers => KustomizationFile.Items(Root, "transformers").Any();

    /// <summary>Whether it says where images, names and labels are in kinds of its own.</summary>
    public bool HasConfigurations => KustomizationFile.Items(Root, "configurations").Any() || KustomizationFile.Items(Root, "crds").Any();

    /// <summary>Whether it adds labels or annotations.</summary>
    public bool AddsLabels => new[] { "labels", "commonLabels", "commonAnnotations" }.Any(name => KustomizationFile.Field(Root, name) is not null);

    /// <summary>The kustomization of a file; null where it is none, or not found by its name.</summary>
    public static Kustomization? Read(LintFile file) =>
        KustomizationFile.Names.Contains(file.Path.Name) && KustomizationFile.In(file.Yaml) is { } root ? new Kustomization(file, root) : null;

    /// <summary>The text of a field; empty where there is none.</summary>
    public string Text(string field) => KustomizationFile.FieldText(Root, field) ?? "";

    private IEnumerable<NamedPath> Paths(string field) =>
        KustomizationFile.Items(Root, field).Where(item => item.IsScalar).Select(item => NamedPath.Of(Folder, item));
}
