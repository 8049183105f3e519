using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

/// <summary>What can have happened between two runs, and what the second then does.</summary>
public class KeepingAPullRequestRight : GitHubPromotion
{
    private Task<string> ChangeLineBesideAsync() => Remote.CommitAsync("main", Staging, Overlay("web", "1.4.0").Replace("web # c", "web # d", StringComparison.Ordinal));

    private async Task<string?> TipAsync() => await Remote.TipAsync(Branch);

    [Theory]
    [InlineData("conflicted", false)]
    [InlineData("never", false)]
    [InlineData("always", true)]
    public async Task Takes_in_a_base_that_moved_elsewhere_only_always(string when, bool isTakenIn)
    {
        await PromoteWebAsync();
        await Remote.CommitAsync("main", "README.md", "hello\n");
        var (tip, sent) = (await TipAsync(), GitHub.Mutations.Count);
        var again = await PromoteWebAsync(("refresh-when", when));
        again.State.ShouldBe(isTakenIn ? PromotionState.Updated : PromotionState.Unchanged);
        (await TipAsync() != tip).ShouldBe(isTakenIn);
        if (!isTakenIn)
            GitHub.Mutations.Count.ShouldBe(sent);
        (await PromoteWebAsync(("refresh-when", when))).State.ShouldBe(PromotionState.Unchanged);
    }

    [Theory]
    [InlineData("conflicted", true)]
    [InlineData("never", false)]
    public async Task Makes_a_branch_that_conflicts_anew(string when, bool isMadeAnew)
    {
        await PromoteWebAsync();
        await ChangeLineBesideAsync();
        (await IsMergeableAsync(Pull)).ShouldBeFalse();
        await PromoteWebAsync(("refresh-when", when));
        (await IsMergeableAsync(Pull)).ShouldBe(isMadeAnew);
        if (isMadeAnew)
            (await Remote.ReadAsync(Branch, Staging)).ShouldBe(Overlay("web", "1.5.0").Replace("web # c", "web # d", StringComparison.Ordinal));
        (await PromoteWebAsync(("refresh-when", when))).State.ShouldBe(PromotionState.Unchanged);
    }

    [Fact]
    public async Task Leaves_a_branch_alone_whose_file_the_base_changed_without_a_conflict()
    {
        await Remote.CommitAsync("main", Staging, "# head\n\n\n\n\n\n" + Overlay("web", "1.4.0"));
        await PromoteWebAsync();
        await Remote.CommitAsync("main", Staging, "# another head\n\n\n\n\n\n" + Overlay("web", "1.4.0"));
        var sent = GitHub.Mutations.Count;
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Unchanged);
        GitHub.Mutations.Count.ShouldBe(sent);
        (await IsMergeableAsync(Pull)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("merge")]
    [InlineData("squash")]
    public async Task Goes_on_after_it_was_merged(string method)
    {
        await PromoteWebAsync();
        await MergeAsync(Pull, method);
        var sent = GitHub.Mutations.Count;
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.NothingToPromote);
        GitHub.Mutations.Count.ShouldBe(sent);
        await SetAsync("dev", "1.6.0");
        (await PromoteWebAsync()).PullRequest.ShouldBe(2);
        (await IsMergeableAsync(Repository.Pulls[1])).ShouldBeTrue();
        (await Remote.NumstatAsync("main", Branch)).ShouldBe([$"1\t1\t{Staging}"]);
    }

    [Fact]
    public async Task Asks_again_for_what_was_merged_and_undone()
    {
        await PromoteWebAsync();
        await MergeAsync(Pull);
        await SetAsync("staging", "1.4.0");
        (await PromoteWebAsync()).PullRequest.ShouldBe(2);
        await MergeAsync(Repository.Pulls[1]);
        (await Remote.ReadAsync("main", Staging)).ShouldBe(Overlay("web", "1.5.0"));
    }

    [Fact]
    public async Task Does_not_ask_again_where_a_person_closed_it()
    {
        await PromoteWebAsync();
        await CloseAsync(Pull);
        var sent = GitHub.Mutations.Count;
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Declined);
        GitHub.Mutations.Count.ShouldBe(sent);
        Repository.Pulls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Asks_again_after_a_person_closed_it_for_a_newer_version_or_when_told(bool isNewer)
    {
        await PromoteWebAsync();
        await CloseAsync(Pull);
        if (isNewer)
            await SetAsync("dev", "1.6.0");
        (await PromoteWebAsync(("reopen", isNewer ? "false" : "true"))).State.ShouldBe(PromotionState.Opened);
        Repository.Pulls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Makes_a_branch_that_was_deleted_again()
    {
        await PromoteWebAsync();
        using (var client = new Forges.GitHubApiClient(GitHub))
            await client.SucceedAsync("DELETE", $"acme/gitops/git/refs/heads/{Branch}");
        var again = await PromoteWebAsync();
        (again.State, again.PullRequest).ShouldBe((PromotionState.Opened, 2));
        (await Remote.NumstatAsync("main", Branch)).ShouldBe([$"1\t1\t{Staging}"]);
    }

    [Fact]
    public async Task Closes_it_and_deletes_the_branch_where_nothing_is_left()
    {
        await PromoteWebAsync();
        await SetAsync("staging", "1.5.0");
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Closed);
        Pull.Comments.ShouldHaveSingleItem().ShouldBe("Closed: nothing is left to promote to `staging`.");
        (await TipAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Comes_to_one_pull_request_however_many_run_at_once()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PromoteWebAsync()));
        runs.Select(run => run.PullRequest).Distinct().ShouldBe([1]);
        (await Remote.LogAsync($"main..{Branch}")).Count.ShouldBe(1);
        await Remote.FsckAsync();
    }

    [Fact]
    public async Task Is_not_misled_by_a_fork_with_the_same_branch()
    {
        var fork = await GitHub.AddRepositoryAsync("acme", "copy", Repository);
        await fork.Git.CommitAsync(Branch, Staging, Overlay("web", "6.6.6"), from: "main");
        using (var client = new Forges.GitHubApiClient(GitHub))
            await client.SucceedAsync("POST", "acme/gitops/pulls", $$"""{"title":"x","head":"acme:{{Branch}}","head_repo":"copy","base":"main"}""");
        var promotion = await PromoteWebAsync();
        (promotion.State, promotion.PullRequest).ShouldBe((PromotionState.Opened, 2));
        Repository.Pulls[0].Title.ShouldBe("x");
        Repository.Pulls[0].IsOpen.ShouldBeTrue();
    }
}
