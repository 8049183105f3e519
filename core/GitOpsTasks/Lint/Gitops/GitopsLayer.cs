using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Gitops.Checks;

namespace GitOpsTasks.Lint.Gitops;

/// <summary>Checks what the files of a repository say about each other.</summary>
public static class GitopsLayer
{
    private static readonly Func<RepositoryGraph, IEnumerable<Diagnostic>>[] s_always =
        [ListedTwiceCheck.Run, CircularReferenceCheck.Run, graph => graph.Builds.Findings.All, ImperativeDeployCheck.Run];

    // What is not in some of the files may well be in the others.
    private static readonly Func<RepositoryGraph, IEnumerable<Diagnostic>>[] s_whole =
    [
        UnreferencedFileCheck.Run, SharedResourceCheck.Run, FluxReferenceCheck.Run, CircularDependencyCheck.Run, UnsetVariableCheck.Run,
        IgnoredByArgoCheck.Run, SyncWaveCheck.Run, FloatingTagCheck.Run, FloatingRevisionCheck.Run, SkippedEnvironmentCheck.Run,
    ];

    /// <summary>What is wrong, file by file in the order of their paths.</summary>
    /// <param name="repository">The files.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    public static async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(LintedRepository repository, CancellationToken cancellationToken)
    {
        var findings = new List<Diagnostic>(await ReferenceCheck.RunAsync(repository, cancellationToken));
        var graph = new RepositoryGraph(repository);
        var checks = repository.IsWhole ? [.. s_always, .. s_whole] : s_always;
        var found = new IReadOnlyList<Diagnostic>[checks.Length];
        Parallel.For(0, checks.Length, new ParallelOptions { CancellationToken = cancellationToken }, index => found[index] = [.. checks[index](graph)]);
        findings.AddRange(found.SelectMany(list => list));
        if (repository.IsWhole)
        {
            findings.AddRange(await ArgoPathCheck.RunAsync(graph, cancellationToken));
            findings.AddRange(await FluxPathCheck.RunAsync(graph, cancellationToken));
        }

        return [.. findings.OrderBy(finding => finding.Place!.File, StringComparer.Ordinal).ThenBy(finding => finding.Place!.Line).ThenBy(finding => finding.Place!.Column)];
    }
}
