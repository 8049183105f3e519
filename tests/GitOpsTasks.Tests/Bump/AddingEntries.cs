using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Parts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Bump;

/// <summary>A kustomization that builds an image no place in the paths sets gets an entry.</summary>
public sealed class AddingEntries : AddedEntries
{
    [Theory]
    [MemberData(nameof(Styles))]
    public async Task Writes_it_as_the_file_is_written(string text, string expected)
    {
        Place.Write(Dev, text);
        var before = await PrepareAsync(Pod("web:1", "webber:1"), "apps/overlays/dev");
        var result = await DoneAsync("web:v2");
        Place.Read(Dev).ShouldBe(expected.TrimStart('\uFEFF'));
        result.Edits.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            edit => (edit.File, edit.Image, edit.Field, edit.Old, edit.New).ShouldBe((Dev, "web", "images", null, "web:v2")));
        await ShouldBuildAsync("apps/overlays/dev", before, ("web:1", "web:v2"));
        (await DoneAsync("web:v2")).Changed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("web=ghcr.io/acme/web:1.10@DIGEST", "images:\n- name: web\n  newName: ghcr.io/acme/web\n  newTag: \"1.10\"\n  digest: DIGEST\n", "ghcr.io/acme/web:1.10@DIGEST")]
    [InlineData("web=shop", "images:\n- name: web\n  newName: shop\n", "shop:1")]
    [InlineData("web@DIGEST", "images:\n- name: web\n  digest: DIGEST\n", "web@DIGEST")]
    [InlineData("docker.io/library/web:2", "images:\n- name: web\n  newTag: \"2\"\n", "web:2")]
    public async Task Gives_it_the_parts_in_order(string image, string expected, string built)
    {
        var digest = "sha256:" + new string('d', 64);
        Place.Write(Dev, "resources: [../../base]\n");
        var before = await PrepareAsync(Pod("web:1"), "apps/overlays/dev");
        await DoneAsync(image.Replace("DIGEST", digest, StringComparison.Ordinal));
        Place.Read(Dev).ShouldBe("resources: [../../base]\n" + expected.Replace("DIGEST", digest, StringComparison.Ordinal));
        await ShouldBuildAsync("apps/overlays/dev", before, ("web:1", built.Replace("DIGEST", digest, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Leaves_a_kustomization_whose_image_is_set_in_the_paths()
    {
        Place.Write(Dev, "resources: [../../base]\nimages: [{name: web, newTag: v1}]\n");
        Place.Write(Prod, "resources: [../../base]\n");
        Place.Write("apps/overlays/all/kustomization.yaml", "resources: [../dev]\n");
        await PrepareAsync(Pod("web:1"));
        (await DoneAsync("web:v2")).Edits.Select(edit => (edit.File, edit.Field)).ShouldBe([(Dev, "newTag"), (Prod, "images")]);
    }

    [Fact]
    public async Task Gives_it_to_the_topmost_alone()
    {
        Place.Write(Dev, "resources: [../common]\n");
        Place.Write(Prod, "components: [../common]\nresources: [../../base]\n");
        Place.Write("apps/overlays/common/kustomization.yaml", "resources: [../../base]\n");
        await PrepareAsync(Pod("web:1"));
        (await DoneAsync("web:v2")).Edits.Select(edit => edit.File).ShouldBe([Dev, Prod]);
    }

    [Theory]
    [InlineData("ghcr.io/acme/web:v2")]
    [InlineData("web:v2")]
    [InlineData("web-old:v2")]
    public async Task Names_the_image_as_the_kustomizations_below_leave_it(string image)
    {
        Place.Write("apps/middle/kustomization.yaml", "bases: [../base]\nimages:\n- name: we.-old\n  newName: web\n- name: web\n  newName: ghcr.io/acme/web\n  newTag: v1\n");
        Place.Write(Dev, "resources: [../../middle]\n");
        var before = await PrepareAsync(Pod("web-old:1", "other:1"), "apps/overlays/dev");
        await DoneAsync(image);
        Place.Read(Dev).ShouldContain("- name: ghcr.io/acme/web\n  newTag: v2\n");
        await ShouldBuildAsync("apps/overlays/dev", before, ("ghcr.io/acme/web:v1", "ghcr.io/acme/web:v2"));
    }

    [Theory]
    [InlineData("patches: [{path: patch.yaml}]\n", "spec: {containers: [{name: c0, image: \"web:1\"}]}\nmetadata: {name: pod}\nkind: Pod\napiVersion: v1\n")]
    [InlineData("patchesStrategicMerge: [patch.yaml]\n", "spec: {containers: [{name: c0, image: \"web:1\"}]}\nmetadata: {name: pod}\nkind: Pod\napiVersion: v1\n")]
    [InlineData("patches: [{path: patch.yaml, target: {kind: Pod}}]\n", "[{\"op\": \"replace\", \"path\": \"/spec/containers/0/image\", \"value\": \"web:1\"}]")]
    [InlineData("components: [component]\n", "")]
    public async Task Sees_what_lower_patches_and_components_set(string fields, string patch)
    {
        Place.Write("apps/middle/kustomization.yaml", "resources: [../base]\n" + fields);
        Place.Write("apps/middle/patch.yaml", patch);
        Place.Write("apps/middle/component/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nimages: [{name: other, newName: web}]\n");
        Place.Write(Dev, "resources: [../../middle]\n");
        var before = await PrepareAsync(Pod("other:1"), "apps/overlays/dev");
        await DoneAsync("web:v2");
        await ShouldBuildAsync("apps/overlays/dev", before, ("web:1", "web:v2"));
    }
}
