using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;

namespace GitOpsTasks.Tests.Lint;

public sealed class CheckingRealRepositories : LintedFiles
{
    // A plugin makes the one file before kustomize runs; a patch was a file name once, and is a mapping since kustomize 5.
    [Fact]
    public async Task Finds_the_mistakes_of_argocds_examples()
    {
        Corpus.CopyTo("argocd-example-apps", Place.Folder);
        var outcome = await LintAsync();
        outcome.Diagnostics.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Place} {finding.Code}")
            .ShouldBe(["plugins/kustomized-helm/kustomization.yaml:4:3 GOT2110", "plugins/kustomized-helm/kustomization.yaml:7:3 GOT2202"]);
        outcome.Diagnostics.Where(finding => finding.Severity == Severity.Warning && LintRules.FindByCode(finding.Code)?.Layer is not (LintLayer.Policy or LintLayer.Gitops)).Select(finding => $"{finding.Place} {finding.Rule}").ShouldBe(
        [
            "sock-shop/base/carts-dep.yaml:22:10 indentation",
            "sock-shop/base/orders-dep.yaml:22:10 indentation",
            "sock-shop/base/queue-master-dep.yaml:22:10 indentation",
            "sock-shop/base/shipping-dep.yaml:22:10 indentation",
        ]);
    }

    // Notes of kinds that are not checked: nobody has schemas for them.
    [Fact]
    public async Task Finds_nothing_in_fluxs_example()
    {
        Corpus.CopyTo("flux2-kustomize-helm-example", Place.Folder);
        (await FindingsAsync()).Where(finding => !finding.EndsWith(" GOT2230", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
