using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

/// <summary>What can have happened between two runs on Azure Repos, and what the second then does.</summary>
public sealed class KeepingAPullRequestRightOnAzure : AzurePromotion
{
    private Task<string> ChangeLineBesideAsync() => Remote.CommitAsync("main", Staging, Overlay("web", "1.4.0").Replace("web # c", "web # d", StringComparison.Ordinal));

    [Fact]
    public async Task Leaves_it_alone_where_the_base_moved_elsewhere()
    {
        await PromoteWebAsync();
        await Remote.CommitAsync("main", "README.md", "hello\n");
        var sent = Azure.Mutations.Count;
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Unchanged);
        Azure.Mutations.Count.ShouldBe(sent);
    }

    [Fact]
    public async Task Makes_a_branch_that_conflicts_anew()
    {
        await PromoteWebAsync();
        await ChangeLineBesideAsync();
        (await Repository.IsMergeableAsync(Pull)).ShouldBeFalse();
        await PromoteWebAsync();
        (await Repository.IsMergeableAsync(Pull)).ShouldBeTrue();
        (await Remote.ReadAsync(Branch, Staging)).ShouldBe(Overlay("web", "1.5.0").Replace("web # c", "web # d", StringComparison.Ordinal));
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Unchanged);
    }

    [Theory]
    [InlineData("noFastForward")]
    [InlineData("squash")]
    public async Task Goes_on_after_it_was_completed(string strategy)
    {
        await PromoteWebAsync();
        await Repository.CompleteAsync(Pull, strategy);
        Pull.Status.ShouldBe("completed");
        var sent = Azure.Mutations.Count;
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.NothingToPromote);
        Azure.Mutations.Count.ShouldBe(sent);
        await SetAsync("dev", "1.6.0");
        (await PromoteWebAsync()).PullRequest.ShouldBe(2);
        (await Repository.IsMergeableAsync(Repository.Pulls[1])).ShouldBeTrue();
        (await Remote.NumstatAsync("main", Branch)).ShouldBe([$"1\t1\t{Staging}"]);
    }

    [Fact]
    public async Task Does_not_ask_again_where_a_person_abandoned_it()
    {
        await PromoteWebAsync();
        Pull.Status = "abandoned";
        var sent = Azure.Mutations.Count;
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Declined);
        Azure.Mutations.Count.ShouldBe(sent);
        await SetAsync("dev", "1.6.0");
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Opened);
        Repository.Pulls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Does_not_ask_again_for_what_a_rollback_took_away()
    {
        await PromoteWebAsync();
        await Repository.CompleteAsync(Repository.Pulls[0], "squash");
        await PromoteWebAsync(("rollback", "true"));
        await Repository.CompleteAsync(Repository.Pulls[1], "squash");
        var sent = Azure.Mutations.Count;
        var held = await PromoteWebAsync();
        (held.State, held.PullRequest).ShouldBe((PromotionState.Declined, 2));
        Azure.Mutations.Count.ShouldBe(sent);
        await SetAsync("dev", "1.6.0");
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Opened);
    }

    [Fact]
    public async Task Makes_a_branch_that_was_deleted_again_for_the_pull_request_that_stays()
    {
        await PromoteWebAsync();
        using (var client = new Forges.AzureApiClient(Azure))
            await client.DeleteBranchAsync(Branch, (await Remote.TipAsync(Branch))!);
        var again = await PromoteWebAsync();
        (again.State, again.PullRequest).ShouldBe((PromotionState.Updated, 1));
        (await Remote.NumstatAsync("main", Branch)).ShouldBe([$"1\t1\t{Staging}"]);
    }

    [Fact]
    public async Task Abandons_it_and_deletes_the_branch_where_nothing_is_left()
    {
        await PromoteWebAsync();
        await SetAsync("staging", "1.5.0");
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Closed);
        Pull.Status.ShouldBe("abandoned");
        (await Remote.TipAsync(Branch)).ShouldBeNull();
    }

    [Fact]
    public async Task Leaves_what_a_person_added_to_the_branch()
    {
        await PromoteWebAsync();
        var theirs = await Remote.CommitAsync(Branch, "notes.md", "wait\n");
        var sent = Azure.Mutations.Count;
        var again = await PromoteWebAsync();
        (again.State, again.CommitsOfOthers.Count).ShouldBe((PromotionState.Unchanged, 1));
        Azure.Mutations.Count.ShouldBe(sent);
        await SetAsync("dev", "1.6.0");
        await PromoteWebAsync();
        (await Remote.LogAsync(Branch)).ShouldContain(theirs);
        Pull.Threads.ShouldHaveSingleItem().Text.ShouldContain(theirs[..10]);
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
        var tip = (await Remote.TipAsync("main"))!;
        Repository.Add(new AzureFakePull { Number = 1, Title = "x", Description = "", Source = Branch, Target = "main", SourceCommit = tip, IsFromFork = true });
        (await PromoteWebAsync()).PullRequest.ShouldBe(2);
        Repository.Pulls[0].Title.ShouldBe("x");
    }

    [Fact]
    public async Task Refreshes_open_ones_by_what_their_descriptions_say()
    {
        await PromoteWebAsync();
        await ChangeLineBesideAsync();
        var outcome = await PromoteTask.Declare(null).RunAsync(new InputValues().Add("refresh", "true").Add("repository", Address), Context, Token);
        ((PromoteResult)outcome.UntypedResult!).Promotions.ShouldHaveSingleItem().State.ShouldBe(PromotionState.Updated, string.Join('\n', outcome.Diagnostics));
        (await Repository.IsMergeableAsync(Pull)).ShouldBeTrue();
    }
}
