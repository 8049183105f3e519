using GitOpsTasks.Lint.Schema;

namespace GitOpsTasks.Tests.Lint.Schema;

/// <summary>What others change before a cluster sees it: Flux, SOPS, kustomize.</summary>
public sealed class FillingInLater : SchemaChecked
{
    private const string Patch = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {replicas: 2, paused: null, template: {$patch: replace}}\n";

    [Fact]
    public async Task Variables_of_Flux_have_any_type() =>
        (await CodesAsync("apiVersion: apps/v1\nkind: Deployment\nspec: {replicas: \"${N:=2}\", selector: {}, template: {}}\n")).ShouldBeEmpty();

    [Fact]
    public async Task Secrets_of_SOPS_are_encrypted() => (await CodesAsync(
        "apiVersion: v1\nkind: Secret\ndata: {a: \"ENC[AES256_GCM,data:x,type:str]\"}\nsops: {mac: x}\n")).ShouldBeEmpty();

    [Fact]
    public async Task Without_SOPS_the_same_is_wrong() =>
        (await CodesAsync("apiVersion: v1\nkind: Secret\ndata: {a: \"ENC[AES256_GCM,data:x,type:str]\"}\n")).ShouldBe(["GOT2205"]);

    [Theory]
    [InlineData("patches: [{path: a/patch.yaml}]")]
    [InlineData("patchesStrategicMerge: [a/patch.yaml]")]
    public async Task Patches_are_parts_of_manifests(string kustomization) =>
        (await FindInAsync(new SchemaOptions(), Context, ("x/kustomization.yaml", kustomization), ("x/a/patch.yaml", Patch))).ShouldBeEmpty();

    [Fact]
    public async Task Elsewhere_the_same_lacks_fields() => (await CodesAsync(Patch)).ShouldContain("GOT2203");

    [Fact]
    public async Task Fields_of_patches_must_be_known() => (await FindInAsync(
        new SchemaOptions(), Context, ("kustomization.yaml", "patches: [{path: p.yaml}]"), ("p.yaml", Patch.Replace("replicas", "replica", StringComparison.Ordinal))))
        .ShouldHaveSingleItem().Message.ShouldBe("Deployment has no field 'spec.replica'.");

    [Fact]
    public async Task Patches_inside_a_kustomization_are_checked_where_they_stand()
    {
        var finding = (await FindInAsync(new SchemaOptions(), Context, ("kustomization.yaml", """
            patches:
              - target: {kind: Deployment}
                patch: |
                  apiVersion: apps/v1
                  kind: Deployment
                  metadata: {name: a}
                  spec:
                    replicas: two
            """))).ShouldHaveSingleItem();
        finding.Code.ShouldBe("GOT2202");
        (finding.Place!.Line, finding.Place.Column).ShouldBe((8, 19));
    }
}
