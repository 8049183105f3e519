namespace GitOpsTasks.Tests.Bump;

public sealed class BumpingFluxObjects
{
    [Theory]
    [InlineData("apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec:\n  chart: {spec: {version: v1.x}}\n  values:\n    image:\n      repository: web\n      tag: v1\n  valuesFrom: [{kind: ConfigMap, name: web}]\n")]
    [InlineData("apiVersion: helm.toolkit.fluxcd.io/v2beta1\nkind: HelmRelease\nspec:\n  values: {sidecars: [{image: 'web:v1'}]}\n")]
    [InlineData("apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec:\n  postRenderers:\n  - kustomize:\n      images:\n      - name: web\n        newTag: v1\n")]
    [InlineData("apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec:\n  images:\n  - {name: web, newTag: v1}\n")]
    [InlineData("apiVersion: helm.cattle.io/v1\nkind: HelmChart\nspec:\n  valuesContent: |-\n    image:\n      repository: web\n      tag: v1\n")]
    public void Changes_the_tag_of(string text) =>
        ImageEdits.Edited("a.yaml", text, "web:v2").ShouldBe(text.Replace("v1\n", "v2\n", StringComparison.Ordinal).Replace("v1'", "v2'", StringComparison.Ordinal).Replace("newTag: v1", "newTag: v2", StringComparison.Ordinal)
            .Replace("helm.cattle.io/v2", "helm.cattle.io/v1", StringComparison.Ordinal).Replace("fluxcd.io/v2\nkind: Kustomization", "fluxcd.io/v1\nkind: Kustomization", StringComparison.Ordinal));

    [Theory]
    [InlineData("apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nspec:\n  url: https://example.com/web\n  ref: {tag: v1}\n")]
    [InlineData("apiVersion: source.toolkit.fluxcd.io/v1\nkind: HelmRepository\nspec:\n  url: oci://web\n")]
    [InlineData("apiVersion: image.toolkit.fluxcd.io/v1\nkind: ImageRepository\nspec:\n  image: web\n")]
    public void Leaves_what_runs_no_image(string text) => ImageEdits.Of("a.yaml", text, "web:v2").Matched.ShouldBeEmpty();

    [Theory]
    [InlineData("ref: {tag: v1}", "ghcr.io/acme/web:v2", "ref: {tag: v2}")]
    [InlineData("ref:\n    tag: v1\n    digest: OLD", "ghcr.io/acme/web:v2", "ref:\n    tag: v2")]
    [InlineData("ref:\n    digest: OLD", "ghcr.io/acme/web@NEW", "ref:\n    digest: NEW")]
    [InlineData("ref:\n    tag: v1", "ghcr.io/acme/web:v2@NEW", "ref:\n    tag: v2\n    digest: NEW")]
    public void Changes_the_artifact_of_an_OCI_repository(string old, string image, string expected)
    {
        const string Text = "apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nspec:\n  url: oci://ghcr.io/acme/web\n  ";
        ImageEdits.Edited("a.yaml", Text + old + "\n", image).ShouldBe(ImageEdits.Digests(Text + expected + "\n"));
    }

    [Fact]
    public void Leaves_an_OCI_repository_that_follows_a_range() => ImageEdits.Of(
        "a.yaml", "apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nspec:\n  url: oci://ghcr.io/acme/web\n  ref: {semver: 1.x, tag: v1}\n", "ghcr.io/acme/web:v2")
        .Matched.ShouldBeEmpty();
}
