using System.Net;

namespace GitOpsTasks.Tests.Forges;

public sealed class StandingInForGitHub : GitHubSituation
{
    private GitHubApiClient Client => new(GitHub);

    [Fact]
    public async Task Ignores_a_head_filter_without_an_owner()
    {
        await Forge.OpenAsync(Draft, Token);

        (await Client.SucceedAsync("GET", "acme/gitops/pulls?head=other")).AsArray().Count.ShouldBe(1);
        (await Client.SucceedAsync("GET", "acme/gitops/pulls?head=acme:other")).AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_what_is_wrong_in_the_errors_alone()
    {
        await Forge.OpenAsync(Draft, Token);

        var (status, body) = await Client.SendAsync(
            "POST", "acme/gitops/pulls", $$"""{"title":"again","head":"{{Branch}}","base":"main"}""");

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        body!["message"]!.GetValue<string>().ShouldBe("Validation Failed");
        body["errors"]![0]!["message"]!.GetValue<string>().ShouldBe($"A pull request already exists for acme:{Branch}.");
    }

    [Fact]
    public async Task Commits_through_the_api_and_moves_branches_forward_only()
    {
        var tip = (await Client.SucceedAsync("GET", $"acme/gitops/git/ref/heads/{Branch}"))["object"]!["sha"]!.GetValue<string>();
        var tree = (await Client.SucceedAsync("GET", $"acme/gitops/git/commits/{tip}"))["tree"]!["sha"]!.GetValue<string>();
        var newTree = await PostAsync(
            "git/trees",
            $$"""{"base_tree":"{{tree}}","tree":[{"path":"a/new.yaml","mode":"100644","type":"blob","content":"x: 1\n"},{"path":"web.yaml","mode":"100644","type":"blob","sha":null}]}""");
        var commit = await PostAsync(
            "git/commits", $$"""{"message":"by api","tree":"{{newTree}}","parents":["{{tip}}"]}""");

        await Client.SucceedAsync("PATCH", $"acme/gitops/git/refs/heads/{Branch}", $$"""{"sha":"{{commit}}"}""");

        (await Repository.Git.NumstatAsync(tip, commit)).ShouldBe(["1\t0\ta/new.yaml", "0\t1\tweb.yaml"]);
        var (status, body) = await Client.SendAsync(
            "PATCH", $"acme/gitops/git/refs/heads/{Branch}", $$"""{"sha":"{{tip}}","force":false}""");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        body!["message"]!.GetValue<string>().ShouldBe("Update is not a fast forward");
        await Repository.Git.FsckAsync();
    }

    [Fact]
    public async Task Loses_every_other_file_of_a_tree_made_without_a_base()
    {
        var tree = await PostAsync(
            "git/trees", """{"tree":[{"path":"only.yaml","mode":"100644","type":"blob","content":"x: 1\n"}]}""");

        (await Client.SucceedAsync("GET", $"acme/gitops/git/trees/{tree}?recursive=1"))["tree"]!.AsArray()
            .Select(e => e!["path"]!.GetValue<string>()).ShouldBe(["only.yaml"]);
    }

    [Fact]
    public async Task Reads_files_and_folders()
    {
        var file = await Client.SucceedAsync("GET", $"acme/gitops/contents/web.yaml?ref={Branch}");
        var folder = await Client.SucceedAsync("GET", "acme/gitops/contents/");

        Convert.FromBase64String(file["content"]!.GetValue<string>()).ShouldBe("tag: 2\n"u8.ToArray());
        (await Client.SendAsync("GET", "acme/gitops/contents/missing.yaml")).Status.ShouldBe(HttpStatusCode.NotFound);
        folder.AsArray().Select(e => e!["name"]!.GetValue<string>()).ShouldBe(["web.yaml"]);
    }

    [Fact]
    public async Task Merges_for_real_and_finds_the_conflict_of_the_next()
    {
        await Repository.Git.CommitAsync("other", "web.yaml", "tag: 3\n", from: "main");
        await Forge.OpenAsync(Draft, Token);
        await Forge.OpenAsync(Draft with { Head = "other" }, Token);

        var merged = await Client.SucceedAsync("PUT", "acme/gitops/pulls/1/merge", """{}""");

        (await Repository.Git.TipAsync("main")).ShouldBe(merged["sha"]!.GetValue<string>());
        (await Repository.Git.ReadAsync("main", "web.yaml")).ShouldBe("tag: 2\n");
        (await Client.SucceedAsync("GET", "acme/gitops/pulls/2"))["mergeable_state"]!.GetValue<string>().ShouldBe("dirty");
        (await Client.SendAsync("PUT", "acme/gitops/pulls/2/merge", """{}""")).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Does_not_merge_another_head_than_was_looked_at()
    {
        await Forge.OpenAsync(Draft, Token);

        var (status, _) = await Client.SendAsync(
            "PUT", "acme/gitops/pulls/1/merge", """{"sha":"0000000000000000000000000000000000000001"}""");

        status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Lets_a_push_move_the_head_and_close_by_deleting_the_branch()
    {
        await Forge.OpenAsync(Draft, Token);
        var credentials = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"x-access-token:{GitHub.Token}"));
        using var clone = await GitClone.OfAsync($"{Repository.Url}.git", credentials);

        var pushed = await clone.CommitAndPushAsync(Branch, "web.yaml", "tag: 4\n");
        Repository.Pulls[0].HeadSha.ShouldBe(pushed);
        await clone.GitAsync("push", "--quiet", "origin", $":refs/heads/{Branch}");

        Repository.Pulls[0].IsOpen.ShouldBeFalse();
        GitHub.Mutations.Count(r => r.Path.EndsWith("/git-receive-pack", StringComparison.Ordinal)).ShouldBe(2);
    }

    private async Task<string> PostAsync(string path, string json) =>
        (await Client.SucceedAsync("POST", $"acme/gitops/{path}", json))["sha"]!.GetValue<string>();
}
