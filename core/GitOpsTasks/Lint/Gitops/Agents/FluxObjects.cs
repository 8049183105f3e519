using GitOpsTasks.Lint.Manifests;

namespace GitOpsTasks.Lint.Gitops.Agents;

/// <summary>The objects of Flux in a repository.</summary>
internal sealed class FluxObjects
{
    /// <summary>The name that bootstrap gives the source and the Kustomization of the cluster itself.</summary>
    public const string Bootstrap = "flux-system";

    private const string GroupSuffix = ".toolkit.fluxcd.io";
    private readonly ILookup<(string Kind, string Name), PlacedManifest> _byName;

    /// <summary>Finds them.</summary>
    public FluxObjects(IReadOnlyList<PlacedManifest> manifests)
    {
        All = [.. manifests.Where(placed => IsOfFlux(placed.Manifest.Kind))];
        Kustomizations = [.. All.Where(placed => placed.Manifest.Kind.Kind == "Kustomization").Select(placed => new FluxKustomization(placed))];
        _byName = All.ToLookup(placed => (placed.Manifest.Kind.Kind, placed.Manifest.Name ?? ""));
        MakesObjects = manifests.Any(placed => placed.Manifest.Kind is { Kind: "ResourceSet", Group: "fluxcd.controlplane.io" });
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<PlacedManifest> All { get; }

    /// <summary>The Kustomizations.</summary>
    public IReadOnlyList<FluxKustomization> Kustomizations { get; }

    /// <summary>Whether objects are made from templates that are not read: ResourceSets of the Flux operator.</summary>
    public bool MakesObjects { get; }

    /// <summary>The objects with a kind and name, whatever their namespace: overlays mostly give it.</summary>
    public IEnumerable<PlacedManifest> Find(string kind, string name) => _byName[(kind, name)];

    /// <summary>The names of the objects of a kind.</summary>
    public IEnumerable<string> Names(string kind) => All.Where(placed => placed.Manifest.Kind.Kind == kind).Select(placed => placed.Manifest.Name).OfType<string>();

    private static bool IsOfFlux(KindName kind) => kind.Group.EndsWith(GroupSuffix, StringComparison.Ordinal);
}
