using GitOpsTasks.Contracts;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

public sealed class PromotingByPush : PromotedRepository
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Place.Write("gitops.yaml", """
            apiVersion: gitops-tasks/v1
            config: {repository: config.git}
            apps: {web: {}, api: {}}
            environments:
            - {name: dev, by: push}
            - {name: staging, from: dev, by: push}

            """);
    }

    [Fact]
    public async Task Moves_the_branch_that_agents_follow()
    {
        var promotion = await PromoteWebAsync();
        (promotion.State, promotion.Branch, promotion.PullRequest).ShouldBe((PromotionState.Pushed, "main", null));
        (await Remote.NumstatAsync("main^", "main")).ShouldBe([$"1\t1\t{Staging}"]);
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.NothingToPromote);
        (await Remote.RefsAsync()).Keys.ShouldBe(["refs/heads/main"]);
    }

    [Theory]
    [InlineData("to", "stagign", "GOT7101", "Did you mean 'staging'?")]
    [InlineData("to", "qa", "GOT7101", "Known: dev, staging.")]
    [InlineData("app", "wbe", "GOT7102", "Did you mean 'web'?")]
    public async Task Suggests_the_name_that_was_meant(string input, string value, string code, string advice)
    {
        var outcome = await TryPromoteAsync((input, value));
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        var error = outcome.Diagnostics.ShouldHaveSingleItem();
        (error.Code, error.Advice).ShouldBe((code, advice));
    }
}
