using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Builds;

/// <summary>What the <c>target</c> of a patch or the <c>select</c> of a replacement selects. Names and namespaces of before count too.</summary>
internal sealed class ResourceSelector
{
    private readonly Pattern _group;
    private readonly Pattern _version;
    private readonly Pattern _kind;
    private readonly Pattern _name;
    private readonly Pattern _namespace;
    private readonly LabelSelector _labels;
    private readonly LabelSelector _annotations;

    /// <summary>Reads a selector.</summary>
    public ResourceSelector(YamlNode node)
    {
        (_group, _version, _kind) = (In("group"), In("version"), In("kind"));
        (_name, _namespace) = (In("name"), In("namespace"));
        _labels = new LabelSelector(node.Text("labelSelector") ?? "");
        _annotations = new LabelSelector(node.Text("annotationSelector") ?? "");
        Pattern In(string field) => new(node.Text(field) ?? "");
    }

    /// <summary>Whether a resource is selected.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="areLabelsKnown">Whether labels and annotations are those of its manifest.</param>
    public bool Matches(BuiltResource resource, bool areLabelsKnown) =>
        _group.Matches(resource.Kind.Group) && _version.Matches(resource.Kind.Version) && _kind.Matches(resource.Kind.Kind)
        && (_name.Matches(resource.Name) || resource.FormerNames.Any(_name.Matches))
        && (MatchesNamespace(resource.Namespace) || resource.FormerNamespaces.Any(MatchesNamespace))
        && (!areLabelsKnown || resource.IsGenerated || MatchesLabels(resource));

    private bool MatchesNamespace(string name) => _namespace.Matches(name.Length == 0 ? "default" : name);

    private bool MatchesLabels(BuiltResource resource)
    {
        var metadata = resource.Manifest.Root["metadata"];
        return _labels.Matches(metadata?["labels"]) && _annotations.Matches(metadata?["annotations"]);
    }
}
