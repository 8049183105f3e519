namespace GitOpsTasks.Tests.Lint.Gitops;

public sealed class FindingFloatingTags : GitopsRepository
{
    private async Task<IEnumerable<string>> FloatingAsync() => (await CodesAsync()).Where(finding => finding.EndsWith("GOT2320", StringComparison.Ordinal));

    [Theory]
    [InlineData("web")]
    [InlineData("web:latest")]
    [InlineData("host:5000/web")]
    [InlineData("web:Main")]
    [InlineData("web:nightly")]
    [InlineData("web:v1")]
    [InlineData("web:16")]
    public async Task Finds_a_tag_that_moves(string image)
    {
        Place.Write("web.yaml", Deployment(image: image));
        (await FloatingAsync()).ShouldBe(["web.yaml:9:16 GOT2320"]);
    }

    [Theory]
    [InlineData("web:1.4")]
    [InlineData("web:latest@sha256:3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f")]
    [InlineData("web:${TAG}")]
    [InlineData("web:main-1a2b3c4")]
    [InlineData("web:20261121")]
    [InlineData("web:latest # {\"$imagepolicy\": \"flux-system:web\"}")]
    public async Task Takes_a_tag_that_stays(string image)
    {
        Place.Write("web.yaml", Deployment(image: image));
        (await FloatingAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("images: [{name: web, newTag: 1.0.0}]")]
    [InlineData("images: [{name: web, digest: 'sha256:aa'}]")]
    [InlineData("images: [{name: web, newName: ghcr.io/web, newTag: 1.0.0}]")]
    [InlineData("patches: [{patch: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {template: {spec: {containers: [{name: web, image: web:1.0.0}]}}}}'}]")]
    [InlineData("patches:\n- target: {kind: Deployment}\n  patch: |-\n    - op: replace\n      path: /spec/template/spec/containers/0/image\n      value: web:1.0.0")]
    [InlineData("replacements: [{source: {kind: Deployment, fieldPath: metadata.name}, targets: [{select: {kind: Deployment}, fieldPaths: [spec.template.spec.containers.0.image]}]}]")]
    public async Task Takes_a_base_that_every_overlay_gives_a_version(string overlay)
    {
        Place.Write("base/web.yaml", Deployment(image: "web"));
        Place.Write("base/kustomization.yaml", "resources: [web.yaml]\n");
        Place.Write("prod/kustomization.yaml", "resources: [../base]\n" + overlay + "\n");
        (await FloatingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Finds_the_tag_that_an_overlay_sets()
    {
        Place.Write("base/web.yaml", Deployment());
        Place.Write("base/kustomization.yaml", "resources: [web.yaml]\n");
        Place.Write("prod/kustomization.yaml", "resources: [../base]\nimages: [{name: ghcr.io/acme/web, newTag: latest}]\n");
        (await FloatingAsync()).ShouldBe(["prod/kustomization.yaml:2:43 GOT2320"]);
    }

    [Fact]
    public async Task Takes_what_an_application_sets()
    {
        Place.Write("app/web.yaml", Deployment(image: "web"));
        Place.Write("app/kustomization.yaml", "resources: [web.yaml]\n");
        Place.Write("argocd/web.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web}\nspec: {source: {repoURL: 'https://example.com/x', path: app, kustomize: {images: ['web:1.0.0']}}}\n");
        (await FloatingAsync()).ShouldBeEmpty();
    }
}
