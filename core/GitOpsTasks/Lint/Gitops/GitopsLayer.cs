using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Gitops.Checks;

namespace GitOpsTasks.Lint.Gitops;

/// <summary>Checks what the files of a repository say about each other.</summary>
public static class GitopsLayer
{
    private static readonly GitopsCheck[] s_always =
    [
        new(graph => graph.Builds.Findings.All),
        new(ListedTwiceCheck.Run, GitopsRules.ListedTwice),
        new(CircularReferenceCheck.Run, GitopsRules.CircularReference),
        new(ImperativeDeployCheck.Run, GitopsRules.ImperativeDeploy),
    ];

    // What is not in some of the files may well be in the others.
    private static readonly GitopsCheck[] s_whole =
    [
        new(UnreferencedFileCheck.Run, GitopsRules.UnreferencedFile),
        new(SharedResourceCheck.Run, GitopsRules.SharedResource),
        new(FluxReferenceCheck.Run, GitopsRules.SourceNotFound, GitopsRules.DependencyNotFound),
        new(CircularDependencyCheck.Run, GitopsRules.CircularDependency),
        new(UnsetVariableCheck.Run, GitopsRules.UnsetVariable),
        new(IgnoredByArgoCheck.Run, GitopsRules.IgnoredByArgo),
        new(SyncWaveCheck.Run, GitopsRules.SyncWaveOrder),
        new(FloatingTagCheck.Run, GitopsRules.FloatingTag),
        new(FloatingRevisionCheck.Run, GitopsRules.FloatingRevision),
        new(SkippedEnvironmentCheck.Run, GitopsRules.SkippedEnvironment),
    ];

    /// <summary>What is wrong, file by file in the order of their paths.</summary>
    /// <param name="repository">The files.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    public static async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(LintedRepository repository, CancellationToken cancellationToken)
    {
        var graph = new RepositoryGraph(repository);
        var findings = new List<Diagnostic>(await ReferenceCheck.RunAsync(graph, cancellationToken));
        var checks = s_always.Concat(repository.IsWhole ? s_whole : []).Where(check => check.IsOn(repository.Levels)).ToList();
        var found = new IReadOnlyList<Diagnostic>[checks.Count];
        Parallel.For(0, checks.Count, new ParallelOptions { CancellationToken = cancellationToken }, index => found[index] = [.. checks[index].Run(graph)]);
        findings.AddRange(found.SelectMany(list => list));
        if (repository.IsWhole)
        {
            findings.AddRange(await ArgoPathCheck.RunAsync(graph, cancellationToken));
            findings.AddRange(await FluxPathCheck.RunAsync(graph, cancellationToken));
        }

        return [.. findings.OrderBy(finding => finding.Place!.File, StringComparer.Ordinal).ThenBy(finding => finding.Place!.Line).ThenBy(finding => finding.Place!.Column)];
    }
}
