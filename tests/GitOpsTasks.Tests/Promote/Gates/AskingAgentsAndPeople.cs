using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Promote;
using GitOpsTasks.Promote.Gates;

namespace GitOpsTasks.Tests.Promote.Gates;

public class AskingAgentsAndPeople : GitHubPromotion
{
    private void Configure(string gates) => Place.Write("gitops.yaml", $$"""
        apiVersion: gitops-tasks/v1
        apps: { web: {} }
        environments:
          - { name: dev, path: "apps/{app}/overlays/dev" }
          - { name: staging, path: "apps/{app}/overlays/staging", from: dev, gates: {{gates}} }
        """);

    private async Task<GateResult> GateAsync()
    {
        var inputs = new InputValues().Add("from", "dev").Add("to", "staging").Add("app", "web").Add("repository", Address).Add("render", "off").Add("via", Via);
        var outcome = await PromoteTask.Declare(null, PromotionGates.All).RunAsync(inputs, Context, Token);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        return ((PromoteResult)outcome.UntypedResult!).Promotions.ShouldHaveSingleItem().Gates.ShouldHaveSingleItem();
    }

    private async Task SayAsync(string name, string state, string revision = "main", bool isRun = false) =>
        Repository.Checks.Add(new GitHubFakeCheck((await Remote.ResolveAsync(revision))!, name, state, isRun));

    [Fact]
    public async Task Waits_for_what_an_agent_says_of_the_source()
    {
        Configure("{ statuses: [\"kustomization/web-dev/*\", e2e] }");
        (await GateAsync()).Detail.ShouldBe("'kustomization/web-dev/*' is not said of any commit that has it; 'e2e' is not said of any commit that has it");
        await SayAsync("kustomization/web-dev/0a1b2c3d", "success");
        await SayAsync("e2e", "in_progress", isRun: true);
        (await GateAsync()).Detail.ShouldBe("'e2e' has not ended");
        await SayAsync("e2e", "failure", isRun: true);
        (await GateAsync()).Detail.ShouldBe("'e2e' failed");
        Pull.IsDraft.ShouldBeTrue();
        await SayAsync("e2e", "neutral", isRun: true);
        (await GateAsync()).State.ShouldBe(GateState.Passed);
        Pull.IsDraft.ShouldBeFalse();
    }

    [Fact]
    public async Task Goes_by_the_newest_commit_that_something_is_said_of()
    {
        Configure("{ statuses: [health] }");
        await SayAsync("health", "success");
        await SetAsync("dev", "2.2.0", "api");
        (await GateAsync()).State.ShouldBe(GateState.Passed);
        await SayAsync("health", "failure");
        (await GateAsync()).State.ShouldBe(GateState.Pending);
    }

    [Fact]
    public async Task Does_not_go_by_what_was_said_of_an_earlier_version()
    {
        Configure("{ statuses: [health] }");
        await SayAsync("health", "success");
        await SetAsync("dev", "1.6.0");
        (await GateAsync()).State.ShouldBe(GateState.Pending);
    }

    [Fact]
    public async Task Counts_who_approved_the_pull_request_as_it_is()
    {
        Configure("{ approvals: 2, approvers: [Alice, bob] }");
        (await GateAsync()).Detail.ShouldBe("0 of 2 of Alice, bob");
        foreach (var name in new[] { "alice", "carol" })
            Pull.Reviews.Add(name);
        (await GateAsync()).Detail.ShouldBe("1 of 2 of Alice, bob");
        Pull.Reviews.Add("bob");
        (await GateAsync()).State.ShouldBe(GateState.Passed);
        Pull.IsDraft.ShouldBeFalse();
    }

    [Fact]
    public async Task Does_not_count_an_approval_of_what_is_replaced()
    {
        Configure("{ approvals: 1 }");
        await GateAsync();
        Pull.Reviews.Add("alice");
        Pull.ReviewedCommits["alice"] = Pull.HeadSha;
        (await GateAsync()).State.ShouldBe(GateState.Passed);
        await SetAsync("dev", "1.6.0");
        (await GateAsync()).Detail.ShouldBe("0 of 1");
        (await GateAsync()).Detail.ShouldBe("0 of 1");
        Pull.IsDraft.ShouldBeTrue();
    }

    [Fact]
    public async Task Does_not_count_an_approval_from_outside()
    {
        Configure("{ approvals: 1 }");
        await GateAsync();
        Pull.Reviews.Add("stranger");
        (await GateAsync()).Detail.ShouldBe("0 of 1");
    }
}
