using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;

namespace GitOpsTasks.Tests.Lint.Schema;

/// <summary>
/// The manifests of real repositories are accepted by clusters every day: a finding here is a false one. What is not checked
/// is told: the Flux operators' ArtifactGenerator and the configuration of a schema plugin are in none of the packages.
/// </summary>
public sealed class CheckingRealRepositoriesBySchemas : LintedFiles
{
    // kustomize 5 says of this file: cannot unmarshal string into Go struct field Kustomization.patches of type types.Patch.
    private const string RefusedByKustomize = "plugins/kustomized-helm/kustomization.yaml:7:3 GOT2202";

    [Fact]
    public async Task Finds_in_argocds_examples_what_kustomize_refuses()
    {
        Corpus.CopyTo("argocd-example-apps", Place.Folder);
        (await CheckAsync()).ShouldBe([RefusedByKustomize]);
    }

    [Fact]
    public async Task Skips_three_manifests_of_fluxs_example()
    {
        Corpus.CopyTo("flux2-kustomize-helm-example", Place.Folder);
        (await CheckAsync()).ShouldBe(
        [
            ".fluxschema.yml:2:7 GOT2230",
            "clusters/production/artifacts.yaml:3:7 GOT2230",
        ]);
    }

    [Fact]
    public async Task Finds_a_mistake_that_is_put_in()
    {
        Corpus.CopyTo("argocd-example-apps", Place.Folder);
        var file = Path.Combine(Place.Folder, "guestbook", "guestbook-ui-deployment.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("replicas: 1", "replica: 1", StringComparison.Ordinal));
        (await CheckAsync()).ShouldBe(["guestbook/guestbook-ui-deployment.yaml:6:3 GOT2201", RefusedByKustomize]);
    }

    private async Task<IEnumerable<string>> CheckAsync() => (await LintTask.Declaration.RunAsync(
        new InputValues().Add("only", "schema"), Place.Context(), TestContext.Current.CancellationToken))
        .Diagnostics.Select(finding => $"{finding.Place} {finding.Code}");
}
