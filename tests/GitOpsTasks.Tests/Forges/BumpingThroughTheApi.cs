using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Git;

namespace GitOpsTasks.Tests.Forges;

public sealed class BumpingThroughTheApi : ApiSituation
{
    [Fact]
    public async Task Commits_and_moves_the_branch_by_three_writes()
    {
        var outcome = await BumpAsync(more: ("path", "apps/web"));

        await ShouldBeBumpedAsync(outcome);
        (await Remote.Git.NumstatAsync("main^", "main")).ShouldBe([$"1\t1\t{File}"]);
        var result = (BumpResult)outcome.UntypedResult!;
        (result.Commit, result.Branch, result.Changed, result.Attempts).ShouldBe((await Remote.Git.TipAsync("main"), "main", true, 1));
        GitHub.Mutations.Select(request => request.Method + request.Path).ShouldBe(
            ["POST/repos/acme/gitops/git/trees", "POST/repos/acme/gitops/git/commits", "PATCH/repos/acme/gitops/git/refs/heads/main"]);
        GitHub.Mutations[2].Body.ShouldContain("\"force\":false");
        // The tip, the root, apps, all below apps/web, and the one file.
        GitHub.Requests.Count.ShouldBe(5 + 3);
    }

    [Fact]
    public async Task Changes_nothing_where_the_image_is_there_already()
    {
        await ShouldBeBumpedAsync(await BumpAsync());
        var writes = GitHub.Mutations.Count;

        var again = await BumpAsync();

        await ShouldBeBumpedAsync(again);
        ((BumpResult)again.UntypedResult!).Changed.ShouldBeFalse();
        GitHub.Mutations.Count.ShouldBe(writes);
    }

    [Theory]
    [InlineData("dry-run", "true")]
    [InlineData("push", "false")]
    public async Task Changes_nothing_where_it_is_only_to_look(string input, string value)
    {
        var outcome = await BumpAsync(more: [(input, value), ("diff", "true")]);

        var result = (BumpResult)outcome.UntypedResult!;
        (result.Changed, result.Commit).ShouldBe((true, null));
        result.Diff!.ShouldContain("+  newTag: 1.5.0");
        GitHub.Mutations.ShouldAllBe(request => request.Path == "/graphql");
    }

    [Fact]
    public async Task Makes_the_branch_it_is_to_push_to()
    {
        var outcome = await BumpAsync(more: ("push-branch", "bumps/web"));

        outcome.ExitCode.ShouldBe(ExitCode.Done);
        (await Remote.Git.ReadAsync("bumps/web", File))!.ShouldContain("1.5.0");
        (await Remote.Git.ResolveAsync("bumps/web^")).ShouldBe(await Remote.Git.TipAsync("main"));
        (await Remote.Git.ReadAsync("main", File)).ShouldBe(Content);
    }

    [Fact]
    public async Task Leaves_names_out_for_the_forge_to_sign_unless_they_are_given()
    {
        await BumpAsync();
        await BumpAsync(image: "web:1.6.0", more: ("author", "Ann <ann@example.com>"));
        await BumpAsync(Context(("GIT_COMMITTER_NAME", "Bot"), ("GIT_COMMITTER_EMAIL", "bot@example.com"), ("GIT_COMMITTER_DATE", "@1770000000 +0230")), "web:1.7.0");

        var commits = GitHub.Mutations.Where(request => request.Path.EndsWith("/git/commits", StringComparison.Ordinal)).ToList();
        commits[0].Body.ShouldNotContain("\"author\"");
        commits[0].Body.ShouldNotContain("\"committer\"");
        commits[1].Body.ShouldContain("\"author\":{\"name\":\"Ann\"");
        (await Remote.Git.GitAsync("cat-file", "commit", "main")).ShouldContain("committer Bot <bot@example.com> 1770000000 +0230");
    }

    [Fact]
    public async Task Names_a_branch_that_is_not_there()
    {
        var error = await ShouldFailAsync(BumpAsync(more: ("branch", "gone/away")), ExitCode.Usage, GitCodes.BranchNotFound);

        error.Message.ShouldContain("gone/away");
        GitHub.Mutations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Asks_for_the_repository_whose_api_it_is()
    {
        var inputs = new InputValues().Add("image", "web:1.5.0").Add("via", "api");

        (await BumpTask.Declaration.RunAsync(inputs, Context(), Token)).Diagnostics[0].Code.ShouldBe(UsageCodes.InputsContradict);
    }

    [Fact]
    public async Task Says_that_a_path_has_no_api()
    {
        var inputs = new InputValues().Add("image", "web:1.5.0").Add("via", "api").Add("repository", Remote.Git.FullPath);

        (await BumpTask.Declaration.RunAsync(inputs, Context(), Token)).Diagnostics[0].Message.ShouldContain("without an API");
    }

    [Fact]
    public async Task Marks_the_commit_on_the_branch_its_own_pipeline_runs_for()
    {
        var (server, slug) = (GitHub.Url, "acme/gitops");

        await BumpAsync(Context(
            ("GITHUB_ACTIONS", "true"), ("GITHUB_SERVER_URL", server), ("GITHUB_API_URL", GitHub.ApiUrl), ("GITHUB_REPOSITORY", slug), ("GITHUB_REF", "refs/heads/main")));

        (await Remote.Git.SubjectsAsync("main"))[0].ShouldBe("Bump web to 1.5.0 [skip ci]");
    }
}
