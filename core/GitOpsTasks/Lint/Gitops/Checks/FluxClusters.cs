using GitOpsTasks.Lint.Gitops.Agents;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>
/// Which Kustomizations of Flux are of one cluster: those that the same one applies in the end, which is the one that
/// bootstrap made. One that no other applies stands for the folder its file is in.
/// </summary>
internal sealed class FluxClusters
{
    private readonly ILookup<YamlNode, FluxKustomization> _appliedBy;

    /// <summary>Finds out which applies which.</summary>
    public FluxClusters(RepositoryGraph graph)
    {
        var links = from owner in graph.Flux.Kustomizations
                    where graph.Here.Severity(owner) is not null && owner.Path is { IsRoot: false }
                    from resource in Deployment.OfFlux(graph, owner.Path!.Value).Resources
                    where resource.Kind is { Kind: "Kustomization", Group: "kustomize.toolkit.fluxcd.io" }
                    select (resource.Manifest.Root, Owner: owner);
        _appliedBy = links.ToLookup(link => link.Root, link => link.Owner);
    }

    /// <summary>The clusters that a Kustomization is applied in.</summary>
    public IEnumerable<string> Of(FluxKustomization kustomization)
    {
        var seen = new HashSet<YamlNode>();
        var roots = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<FluxKustomization>([kustomization]);
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next.Placed.Manifest.Root))
                continue;
            var owners = _appliedBy[next.Placed.Manifest.Root].Where(owner => owner.Placed.Manifest.Root != next.Placed.Manifest.Root).ToList();
            if (owners.Count == 0)
                roots.Add(next.Name == FluxObjects.Bootstrap ? $"flux:{next.Placed.File.Path.Parent.Parent}" : $"flux:{next.Placed.File.Path.Parent}");
            owners.ForEach(open.Push);
        }

        return roots;
    }
}
