using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Lint.Policy.Workloads;

namespace GitOpsTasks.Lint.Policy;

/// <summary>Checks what manifests should not do in a cluster that others share.</summary>
public static class PolicyLayer
{
    private static readonly Action<Workload, List<Diagnostic>>[] s_workloadChecks =
    [
        Privileges.Check,
        HostNamespaces.Check,
        Users.Check,
        HostPaths.Check,
    ];

    /// <summary>What is wrong, file by file in their order.</summary>
    /// <param name="repository">The files.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    public static ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(LintedRepository repository, CancellationToken cancellationToken)
    {
        var files = repository.Manifests;
        var findings = new List<Diagnostic>[files.Count];
        Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = cancellationToken }, index => findings[index] = Check(files[index]));
        return new ValueTask<IReadOnlyList<Diagnostic>>([.. findings.SelectMany(list => list)]);
    }

    private static List<Diagnostic> Check(FileManifests file)
    {
        var findings = new List<Diagnostic>();
        foreach (var manifest in file.All)
        {
            if (Workload.Of(manifest) is { } workload)
            {
                foreach (var check in s_workloadChecks)
                    check(workload, findings);
            }
        }

        // An anchored mapping that several containers take in is wrong once.
        return findings.Count < 2 ? findings : [.. findings.DistinctBy(finding => (finding.Code, finding.Place))];
    }
}
