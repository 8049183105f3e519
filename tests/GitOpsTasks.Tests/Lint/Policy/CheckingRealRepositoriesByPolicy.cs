using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;

namespace GitOpsTasks.Tests.Lint.Policy;

/// <summary>
/// Real repositories have no error: what they do is neither dangerous nor broken. Their warnings are true, and all about what
/// examples leave out for brevity: limits, probes, users, file systems.
/// </summary>
public sealed class CheckingRealRepositoriesByPolicy : LintedFiles
{
    [Theory]
    [InlineData("argocd-example-apps", "cpu-request-unset may-run-as-root memory-unset no-liveness-probe no-readiness-probe writable-root-filesystem")]
    [InlineData("flux2-kustomize-helm-example", "")]
    public async Task Finds_no_error(string repository, string warnings)
    {
        Corpus.CopyTo(repository, Place.Folder);
        var outcome = await LintTask.Declaration.RunAsync(new InputValues().Add("only", "policy"), Place.Context(), TestContext.Current.CancellationToken);
        outcome.Diagnostics.ShouldAllBe(finding => finding.Severity == Severity.Warning);
        string.Join(' ', outcome.Diagnostics.Select(finding => finding.Rule).Distinct().Order(StringComparer.Ordinal)).ShouldBe(warnings);
    }
}
