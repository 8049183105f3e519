using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

/// <summary>What promote does on every forge.</summary>
public abstract class PromotingByPullRequest : PromotedRepository
{
    [Fact]
    public async Task Opens_a_pull_request_that_changes_one_line()
    {
        var promotion = await PromoteWebAsync();
        (promotion.State, promotion.Branch).ShouldBe((PromotionState.Opened, Branch));
        promotion.Images.ShouldBe([new PromotedImage("web", "1.4.0", "1.5.0")]);
        promotion.PullRequest.ShouldNotBeNull();
        promotion.Url.ShouldNotBeNull();
        (await Remote.NumstatAsync("main", Branch)).ShouldBe([$"1\t1\t{Staging}"]);
        (await Remote.ReadAsync("main", Staging)).ShouldBe(Overlay("web", "1.4.0"));
    }

    [Fact]
    public async Task Sends_nothing_where_all_is_said_already()
    {
        var first = await PromoteWebAsync();
        var refs = await Remote.RefsAsync();
        var sent = MutationCount();
        var again = await PromoteWebAsync();
        (again.State, again.PullRequest, again.Commit, again.IsWritten).ShouldBe((PromotionState.Unchanged, first.PullRequest, null, false));
        (await Remote.RefsAsync()).ShouldBe(refs, ignoreOrder: true);
        MutationCount().ShouldBe(sent);
    }

    [Fact]
    public async Task Updates_the_pull_request_to_a_newer_version()
    {
        var first = await PromoteWebAsync();
        await SetAsync("dev", "1.6.0");
        var second = await PromoteWebAsync();
        (second.State, second.PullRequest).ShouldBe((PromotionState.Updated, first.PullRequest));
        second.Images.ShouldBe([new PromotedImage("web", "1.4.0", "1.6.0")]);
        (await Remote.NumstatAsync("main", Branch)).ShouldBe([$"1\t1\t{Staging}"]);
        (await Remote.LogAsync(Branch)).ShouldContain(first.Commit!);
        await Remote.FsckAsync();
    }

    [Fact]
    public async Task Closes_the_pull_request_where_nothing_is_left_to_promote()
    {
        var first = await PromoteWebAsync();
        await SetAsync("staging", "1.5.0");
        var second = await PromoteWebAsync();
        (second.State, second.PullRequest, second.Images.Count).ShouldBe((PromotionState.Closed, first.PullRequest, 0));
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.NothingToPromote);
    }

    [Fact]
    public async Task Gives_each_application_a_pull_request_of_its_own()
    {
        var promotions = await PromoteAsync();
        promotions.Select(promotion => (promotion.App, promotion.State, promotion.Branch)).ShouldBe(
        [
            ("api", PromotionState.Opened, "gitops/promote/api-to-staging"),
            ("web", PromotionState.Opened, Branch),
        ]);
        promotions.Select(promotion => promotion.PullRequest).Distinct().Count().ShouldBe(2);
        (await Remote.NumstatAsync("main", Branch)).ShouldBe([$"1\t1\t{Staging}"]);
    }

    [Fact]
    public async Task Writes_nothing_in_a_dry_run()
    {
        var refs = await Remote.RefsAsync();
        var promotion = await PromoteWebAsync(("dry-run", "true"));
        (promotion.State, promotion.IsWritten).ShouldBe((PromotionState.Planned, false));
        promotion.Images.ShouldBe([new PromotedImage("web", "1.4.0", "1.5.0")]);
        (await Remote.RefsAsync()).ShouldBe(refs, ignoreOrder: true);
        MutationCount().ShouldBe(0);
    }

    /// <summary>How many requests that can change something were sent; 0 where the forge is a repository.</summary>
    protected virtual int MutationCount() => 0;
}
