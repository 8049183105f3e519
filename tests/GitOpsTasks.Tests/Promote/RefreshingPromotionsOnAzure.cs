using GitOpsTasks.Contracts;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

/// <summary>Open promotions of applications that share a file on Azure Repos, brought up to date after a completion.</summary>
public sealed class RefreshingPromotionsOnAzure : AzurePromotion
{
    [Fact]
    public async Task Leaves_every_version_right_and_no_conflict_when_20_are_completed_in_any_order()
    {
        await SharedFile.FillAsync(Place, Remote, SharedFile.Apps);
        await PromoteAsync();
        Repository.Pulls.Count.ShouldBe(20);
        var open = Repository.Pulls.ToList();
        var random = new Random(8);
        var conflicts = 0;
        while (open.Count > 0)
        {
            var pull = open[random.Next(open.Count)];
            (await Repository.IsMergeableAsync(pull)).ShouldBeTrue(pull.Title);
            await Repository.CompleteAsync(pull, random.Next(2) == 0 ? "noFastForward" : "squash");
            pull.Status.ShouldBe("completed");
            open.Remove(pull);
            foreach (var other in open)
                conflicts += await Repository.IsMergeableAsync(other) ? 0 : 1;
            await RefreshAsync();
        }

        conflicts.ShouldBeGreaterThan(5);
        (await Remote.ReadAsync("main", SharedFile.Staging)).ShouldBe(SharedFile.Promoted);
        Repository.Pulls.Count.ShouldBe(20);
        Repository.Pulls.ShouldAllBe(pull => pull.Status == "completed");
        await Remote.FsckAsync();
    }

    private async Task RefreshAsync()
    {
        var outcome = await PromoteTask.Declare(null).RunAsync(new InputValues().Add("refresh", "true").Add("repository", Address), Context, Token);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
    }
}
