using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Parts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Bump;

/// <summary>What is read to know whether an entry is missing, and what is said of it.</summary>
public sealed class LookingForEntries : AddedEntries
{
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
}
