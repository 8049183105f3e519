using GitOpsTasks.Contracts;

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
            if (kustomization is not { PathNode: { } node, Path: { } path } || graph.Here.Severity(kustomization) is not { } severity
                || !await MissingPath.IsAsync(graph, path, severity, cancellationToken))
                continue;
            var nearest = MissingPath.Nearest(graph, path);
            findings.Add(GitopsRules.FluxPathNotFound.At(
                node,
                $"The path '{node.Value}' does not exist in this repository.",
                nearest is null ? "Correct the path; it starts at the root of the repository." : $"Did you mean './{nearest}'?") with { Severity = severity });
        }

        return findings;
    }
}
