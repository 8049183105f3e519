using GitOpsTasks.Lint.Manifests;

namespace GitOpsTasks.Lint.Gitops.Builds;

/// <summary>The resources of a kustomization while its parts are put together.</summary>
/// <param name="owner">The kustomization.</param>
/// <param name="inherited">What it goes on from: for a component the build that uses it, else nothing.</param>
/// <param name="findings">Told of what is wrong.</param>
internal sealed class BuildInProgress(Kustomization owner, BuildResult inherited, BuildFindings findings)
{
    private readonly Dictionary<(KindName, string, string), (BuiltResource Resource, NamedPath? By)> _byId = Known(owner, inherited);

    /// <summary>The kustomization.</summary>
    public Kustomization Owner => owner;

    /// <summary>Told of what is wrong.</summary>
    public BuildFindings Findings => findings;

    /// <summary>The resources so far.</summary>
    public List<BuiltResource> Resources { get; private set; } = [.. inherited.Resources];

    /// <inheritdoc cref="BuildResult.IsOpen"/>
    public bool IsOpen { get; set; } = inherited.IsOpen;

    /// <inheritdoc cref="BuildResult.ChangesLabels"/>
    public bool ChangesLabels { get; set; } = inherited.ChangesLabels;

    /// <inheritdoc cref="BuildResult.HasConfigurations"/>
    public bool HasConfigurations { get; set; } = inherited.HasConfigurations || owner.HasConfigurations;

    /// <summary>What it has come to.</summary>
    public BuildResult Result => new(Resources) { IsOpen = IsOpen, ChangesLabels = ChangesLabels, HasConfigurations = HasConfigurations };

    /// <summary>Adds what an entry of <c>resources</c> brings; kustomize refuses what is there already.</summary>
    public void Add(BuildResult part, NamedPath by)
    {
        (IsOpen, ChangesLabels, HasConfigurations) = (IsOpen || part.IsOpen, ChangesLabels || part.ChangesLabels, HasConfigurations || part.HasConfigurations);
        foreach (var resource in part.Resources)
        {
            if (!part.IsOpen && !resource.IsUnnamed && !resource.Name.Contains('$', StringComparison.Ordinal) && !_byId.TryAdd(resource.Id, (resource, by)))
                Tell(_byId[resource.Id], resource, by);
            Resources.Add(resource);
        }
    }

    /// <summary>Adds what a generator makes; kustomize refuses it where it is there and is not told to merge or replace it.</summary>
    public void Add(BuiltResource generated)
    {
        if (!IsOpen && Resources.Find(resource => resource.Kind == generated.Kind && (resource.Id == generated.Id || resource.OriginalId == generated.Id)) is { } first)
            Tell((first, By: null), generated, default);
        Resources.Add(generated);
    }

    /// <summary>Goes on from what a component has made of the resources.</summary>
    public void Continue(BuildResult made)
    {
        Resources = [.. made.Resources];
        (IsOpen, ChangesLabels, HasConfigurations) = (made.IsOpen, made.ChangesLabels, made.HasConfigurations);
    }

    // What a component adds must not be in the build that uses it.
    private static Dictionary<(KindName, string, string), (BuiltResource Resource, NamedPath? By)> Known(Kustomization owner, BuildResult inherited) =>
        owner.Resources.Count == 0 || inherited.IsOpen ? [] : inherited.Resources.Where(resource => !resource.IsUnnamed).DistinctBy(resource => resource.Id)
            .ToDictionary(resource => resource.Id, resource => (resource, (NamedPath?)null));

    // The same file or base reached twice is wrong in the list; two manifests are wrong where the second is.
    private void Tell((BuiltResource Resource, NamedPath? By) first, BuiltResource second, NamedPath by)
    {
        if (first.Resource.NameNode == second.NameNode)
        {
            if (first.By is { } other && other.Path == by.Path)
                return;
            findings.Add(by.Node, GitopsRules.DuplicateResource.At(
                by.Node,
                $"'{by.Text}' brings {second}, which {(first.By is { } known ? $"'{known.Text}' brings" : "is there")} already.",
                "Name one of the two, or make one component of what they share."));
            return;
        }

        var place = first.Resource.NameNode.Place;
        findings.Add(second.NameNode, GitopsRules.DuplicateResource.At(
            second.NameNode,
            $"{second} is defined in {place.File}:{place.Line} already, and '{owner.File.Path}' builds both.",
            "Remove one of the two, or patch the first instead of writing it again."));
    }
}
