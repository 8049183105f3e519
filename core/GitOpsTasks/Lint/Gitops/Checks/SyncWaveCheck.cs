using System.Globalization;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Gitops.Builds;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>
/// Within one application, no sync wave or hook of Argo CD comes before the Namespace it is in or the definition of its kind.
/// In one wave Argo CD puts these first by itself.
/// </summary>
internal static class SyncWaveCheck
{
    private const string Wave = "argocd.argoproj.io/sync-wave";

    /// <summary>The resources that come too early.</summary>
    public static IEnumerable<Diagnostic> Run(RepositoryGraph graph)
    {
        if (!graph.Repository.Files.Any(file => file.Yaml.Content.Span.IndexOf("argocd.argoproj.io/"u8) >= 0))
            return [];
        var areSetByKustomize = graph.Kustomizations.Any(kustomization => kustomization.File.Yaml.Content.Span.IndexOf("sync-wave"u8) >= 0);
        var created = graph.Argo.Where(application => application.Spec?["syncPolicy"]?["syncOptions"]?.Items.Any(item => item.Resolved.Value == "CreateNamespace=true") == true)
            .Select(application => application.Namespace).ToHashSet(StringComparer.Ordinal);
        return Units(graph).Where(unit => !areSetByKustomize || !unit.ChangesLabels).SelectMany(unit => In(unit, created)).DistinctBy(finding => finding.Place);
    }

    private static IEnumerable<BuildResult> Units(RepositoryGraph graph)
    {
        var read = new HashSet<TreePath>();
        foreach (var kustomization in graph.Roots)
            yield return graph.Builds.Of(kustomization);
        foreach (var source in graph.Argo.SelectMany(application => application.Sources).Where(source => source.Path is { } path && graph.Here.Is(source.Address) && source.IsDirectory(graph) && read.Add(path)))
            yield return Deployment.OfArgo(graph, source.Path!.Value, isDirectory: true, source.IsRecursive);
        foreach (var file in graph.Repository.Files.Where(file => !graph.Named.Contains(file.Path) && !read.Contains(file.Path.Parent)))
            yield return graph.Builds.OfFile(file.Path);
    }

    private static IEnumerable<Diagnostic> In(BuildResult unit, HashSet<string> created)
    {
        var spaces = First(unit, resource => resource.Kind is { ApiVersion: "v1", Kind: "Namespace" } && !created.Contains(resource.Name) ? resource.Name : null);
        var kinds = First(unit, resource => resource.Kind.Kind == "CustomResourceDefinition" && resource.Manifest.Root["spec"] is { } spec
            ? $"{spec.Text("group")}/{spec["names"]?.Text("kind")}" : null);
        if (spaces.Count + kinds.Count == 0)
            yield break;
        foreach (var resource in unit.Resources)
        {
            if (OrderOf(resource) is not { } order)
                continue;
            if (resource.Namespace.Length > 0 && spaces.TryGetValue(resource.Namespace, out var space) && order.CompareTo(space.Order) < 0)
                yield return Tell(resource, space.Resource);
            if (kinds.TryGetValue($"{resource.Kind.Group}/{resource.Kind.Kind}", out var kind) && order.CompareTo(kind.Order) < 0)
                yield return Tell(resource, kind.Resource);
        }
    }

    private static Dictionary<string, (BuiltResource Resource, (int Phase, int Wave) Order)> First(BuildResult unit, Func<BuiltResource, string?> keyOf)
    {
        var found = new Dictionary<string, (BuiltResource, (int, int))>(StringComparer.Ordinal);
        foreach (var resource in unit.Resources)
        {
            if (keyOf(resource) is { } key && OrderOf(resource) is { } order)
                found.TryAdd(key, (resource, order));
        }

        return found;
    }

    // Null for what is not part of a sync, or not known.
    private static (int Phase, int Wave)? OrderOf(BuiltResource resource)
    {
        var annotations = resource.Manifest.Root["metadata"]?["annotations"];
        var hook = annotations?.Text("argocd.argoproj.io/hook") ?? annotations?.Text("helm.sh/hook");
        int? phase = hook switch
        {
            null or "Sync" => 1,
            "PreSync" or "pre-install" or "pre-upgrade" or "pre-install,pre-upgrade" => 0,
            "PostSync" or "post-install" or "post-upgrade" or "post-install,post-upgrade" => 2,
            _ => null,
        };
        if (phase is null)
            return null;
        return annotations?.Text(Wave) is not { } text ? (phase.Value, 0)
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var wave) ? (phase.Value, wave) : null;
    }

    private static Diagnostic Tell(BuiltResource early, BuiltResource needed)
    {
        var node = Annotation(early.Manifest) ?? Annotation(needed.Manifest) ?? early.NameNode;
        var place = needed.NameNode.Place;
        return GitopsRules.SyncWaveOrder.At(
            node,
            $"{early} is applied before {needed} ({place.File}:{place.Line}), which it needs.",
            "Give what is needed a lower sync wave; an object without one is in wave 0.");
    }

    private static YamlNode? Annotation(Manifest manifest)
    {
        var annotations = manifest.Root["metadata"]?["annotations"];
        return annotations?[Wave] ?? annotations?["argocd.argoproj.io/hook"] ?? annotations?["helm.sh/hook"];
    }
}
