using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Parts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Bump;

/// <summary>A kustomization that builds an image no place in the paths sets gets an entry.</summary>
public sealed class AddingEntries() : BumpedFiles("apps/overlays")
{
    private const string Dev = "apps/overlays/dev/kustomization.yaml";
    private const string Prod = "apps/overlays/prod/kustomization.yaml";

    private static string Pod(params string[] images) =>
        "apiVersion: v1\nkind: Pod\nmetadata: {name: pod}\nspec:\n  containers:\n" + string.Concat(images.Select((image, at) => $"  - {{name: c{at}, image: \"{image}\"}}\n"));

    public static TheoryData<string, string> Styles { get; } = new()
    {
        { "resources:\n- ../../base\n", "resources:\n- ../../base\nimages:\n- name: web\n  newTag: v2\n" },
        { "resources:\n  - ../../base\n# tail\n", "resources:\n  - ../../base\nimages:\n  - name: web\n    newTag: v2\n# tail\n" },
        { "resources:\n- ../../base", "resources:\n- ../../base\nimages:\n- name: web\n  newTag: v2" },
        { "resources:\r\n- ../../base\r\n", "resources:\r\n- ../../base\r\nimages:\r\n- name: web\r\n  newTag: v2\r\n" },
        { "\uFEFFresources: [../../base]\n", "\uFEFFresources: [../../base]\nimages:\n- name: web\n  newTag: v2\n" },
        { "images:\n- name: api # a\n  newTag: v1 # b\n\nresources:\n- ../../base\n", "images:\n- name: api # a\n  newTag: v1 # b\n- name: web\n  newTag: v2\n\nresources:\n- ../../base\n" },
        { "images:\n    -   name: 'api'\n        newTag: 'v1'\nresources: [../../base]\n", "images:\n    -   name: 'api'\n        newTag: 'v1'\n    -   name: 'web'\n        newTag: 'v2'\nresources: [../../base]\n" },
        { "images:\n- name: api\n  newTag: \"1.10\"\nresources: [../../base]\n", "images:\n- name: api\n  newTag: \"1.10\"\n- name: web\n  newTag: v2\nresources: [../../base]\n" },
        { "images:\n- {name: api, newTag: \"v1\"}\nresources: [../../base]\n", "images:\n- {name: api, newTag: \"v1\"}\n- {name: web, newTag: \"v2\"}\nresources: [../../base]\n" },
        { "images: [{name: api, newTag: v1}] # c\nresources: [../../base]\n", "images: [{name: api, newTag: v1}, {name: web, newTag: v2}] # c\nresources: [../../base]\n" },
        { "images: []\nresources: [../../base]\n", "images: [{name: web, newTag: v2}]\nresources: [../../base]\n" },
        { "images:\nresources: [../../base]\n", "images:\n- name: web\n  newTag: v2\nresources: [../../base]\n" },
        { "Images:\n- Name: api\n  newtag: v1\nresources: [../../base]\n", "Images:\n- Name: api\n  newtag: v1\n- name: web\n  newTag: v2\nresources: [../../base]\n" },
        { "{\"resources\": [\"../../base\"]}\n", "{\"resources\": [\"../../base\"], \"images\": [{\"name\": \"web\", \"newTag\": \"v2\"}]}\n" },
    };

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

    [Fact]
    public async Task Takes_a_regular_expression_for_the_name_of_an_entry()
    {
        Place.Write(Dev, "resources: [../../base]\n");
        var before = await PrepareAsync(Pod("web-a:1", "api:1"), "apps/overlays/dev");
        await DoneAsync("web-.*=shop:2");
        await ShouldBuildAsync("apps/overlays/dev", before, ("web-a:1", "shop:2"));
    }

    [Fact]
    public async Task Is_not_held_up_by_kustomizations_that_build_on_each_other()
    {
        Place.Write(Dev, "resources: [../prod, ../../base]\n");
        Place.Write(Prod, "resources: [../dev]\ncomponents: [.]\n");
        await PrepareAsync(Pod("web:1"));
        (await DoneAsync("web:v2")).Edits.Select(edit => edit.File).ShouldBe([Dev]);
    }

