using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Gitops.Builds;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>
/// Each resource of a cluster has one owner: two applications undo each other's changes, and the first that is removed takes
/// the resource away. Every Argo CD and every Flux calls its own cluster by the same name, so that applications for it count
/// as of one cluster only where they stand in one folder, or where one Kustomization of Flux applies both.
/// </summary>
internal static class SharedResourceCheck
{
    private const string InCluster = "kubernetes.default.svc";

    /// <summary>The resources with two owners, told of at the second.</summary>
    public static IEnumerable<Diagnostic> Run(RepositoryGraph graph)
    {
        var owners = new Dictionary<(string Cluster, string Group, string Kind, string Namespace, string Name), Owner>();
        foreach (var owner in OfArgo(graph).Concat(OfFlux(graph)))
        {
            var shared = new Dictionary<Owner, (BuiltResource First, int Count)>();
            foreach (var resource in owner.Resources.Where(resource => !resource.IsUnnamed && !resource.Name.Contains('$', StringComparison.Ordinal)))
            {
                var space = ClusterKinds.Contains(resource.Kind) ? "" : owner.NamespaceOf(resource);
                if (owners.TryGetValue((owner.Cluster, resource.Kind.Group, resource.Kind.Kind, space, resource.Name), out var other) && other.Node != owner.Node)
                    shared[other] = shared.TryGetValue(other, out var known) ? (known.First, known.Count + 1) : (resource, 1);
                else
                    owners.TryAdd((owner.Cluster, resource.Kind.Group, resource.Kind.Kind, space, resource.Name), owner);
            }

            foreach (var (other, (first, count)) in shared)
                yield return Tell(owner, other, first, count);
        }
    }

    private static IEnumerable<Owner> OfArgo(RepositoryGraph graph)
    {
        foreach (var application in graph.Argo.Where(application => !application.IsSet && application.Cluster.Length > 0))
        {
            var cluster = application.Cluster.Contains(InCluster, StringComparison.Ordinal) || application.Cluster == "in-cluster"
                ? $"argo:{application.Placed.File.Path.Parent}" : application.Cluster;
            foreach (var source in application.Sources.Where(source => source.Path is not null && graph.Here.Is(source.Address) && !Changes(source.Node)))
            {
                var build = Deployment.OfArgo(graph, source.Path!.Value, source.IsDirectory(graph), source.IsRecursive);
                yield return new Owner(cluster, $"Application '{application.Name}'", source.PathNode!.Value, application.Namespace, IsForced: false, build.Resources);
            }
        }
    }

    private static bool Changes(YamlNode source) => source["kustomize"] is not null || source["helm"] is not null || source["plugin"] is not null
        || source["directory"]?["include"] is not null || source["directory"]?["exclude"] is not null;

    private static IEnumerable<Owner> OfFlux(RepositoryGraph graph)
    {
        var clusters = new FluxClusters(graph);
        foreach (var kustomization in graph.Flux.Kustomizations.Where(kustomization => graph.Here.Severity(kustomization) is not null && !kustomization.Renames && !kustomization.HasPatches))
        {
            if (kustomization is not { Path: { } path, PathNode: { } node })
                continue;
            var space = kustomization.Spec?.Text("targetNamespace") ?? "";
            var remote = kustomization.Spec?["kubeConfig"]?["secretRef"]?.Text("name") ?? kustomization.Spec?["kubeConfig"]?["configMapRef"]?.Text("name");
            foreach (var cluster in clusters.Of(kustomization))
                yield return new Owner($"{cluster} {remote}", $"Kustomization '{kustomization.Name}'", node, space, IsForced: space.Length > 0, Deployment.OfFlux(graph, path).Resources);
        }
    }

    private static Diagnostic Tell(Owner owner, Owner other, BuiltResource first, int count)
    {
        var place = other.Node.Place;
        return GitopsRules.SharedResource.At(
            owner.Node,
            $"{first}{(count > 1 ? $" and {count - 1} more of" : " of")} this path {(count > 1 ? "are" : "is")} owned by the {other.Label} in {place.File}:{place.Line} too.",
            "Leave each resource to one of the two.");
    }

    private sealed record Owner(string Cluster, string Label, YamlNode Node, string Namespace, bool IsForced, IReadOnlyList<BuiltResource> Resources)
    {
        public string NamespaceOf(BuiltResource resource) => IsForced || resource.Namespace.Length == 0 ? Namespace : resource.Namespace;
    }
}
