using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>The paths of Flux's Kustomizations are in this repository, where their source is.</summary>
internal static class FluxPathCheck
{
    /// <summary>The paths that are not there.</summary>
    public static async ValueTask<IEnumerable<Diagnostic>> RunAsync(RepositoryGraph graph, CancellationToken cancellationToken)
    {
        var findings = new List<Diagnostic>();
        foreach (var kustomization in graph.Flux.Kustomizations)
        {
            if (kustomization is { PathNode: { } node, Path: { } path } && graph.Here.Severity(kustomization) is { } severity
                && await MissingPath.IsAsync(graph, path, severity, cancellationToken))
                findings.Add(Tell(node, path, graph) with { Severity = severity });
        }

        findings.AddRange(await OfChartsAsync(graph, cancellationToken));
        return findings;
    }

    // A chart of a HelmRelease can be a folder of a GitRepository.
    private static async ValueTask<IEnumerable<Diagnostic>> OfChartsAsync(RepositoryGraph graph, CancellationToken cancellationToken)
    {
        var findings = new List<Diagnostic>();
        foreach (var chart in graph.Flux.All.Where(placed => placed.Manifest.Kind.Kind == "HelmRelease").Select(placed => placed.Manifest.Root["spec"]?["chart"]?["spec"]).OfType<YamlNode>())
        {
            if (chart["chart"] is { IsScalar: true } node && !node.Value.Contains('$', StringComparison.Ordinal) && TreePath.TryParse(node.Value.TrimStart('/'), out var path)
                && graph.Here.Severity(chart["sourceRef"]) is { } severity && await MissingPath.IsAsync(graph, path, severity, cancellationToken))
                findings.Add(Tell(node, path, graph) with { Severity = severity });
        }

        return findings;
    }

    private static Diagnostic Tell(YamlNode node, TreePath path, RepositoryGraph graph)
    {
        var nearest = MissingPath.Nearest(graph, path);
        return GitopsRules.FluxPathNotFound.At(
            node,
            $"The path '{node.Value}' does not exist in this repository.",
            nearest is null ? "Correct the path; it starts at the root of the repository." : $"Did you mean './{nearest}'?");
    }
}