    [Theory]
    [InlineData("resources:\n- https://user:secret@example.com/acme/base//web?ref=v1\n- ../../base\n", "https://example.com/acme/base//web?ref=v1")]
    [InlineData("bases: [github.com/acme/base]\nresources: [../../base]\n", "github.com/acme/base")]
    [InlineData("helmCharts: [{name: web}]\n", "helmCharts")]
    public async Task Says_what_was_not_read_where_nothing_matches(string text, string named)
    {
        Place.Write(Dev, text);
        await PrepareAsync(Pod("api:1"));
        var finding = (await BumpAsync("web:v2")).Diagnostics.ShouldHaveSingleItem();
        finding.Code.ShouldBe(BumpCodes.NoMatch);
        finding.Message.ShouldEndWith($"What kustomizations build on from elsewhere was not read: {named}.");
        finding.Advice!.ShouldContain("--add-entry");
        finding.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public async Task Does_so_unseen_where_it_is_told_to()
    {
        Place.Write("apps/overlays/kustomization.yaml", "resources:\n- https://example.com/acme/base//web?ref=v1\n- dev\n");
        Place.Write(Dev, "resources: [../../base]\n");
        await PrepareAsync(Pod("api:1"));
        var inputs = new InputValues().Add("image", ["web:v2", "api:v3"]).Add("path", "apps/overlays").Add("add-entry", "true");
        var outcome = await BumpTask.Declaration.RunAsync(inputs, Place.Context(), Token);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        Place.Read("apps/overlays/kustomization.yaml").ShouldEndWith("images:\n- name: api\n  newTag: v3\n- name: web\n  newTag: v2\n");
        (await NumstatAsync()).ShouldBe(["5\t0\tapps/overlays/kustomization.yaml"]);
    }

    [Fact]
    public async Task Reads_each_level_in_one_go_and_none_where_the_image_is_set()
    {
        Place.Write(Dev, "resources: [../../m1, ../../m2]\n");
        Place.Write(Prod, "images: [{name: web, newTag: v1}]\nresources: [../../m1]\n");
        Place.Write("apps/m1/kustomization.yaml", "resources: [../base]\n");
        Place.Write("apps/m2/kustomization.yaml", "resources: [../base]\n");
        await PrepareAsync(Pod("web:1"));
        (await ReadsAsync("apps/overlays/dev")).ShouldBe(4);
        (await ReadsAsync("apps/overlays/prod")).ShouldBe(1);
    }

    [Fact]
    public async Task Adds_none_where_the_image_is_newer_already()
    {
        Place.Write(Dev, "resources: [../../base]\n");
        await PrepareAsync(Pod("web:v3"));
        var outcome = await BumpAsync("web:v2");
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(GitOpsTasks.Edits.EditCodes.Superseded);
        (await NumstatAsync()).ShouldBeEmpty();
        (await DoneAsync("web:v4")).Changed.ShouldBeTrue();
    }

    [Fact]
    public async Task Does_so_in_a_repository_that_is_not_checked_out()
    {
        using var repository = await BareRepository.CreateAsync();
        await repository.CommitAsync("main", new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["apps/base/kustomization.yaml"] = "resources: [pod.yaml]\n",
            ["apps/base/pod.yaml"] = Pod("web:1"),
            ["apps/middle/kustomization.yml"] = "resources: [../base]\nimages: [{name: web, newName: shop}]\n",
            [Dev] = "resources: [../../middle]\n",
        });
        var inputs = new InputValues().Add("image", "shop:v2").Add("path", "apps/overlays/dev").Add("repository", repository.FullPath).Add("push", "true");
        var outcome = await BumpTask.Declaration.RunAsync(inputs, Place.Context(), Token);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        (await repository.GitAsync("show", "main:" + Dev)).ShouldBe("resources: [../../middle]\nimages:\n- name: shop\n  newTag: v2");
    }

    private async Task<int> ReadsAsync(string path)
    {
        var tree = new CountedTree(new WorkTree(Place.Folder));
        await BumpEdit.Over([TreePath.Parse(path)], allowNoMatch: false, GitOpsTasks.Edits.ImageEditRules.Default)(
            tree, new Plan { Images = [ImageUpdate.Parse("web:v2")], MadeAt = default }, Token);
        return tree.Reads;
    }

    private async Task<string[]> PrepareAsync(string pod, string? builds = null)
    {
        Place.Write("apps/base/kustomization.yaml", "resources: [pod.yaml]\n");
        Place.Write("apps/base/pod.yaml", pod);
        await Place.CommitAllAsync();
        return builds is null ? [] : await KustomizeAsync(builds);
    }

    private async Task ShouldBuildAsync(string folder, string[] before, (string Old, string New) image)
    {
        var expected = before.Select(line => line.EndsWith(" " + image.Old, StringComparison.Ordinal) ? line[..^image.Old.Length] + image.New : line).ToArray();
        expected.ShouldNotBe(before);
        (await KustomizeAsync(folder)).ShouldBe(expected);
    }
}
