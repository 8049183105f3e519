using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Builds;

/// <summary>A resource as it is built so far.</summary>
/// <param name="Manifest">What it was made from: a manifest, or an entry of a generator.</param>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">Its namespace; empty where none is said.</param>
internal sealed record BuiltResource(Manifest Manifest, string Name, string Namespace)
{
    /// <summary>The names it had before.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>The namespaces it had before.</summary>
    public IReadOnlyList<string> FormerNamespaces { get; init; } = [];

    /// <summary>The images of its containers.</summary>
    public IReadOnlyList<BuiltImage> Images { get; init; } = [];

    /// <summary>Whether kustomize makes it, and adds a hash to its name.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>Its kind.</summary>
    public KindName Kind => Manifest.Kind;

    /// <summary>Where its name is written.</summary>
    public YamlNode NameNode => Manifest.Root["metadata"]?["name"] ?? Manifest.Root["name"] ?? Manifest.Root;

    /// <summary>Its identity as kustomize compares it: version included, no namespace being the default one.</summary>
    public (KindName Kind, string Namespace, string Name) Id => (Kind, ClusterKinds.Contains(Kind) ? "" : Effective(Namespace), Name);

    /// <summary>Whether the cluster gives it a name, by <c>generateName</c>.</summary>
    public bool IsUnnamed { get; private init; }

    /// <summary>Its identity before any kustomization changed it; patches and generators find it by that too.</summary>
    public (KindName Kind, string Namespace, string Name) OriginalId =>
        (this with { Name = FormerNames.Count > 0 ? FormerNames[0] : Name, Namespace = FormerNamespaces.Count > 0 ? FormerNamespaces[0] : Namespace }).Id;

    /// <summary>The resource of a manifest; null for one without a name.</summary>
    public static BuiltResource? Of(Manifest manifest) => (manifest.Name ?? manifest.Root["metadata"]?.Text("generateName")) is { Length: > 0 } name
        ? new BuiltResource(manifest, name, manifest.Namespace ?? "") { Images = BuiltImage.Of(manifest), IsUnnamed = manifest.Name is null }
        : null;

    /// <summary>Whether it has a name, or had it.</summary>
    public bool IsNamed(string name) => Name == name || FormerNames.Contains(name, StringComparer.Ordinal);

    /// <summary>Whether it is in a namespace, or was.</summary>
    public bool IsIn(string name) =>
        Effective(Namespace) == Effective(name) || FormerNamespaces.Any(former => Effective(former) == Effective(name));

    /// <summary>Such as <c>Deployment web</c>.</summary>
    public override string ToString() => $"{Kind.Kind} '{Name}'";

    private static string Effective(string name) => name.Length == 0 ? "default" : name;
}
