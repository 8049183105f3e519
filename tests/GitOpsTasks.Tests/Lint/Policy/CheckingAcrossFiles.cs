namespace GitOpsTasks.Tests.Lint.Policy;

public sealed class CheckingAcrossFiles : PolicyChecked
{
    private const string Scaler =
        "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\nspec: {scaleTargetRef: {kind: Deployment, name: web}}\n";

    private const string Web = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 3}\n";

    [Fact]
    public async Task Knows_the_autoscaler_of_an_overlay() => (await PlacesAsync(
        "autoscaled-replicas",
        ("base/kustomization.yaml", "resources: [web.yaml]\n"),
        ("base/web.yaml", Web),
        ("prod/kustomization.yaml", "resources: [../base, scaler.yaml]\n"),
        ("prod/scaler.yaml", Scaler))).ShouldBe(["base/web.yaml:4:18"]);

    [Fact]
    public async Task Knows_the_autoscaler_of_one_file() =>
        (await PlacesAsync("autoscaled-replicas", ("a.yaml", Web + "---\n" + Scaler))).ShouldBe(["a.yaml:4:18"]);

    [Fact]
    public async Task Leaves_apart_what_is_not_built_together() => (await FindAsync(
        ("a/kustomization.yaml", "resources: [web.yaml]\n"),
        ("a/web.yaml", Web),
        ("b/kustomization.yaml", "resources: [scaler.yaml]\n"),
        ("b/scaler.yaml", Scaler))).ShouldBeEmpty();

    [Fact]
    public async Task Ends_where_kustomizations_name_each_other() => (await FindAsync(
        ("a/kustomization.yaml", "resources: [../b, scaler.yaml]\n"),
        ("a/scaler.yaml", Scaler.Replace("name: a", "name: a, namespace: default", StringComparison.Ordinal)),
        ("b/kustomization.yaml", "resources: [../a]\n"))).ShouldHaveSingleItem().Rule.ShouldBe("default-namespace");

    [Theory]
    [InlineData("commonLabels: {app: x}")]
    [InlineData("labels: [{pairs: {app: x}, includeSelectors: true}]")]
    public async Task Knows_labels_that_an_overlay_sets(string labels)
    {
        const string text = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {selector: {matchLabels: {app: web}}, template: {spec: {}}}\n";
        (await PlacesAsync("selector-mismatch", ("a/kustomization.yaml", "resources: [web.yaml]\n"), ("a/web.yaml", text))).ShouldBe(["a/web.yaml:4:38"]);
        (await FindAsync(("a/kustomization.yaml", "resources: [web.yaml]\n"), ("a/web.yaml", text), ("b/kustomization.yaml", $"resources: [../a]\n{labels}\n"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Knows_names_of_images_that_any_kustomization_replaces()
    {
        var text = PodWith("image: Web/IMAGE");
        (await PlacesAsync("invalid-image", ("a.yaml", text))).Length.ShouldBe(1);
        (await PlacesAsync("invalid-image", ("a.yaml", text), ("x/kustomization.yaml", "images: [{name: Web/IMAGE, newName: a}]\n"))).ShouldBeEmpty();
    }
}
