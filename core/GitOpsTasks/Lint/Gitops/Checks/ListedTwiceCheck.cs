using GitOpsTasks.Contracts;
using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Lint.Gitops.Builds;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>
/// A kustomization names each file once: kustomize refuses resources that come twice, and applies patches and components
/// twice without need.
/// </summary>
internal static class ListedTwiceCheck
{
    /// <summary>What is named twice.</summary>
    public static IEnumerable<Diagnostic> Run(RepositoryGraph graph)
    {
        foreach (var kustomization in graph.Kustomizations)
        {
            var patches = KustomizationFile.Items(kustomization.Root, "patchesStrategicMerge").Where(item => item.IsScalar && !item.Value.Contains('\n', StringComparison.Ordinal));
            var found = Twice(kustomization.Resources).Where(pair => HasResources(graph, pair.Second)).Select(pair => Tell(pair.Second, pair.First, Severity.Error))
                .Concat(Twice(kustomization.Components).Select(pair => Tell(pair.Second, pair.First, Severity.Warning)))
                .Concat(Twice(patches.Select(item => NamedPath.Of(kustomization.Folder, item))).Select(pair => Tell(pair.Second, pair.First, Severity.Warning)));
            foreach (var finding in found)
                yield return finding;
        }
    }

    private static IEnumerable<(NamedPath First, NamedPath Second)> Twice(IEnumerable<NamedPath> paths)
    {
        var seen = new Dictionary<string, NamedPath>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (!seen.TryAdd(path.Path?.Value ?? path.Text, path))
                yield return (seen[path.Path?.Value ?? path.Text], path);
        }
    }

    // Without resources there is nothing that could come twice.
    private static bool HasResources(RepositoryGraph graph, NamedPath reference) =>
        reference.Path is not { } path
        || (graph.ByFolder.TryGetValue(path, out var kustomization) ? graph.Builds.Of(kustomization) : graph.Builds.OfFile(path)).Resources.Count > 0;

    private static Diagnostic Tell(NamedPath second, NamedPath first, Severity severity) => GitopsRules.ListedTwice.At(
        second.Node, $"'{second.Text}' is named in line {first.Node.Place.Line} already.", "Remove one of the two.") with { Severity = severity };
}
