using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Gitops.Agents;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>
/// No object of Flux waits for one that waits for it. Objects of one name are those of several clusters mostly: a
/// dependency means the one whose file is nearest.
/// </summary>
internal static class CircularDependencyCheck
{
    /// <summary>The dependencies that close circles.</summary>
    public static IEnumerable<Diagnostic> Run(RepositoryGraph graph)
    {
        foreach (var kind in new[] { "Kustomization", "HelmRelease" })
        {
            foreach (var finding in Of(graph.Flux, [.. graph.Flux.All.Where(placed => placed.Manifest.Kind.Kind == kind)], kind))
                yield return finding;
        }
    }

    private static IEnumerable<Diagnostic> Of(FluxObjects flux, IReadOnlyList<PlacedManifest> all, string kind)
    {
        var done = new HashSet<YamlNode>();
        var open = new HashSet<YamlNode>();
        var way = new Stack<(PlacedManifest At, IEnumerator<YamlNode> Next)>();
        foreach (var start in all)
        {
            Enter(start);
            while (way.TryPeek(out var step))
            {
                if (!step.Next.MoveNext())
                {
                    way.Pop();
                    open.Remove(step.At.Manifest.Root);
                    continue;
                }

                var dependency = step.Next.Current;
                var name = dependency["name"]!.Value;
                if (Nearest(flux.Find(kind, name.Value).Where(other => IsMeant(dependency, step.At.Manifest.Namespace, other.Manifest)), step.At) is not { } target)
                    continue;
                if (open.Contains(target.Manifest.Root))
                    yield return Tell(name, [.. way.Select(at => at.At).TakeWhile(at => at.Manifest.Root != target.Manifest.Root).Append(target).Reverse().Select(at => at.Manifest.Name!)]);
                else
                    Enter(target);
            }
        }

        void Enter(PlacedManifest placed)
        {
            if (!done.Add(placed.Manifest.Root))
                return;
            open.Add(placed.Manifest.Root);
            way.Push((placed, Dependencies(placed).GetEnumerator()));
        }
    }

    private static IEnumerable<YamlNode> Dependencies(PlacedManifest placed) =>
        placed.Manifest.Root["spec"]?["dependsOn"]?.Items.Select(item => item.Resolved).Where(item => item.Text("name") is not null) ?? [];

    // An overlay may give namespaces that are not written: where one is named, only that one is meant.
    private static bool IsMeant(YamlNode dependency, string? ownNamespace, Manifest other) => dependency.Text("namespace") is { } named
        ? other.Namespace == named
        : ownNamespace is null || other.Namespace is null || ownNamespace == other.Namespace;

    private static PlacedManifest? Nearest(IEnumerable<PlacedManifest> candidates, PlacedManifest from) =>
        candidates.OrderByDescending(candidate => candidate.File == from.File).ThenByDescending(candidate => Common(candidate.File.Path.Value, from.File.Path.Value)).FirstOrDefault();

    private static int Common(string first, string second) => first.AsSpan().CommonPrefixLength(second);

    private static Diagnostic Tell(YamlNode name, IReadOnlyList<string> way) => GitopsRules.CircularDependency.At(
        name,
        way.Count == 1 ? $"'{name.Value}' waits for itself." : $"These wait for each other: {string.Join(" > ", way.Append(way[0]).Take(8))}.",
        "Remove one of these dependencies.");
}
