using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Gitops;

/// <summary>Checks what the files of a repository say about each other.</summary>
public static class GitopsLayer
{
    /// <summary>What is wrong, in no order.</summary>
    /// <param name="repository">The files.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    public static async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(LintedRepository repository, CancellationToken cancellationToken)
    {
        var findings = new List<Diagnostic>();
        foreach (var file in repository.Files)
            findings.AddRange(await KustomizationReferenceCheck.CheckAsync(file, repository.Tree, cancellationToken));
        return findings;
    }
}
