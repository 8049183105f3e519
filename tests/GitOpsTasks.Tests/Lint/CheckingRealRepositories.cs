namespace GitOpsTasks.Tests.Lint;

public sealed class CheckingRealRepositories : LintedFiles
{
    [Fact]
    public async Task Finds_the_one_mistake_of_argocds_examples()
    {
        Corpus.CopyTo("argocd-example-apps", Place.Folder);
        (await FindingsAsync()).ShouldBe(["plugins/kustomized-helm/kustomization.yaml:4:3 GOT2110"]);
    }

    // Notes of kinds that are not checked: nobody has schemas for them.
    [Fact]
    public async Task Finds_nothing_in_fluxs_example()
    {
        Corpus.CopyTo("flux2-kustomize-helm-example", Place.Folder);
        (await FindingsAsync()).Where(finding => !finding.EndsWith(" GOT2230", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
