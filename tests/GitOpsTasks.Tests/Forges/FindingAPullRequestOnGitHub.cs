using GitOpsTasks.Forges;

namespace GitOpsTasks.Tests.Forges;

public sealed class FindingAPullRequestOnGitHub : GitHubSituation
{
    [Fact]
    public async Task Finds_none_where_none_is_open() =>
        (await Forge.FindOpenAsync(Branch, "main", Token)).ShouldBeNull();

    [Fact]
    public async Task Finds_the_one_between_the_two_branches_among_others()
    {
        await Repository.Git.CommitAsync("gitops/web", "web.yaml", "tag: 3\n", from: "main");
        await Repository.Git.GitAsync("branch", "release", "main");
        await Forge.OpenAsync(Draft with { Head = "gitops/web" }, Token);
        await Forge.OpenAsync(Draft with { Base = "release" }, Token);
        var wanted = await Forge.OpenAsync(Draft, Token);

        (await Forge.FindOpenAsync(Branch, "main", Token)).ShouldBe(wanted);
    }

    [Theory]
    [InlineData("someone", "gitops")]
    [InlineData("acme", "gitops-fork")]
    public async Task Does_not_take_the_same_branch_of_a_fork_for_it(string owner, string name)
    {
        await ForkAsync(owner, name);
        await OpenFromForkAsync(owner, name);
        Repository.Pulls.Count.ShouldBe(1);

        (await Forge.FindOpenAsync(Branch, "main", Token)).ShouldBeNull();

        var own = await Forge.OpenAsync(Draft, Token);
        (await Forge.FindOpenAsync(Branch, "main", Token)).ShouldBe(own);
    }

    [Fact]
    public async Task Sees_the_commit_a_later_push_moved_the_branch_to()
    {
        var opened = await Forge.OpenAsync(Draft, Token);
        var pushed = await Repository.Git.CommitAsync(Branch, "web.yaml", "tag: 3\n");

        var found = await Forge.FindOpenAsync(Branch, "main", Token);

        found.ShouldBe(opened with { HeadCommit = pushed });
    }

    [Fact]
    public async Task Does_not_find_one_that_was_merged_or_lost_its_branch()
    {
        await Forge.OpenAsync(Draft, Token);
        await Repository.Git.GitAsync("update-ref", "-d", $"refs/heads/{Branch}");

        (await Forge.FindOpenAsync(Branch, "main", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Changes_nothing()
    {
        await Forge.FindOpenAsync(Branch, "main", Token);

        GitHub.Mutations.ShouldBeEmpty();
        GitHub.Requests.ShouldHaveSingleItem();
    }

    private async Task OpenFromForkAsync(string owner, string name)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{GitHub.ApiUrl}/repos/acme/gitops/pulls");
        request.Headers.Authorization = new("Bearer", GitHub.Token);
        request.Content = new StringContent(
            $$"""{"title":"From a fork","head":"{{owner}}:{{Branch}}","head_repo":"{{name}}","base":"main"}""");
        (await client.SendAsync(request, Token)).EnsureSuccessStatusCode();
    }
}
