using GitOpsTasks.Contracts;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

/// <summary>What a rollback took away is not brought back by the next run of a schedule.</summary>
public class HoldingAfterARollback : GitHubPromotion
{
    [Theory]
    [InlineData("merge")]
    [InlineData("squash")]
    public async Task Does_not_ask_again_for_what_was_taken_back(string method)
    {
        await RollBackAsync(method);
        var sent = GitHub.Mutations.Count;
        var outcome = await TryPromoteAsync(("app", "web"), ("auto-merge", "merge"));
        var held = ((PromoteResult)outcome.UntypedResult!).Promotions.ShouldHaveSingleItem();
        (held.State, held.PullRequest).ShouldBe((PromotionState.Declined, 2));
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PromoteCodes.RolledBack);
        GitHub.Mutations.Count.ShouldBe(sent);
        (await Remote.ReadAsync("main", Staging)).ShouldBe(Overlay("web", "1.4.0"));
    }

    [Theory]
    [InlineData("reopen", "true")]
    [InlineData("tag", "1.5.0")]
    public async Task Asks_for_it_where_somebody_says_so(string option, string value)
    {
        await RollBackAsync("merge");
        (await PromoteWebAsync((option, value))).State.ShouldBe(PromotionState.Opened);
    }

    [Fact]
    public async Task Asks_for_a_newer_version_and_for_the_same_once_that_was_there()
    {
        await RollBackAsync("merge");
        await SetAsync("dev", "1.6.0");
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Opened);
        await MergeAsync(Repository.Pulls[2]);
        await SetAsync("dev", "1.7.0");
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Opened);
    }

    [Fact]
    public async Task Asks_where_a_rollback_was_closed_without_a_merge()
    {
        await PromoteWebAsync();
        await MergeAsync(Repository.Pulls[0]);
        await PromoteWebAsync(("rollback", "true"));
        await CloseAsync(Repository.Pulls[1]);
        await SetAsync("dev", "1.6.0");
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Opened);
    }

    [Fact]
    public async Task Pushes_nothing_back_either()
    {
        await RollBackAsync("merge");
        Place.Write("gitops.yaml", "apiVersion: gitops-tasks/v1\napps: {web: {}}\nenvironments: [{name: dev}, {name: staging, from: dev, by: push}]\n");
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Declined);
        (await Remote.ReadAsync("main", Staging)).ShouldBe(Overlay("web", "1.4.0"));
        await SetAsync("dev", "1.6.0");
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Pushed);
    }

    [Fact]
    public async Task Pushes_where_the_token_may_not_see_pull_requests()
    {
        await SetAsync("dev", "1.6.0");
        Place.Write("gitops.yaml", "apiVersion: gitops-tasks/v1\napps: {web: {}}\nenvironments: [{name: dev}, {name: staging, from: dev, by: push}]\n");
        GitHub.Fail("GET", "/pulls", 403, times: 9, body: "Resource not accessible by integration");
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Pushed);
    }

    private async Task RollBackAsync(string method)
    {
        await PromoteWebAsync();
        await MergeAsync(Repository.Pulls[0], method);
        await PromoteWebAsync(("rollback", "true"));
        await MergeAsync(Repository.Pulls[1], method);
        (await Remote.ReadAsync("main", Staging)).ShouldBe(Overlay("web", "1.4.0"));
    }
}
