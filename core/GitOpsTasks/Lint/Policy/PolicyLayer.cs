using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Policy;

/// <summary>Checks what manifests should not do in a cluster that others share.</summary>
public static class PolicyLayer
{
    /// <summary>What is wrong, file by file in their order.</summary>
    /// <param name="repository">The files.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    public static ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(LintedRepository repository, CancellationToken cancellationToken)
    {
        var files = repository.Manifests;
        var policy = new FilePolicy(files, new Overlays(repository.Files));
        var findings = new List<Diagnostic>[files.Count];
        Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = cancellationToken }, index => findings[index] = policy.Check(files[index]));

        // An anchored mapping that several containers take in is wrong once, and so are replicas that two autoscalers scale.
        return new ValueTask<IReadOnlyList<Diagnostic>>([.. findings.SelectMany(list => list).DistinctBy(finding => (finding.Code, finding.Place))]);
    }
}
