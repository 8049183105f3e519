using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;

namespace GitOpsTasks.Tests.Bump;

/// <summary>Entries are found by what people name them, and the image they address is the one that changes.</summary>
public sealed class BumpingEntriesOfOtherNames() : BumpedFiles("k")
{
    private const string File = "k/kustomization.yaml";

    [Theory]
    [InlineData("web:1", "PLACEHOLDER", "- name: PLACEHOLDER\n  newName: web\n  newTag: v1\n", "PLACEHOLDER:v2", "web:v1", "web:v2")]
    [InlineData("web:1", "alpine:latest", "- {name: 'alpine:latest', newTag: v1}\n", "alpine:latest=:v2", "alpine:v1", "alpine:v2")]
    [InlineData("web:1", "shop-a", "- name: shop-.*\n  newTag: v1\n", "shop-.*=:v2", "shop-a:v1", "shop-a:v2")]
    [InlineData("web:1", "docker.io/library/nginx", "- name: docker.io/library/nginx\n  newTag: v1\n", "nginx:v2", "docker.io/library/nginx:v1", "docker.io/library/nginx:v2")]
    [InlineData("web:1", "nginx", "- name: nginx\n  newTag: v1\n", "index.docker.io/library/nginx:v2", "nginx:v1", "nginx:v2")]
    [InlineData("docker.io/library/nginx:1", "nginx", "- name: nginx\n  newTag: v1\n- name: docker.io/library/nginx\n  newTag: v0\n", "nginx:v2", "nginx:v1", "nginx:v2")]
    [InlineData("web:1", "old", "- name: old\n  newName: ghcr.io/acme/new\n  newTag: v1\n", "ghcr.io/acme/new:v2", "ghcr.io/acme/new:v1", "ghcr.io/acme/new:v2")]
    [InlineData("web:1", "api:0", "- name: api\n  newTag: v1\n  tagSuffix: -musl\n", "api:v2", "api:v1", "api:v2")]
    public async Task Changes_the_image_alone(string other, string image, string entries, string update, string old, string wanted)
    {
        await PrepareAsync([other, image], "resources: [../base]\nimages:\n" + entries);
        var before = await KustomizeAsync("k");
        await DoneAsync(update);
        (await NumstatAsync()).ShouldBe([$"1\t1\t{File}"]);
        var expected = before.Select(line => line.EndsWith(" " + old, StringComparison.Ordinal) ? line[..^old.Length] + wanted : line).ToArray();
        expected.ShouldNotBe(before);
        (await KustomizeAsync("k")).ShouldBe(expected);
        (await DoneAsync(update)).Changed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("bases: [../base]\nimageTags:\n- name: web\n  newTag: v1\n")]
    [InlineData("resources: [../base]\nImages:\n- Name: web\n  NEWTAG: v1\n")]
    [InlineData("resources: [../base]\nimages:\n- name: web\n  newName: web\n  newTag: &t v1\n- name: web\n  newTag: *t\n")]
    [InlineData("resources: [../base]\nimages:\n- {<<: {newTag: v1}, name: api}\n- name: web\n  newTag: v1\n")]
    public async Task Keeps_spellings_of_old(string text)
    {
        await PrepareAsync(["web:0", "api:0"], text);
        var before = await KustomizeAsync("k");
        await DoneAsync("web:v2");
        (await NumstatAsync()).ShouldBe([$"1\t1\t{File}"]);
        (await KustomizeAsync("k")).ShouldBe(before.Select(line => line.Replace("web:v1", "web:v2", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sets_every_entry_of_the_name()
    {
        await PrepareAsync(["web:0"], "resources: [../base]\nimages:\n- name: web\n  newTag: v1\n- name: web\n  newTag: v0 # last\n");
        await DoneAsync("web:1.10");
        Place.Read(File).ShouldBe("resources: [../base]\nimages:\n- name: web\n  newTag: \"1.10\"\n- name: web\n  newTag: \"1.10\" # last\n");
    }

    [Fact]
    public async Task Keeps_a_starred_digest_where_the_tag_stays()
    {
        var digest = "sha256:" + new string('a', 64);
        var text = $"resources: [../base]\nimages:\n- name: web\n  newTag: v1\n  digest: {digest}\n";
        await PrepareAsync(["web:0"], text);
        await DoneAsync("web=mirror.example.com/web:*@*");
        Place.Read(File).ShouldBe(text + "  newName: mirror.example.com/web\n");
        await DoneAsync("web=*:v2@*");
        Place.Read(File).ShouldNotContain("digest");
    }

    [Fact]
    public async Task Warns_of_an_entry_below_that_sets_the_image_again()
    {
        await PrepareAsync(["web:0"], "resources: [../base]\nimages:\n- name: web\n  newName: shop\n  newTag: v1\n- name: shop\n  newTag: v1\n");
        var warning = (await BumpAsync("web:v2")).Diagnostics.ShouldHaveSingleItem();
        (warning.Severity, warning.Code, warning.Place!.Line).ShouldBe((Severity.Warning, EditCodes.EntryOverridden, 6));
        (await KustomizeAsync("k")).ShouldContain("  - image: shop:v1");
        (await BumpAsync("web:v2", "shop:v2")).Diagnostics.ShouldBeEmpty();
        (await KustomizeAsync("k")).ShouldContain("  - image: shop:v2");
    }

    [Theory]
    [InlineData("web=*")]
    [InlineData("web:*")]
    [InlineData("=web")]
    public async Task Needs_a_part_to_set(string image)
    {
        await PrepareAsync(["web:0"], "resources: [../base]\nimages: [{name: web, newTag: v1}]\n");
        (await BumpAsync(image)).ExitCode.ShouldBe(ExitCode.Usage);
    }

    private async Task PrepareAsync(string[] images, string kustomization)
    {
        Place.Write("base/kustomization.yaml", "resources: [pod.yaml]\n");
        Place.Write("base/pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: pod}\nspec:\n  containers:\n" + string.Concat(images.Select((image, at) => $"  - {{name: c{at}, image: '{image}'}}\n")));
        Place.Write(File, kustomization);
        await Place.CommitAllAsync();
    }
}
