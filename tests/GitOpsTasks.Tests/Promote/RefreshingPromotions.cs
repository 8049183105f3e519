using GitOpsTasks.Contracts;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

/// <summary>Open promotions of applications that share a file, brought up to date after a merge.</summary>
public class RefreshingPromotions : GitHubPromotion
{
    private Task FillSharedAsync(int apps) => SharedFile.FillAsync(Place, Remote, SharedFile.Apps.Take(apps));

    private async Task<IReadOnlyList<Promotion>> RefreshAsync()
    {
        var outcome = await PromoteTask.Declare(null).RunAsync(
            new InputValues().Add("refresh", "true").Add("repository", Address).Add("via", Via), Context, Token);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        return ((PromoteResult)outcome.UntypedResult!).Promotions;
    }

    [Fact]
    public async Task Leaves_every_version_right_and_no_conflict_when_20_are_merged_in_any_order()
    {
        await FillSharedAsync(20);
        await PromoteAsync();
        Repository.Pulls.Count.ShouldBe(20);
        var open = Repository.Pulls.ToList();
        var random = new Random(8);
        var conflicts = 0;
        while (open.Count > 0)
        {
            var pull = open[random.Next(open.Count)];
            (await IsMergeableAsync(pull)).ShouldBeTrue(pull.Title);
            await MergeAsync(pull, random.Next(2) == 0 ? "merge" : "squash");
            open.Remove(pull);
            foreach (var other in open)
                conflicts += await IsMergeableAsync(other) ? 0 : 1;
            await RefreshAsync();
        }

        conflicts.ShouldBeGreaterThan(5);
        (await Remote.ReadAsync("main", SharedFile.Staging)).ShouldBe(SharedFile.Promoted);
        Repository.Pulls.ShouldAllBe(pull => pull.MergedAt != null);
        await Remote.FsckAsync();
    }

    [Fact]
    public async Task Sends_nothing_where_nothing_conflicts()
    {
        await FillSharedAsync(3);
        await PromoteAsync();
        var sent = GitHub.Mutations.Count;
        (await RefreshAsync()).Select(promotion => promotion.State).Distinct().ShouldBe([PromotionState.Unchanged]);
        GitHub.Mutations.Count.ShouldBe(sent);
    }

    [Fact]
    public async Task Closes_one_whose_version_came_by_another_way()
    {
        await FillSharedAsync(3);
        await PromoteAsync();
        await Remote.CommitAsync("main", SharedFile.Staging, SharedFile.Images(app => app == "app01" ? "2.0.1" : "1.0.0"));
        (await RefreshAsync()).Select(promotion => promotion.State).ShouldContain(PromotionState.Closed);
        Repository.Pulls.Single(pull => !pull.IsOpen).HeadRef.ShouldBe("gitops/promote/app01-to-staging");
    }

    [Theory]
    [InlineData("nothing here")]
    [InlineData("<!-- gitops-tasks:promotion {\"app\":\"app02\",\"from\":\"dev\",\"to\":\"staging\",\"images\":[]} -->")]
    [InlineData("<!-- gitops-tasks:promotion {\"app\":\"app01\",\"from\":\"../../x\",\"to\":\"staging\",\"images\":[]} -->")]
    [InlineData("<!-- gitops-tasks:promotion {\"app\":\"app01\",\"apps\":[\"no\"],\"from\":\"dev\",\"to\":\"staging\",\"images\":[]} -->")]
    public async Task Does_not_believe_a_body_that_does_not_fit_its_branch(string body)
    {
        await FillSharedAsync(2);
        await PromoteAsync();
        var pull = Repository.Pulls.Single(pull => pull.HeadRef == "gitops/promote/app01-to-staging");
        pull.Body = body;
        var sent = GitHub.Mutations.Count;
        var outcome = await PromoteTask.Declare(null).RunAsync(new InputValues().Add("refresh", "true").Add("repository", Address).Add("via", Via), Context, Token);
        outcome.Diagnostics.ShouldContain(found => found.Code == PromoteCodes.MarkerUnusable);
        GitHub.Mutations.Count.ShouldBe(sent);
    }

    [Fact]
    public async Task Says_that_a_merge_by_the_workflows_token_starts_nothing()
    {
        await FillSharedAsync(2);
        await PromoteAsync();
        await MergeAsync(Repository.Pulls[0]);
        var merged = await Remote.GitAsync("cat-file", "commit", "main");
        var bot = System.Text.RegularExpressions.Regex.Replace(merged, "(?m)^(author|committer) .*? <.*?>", "$1 github-actions[bot] <1+github-actions[bot]@users.noreply.github.com>");
        var id = (await Remote.TryGitAsync(["hash-object", "-t", "commit", "-w", "--stdin"], System.Text.Encoding.UTF8.GetBytes(bot + "\n"))).Text;
        await Remote.GitAsync("update-ref", "refs/heads/main", id);
        var context = Context with { Environment = Context.Environment.With([new("GITHUB_ACTIONS", "true")]) };
        var outcome = await PromoteTask.Declare(null).RunAsync(new InputValues().Add("refresh", "true").Add("repository", Address).Add("via", Via), context, Token);
        outcome.Diagnostics.Select(found => found.Code).ShouldContain(PromoteCodes.TokenStartsNothing, string.Join('\n', outcome.Diagnostics));
    }
}
