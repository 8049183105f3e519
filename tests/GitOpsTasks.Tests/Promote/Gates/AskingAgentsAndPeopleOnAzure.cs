using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Promote;
using GitOpsTasks.Promote.Gates;

namespace GitOpsTasks.Tests.Promote.Gates;

public sealed class AskingAgentsAndPeopleOnAzure : AzurePromotion
{
    private const string Alice = "11111111-1111-1111-1111-111111111111";
    private const string Bob = "22222222-2222-2222-2222-222222222222";
    private const string Ops = "44444444-4444-4444-4444-444444444444";

    private void Configure(string gates) => Place.Write("gitops.yaml", $$"""
        apiVersion: gitops-tasks/v1
        apps: { web: {} }
        environments:
          - { name: dev, path: "apps/{app}/overlays/dev" }
          - { name: staging, path: "apps/{app}/overlays/staging", from: dev, gates: {{gates}} }
        """);

    private async Task<GateResult> GateAsync()
    {
        var inputs = new InputValues().Add("from", "dev").Add("to", "staging").Add("app", "web").Add("repository", Address).Add("render", "off");
        var outcome = await PromoteTask.Declare(null, PromotionGates.All).RunAsync(inputs, Context, Token);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        return ((PromoteResult)outcome.UntypedResult!).Promotions.ShouldHaveSingleItem().Gates.ShouldHaveSingleItem();
    }

    private async Task SayAsync(string name, string state, string? genre = "fluxcd") =>
        Repository.Statuses.Add(new AzureFakeStatus((await Remote.TipAsync("main"))!, genre, name, state));

    [Fact]
    public async Task Waits_for_what_an_agent_says_of_the_source()
    {
        Configure("{ statuses: [\"fluxcd/kustomization/web-dev/*\", e2e] }");
        (await GateAsync()).Detail.ShouldContain("'e2e' is not said of any commit that has it");
        await SayAsync("kustomization/web-dev/0a1b2c3d", "succeeded");
        await SayAsync("e2e", "pending", genre: null);
        (await GateAsync()).Detail.ShouldBe("'e2e' has not ended");
        await SayAsync("e2e", "error", genre: null);
        (await GateAsync()).Detail.ShouldBe("'e2e' failed");
        Pull.IsDraft.ShouldBeTrue();
        await SayAsync("e2e", "notApplicable", genre: null);
        (await GateAsync()).State.ShouldBe(GateState.Passed);
        Pull.IsDraft.ShouldBeFalse();
    }

    [Fact]
    public async Task Counts_who_approved_the_pull_request_as_it_is()
    {
        Configure("{ approvals: 2, approvers: [ALICE@example.com, bob@example.com] }");
        (await GateAsync()).Detail.ShouldBe("0 of 2 of ALICE@example.com, bob@example.com");
        await Repository.VoteAsync(Pull, Alice, 10);
        await Repository.VoteAsync(Pull, Bob, 10);
        await Repository.VoteAsync(Pull, Bob, 0);
        (await GateAsync()).Detail.ShouldBe("1 of 2 of ALICE@example.com, bob@example.com");
        await Repository.VoteAsync(Pull, Bob, 5);
        (await GateAsync()).State.ShouldBe(GateState.Passed);
        Pull.IsDraft.ShouldBeFalse();
    }

    [Fact]
    public async Task Does_not_count_a_vote_that_stayed_when_somebody_pushed()
    {
        Configure("{ approvals: 1 }");
        await GateAsync();
        await Repository.VoteAsync(Pull, Alice, 10);
        (await GateAsync()).State.ShouldBe(GateState.Passed);
        await SetAsync("dev", "1.6.0");
        (await GateAsync()).Detail.ShouldBe("0 of 1");
        (await GateAsync()).Detail.ShouldBe("0 of 1");
        Pull.IsDraft.ShouldBeTrue();
        await Repository.VoteAsync(Pull, Alice, 10);
        (await GateAsync()).State.ShouldBe(GateState.Passed);
    }

    [Theory]
    [InlineData(AzureFakeRepository.BuildService)]
    [InlineData(Ops)]
    public async Task Does_not_count_who_opened_it_nor_a_team(string id)
    {
        Configure("{ approvals: 1 }");
        await GateAsync();
        await Repository.VoteAsync(Pull, id, 10);
        (await GateAsync()).Detail.ShouldBe("0 of 1");
    }
}
