using GitOpsTasks.Contracts;
using GitOpsTasks.Promote;
using GitOpsTasks.Promote.Gates;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Promote;

/// <summary>What becomes of a promotion whose gates are not met.</summary>
public sealed class MeetingGates : GitHubPromotion
{
    private readonly Gate _gate = new();

    private async Task<TaskOutcome> RunAsync(string unmet) => await PromoteTask.Declare(null, _ => [_gate]).RunAsync(
        new InputValues().Add("from", "dev").Add("to", "staging").Add("app", "web").Add("repository", Address).Add("unmet-gates", unmet), Context, Token);

    [Fact]
    public async Task Is_a_draft_until_they_are()
    {
        (await RunAsync("draft")).ExitCode.ShouldBe(ExitCode.Done);
        Pull.IsDraft.ShouldBeTrue();
        Pull.Body!.ShouldContain("| `soak` | pending | `until | noon` |".Replace("until | noon", "until ¦ noon", StringComparison.Ordinal));
        var sent = GitHub.Mutations.Count;
        await RunAsync("draft");
        GitHub.Mutations.Count.ShouldBe(sent);
        _gate.State = GateState.Passed;
        await RunAsync("draft");
        Pull.IsDraft.ShouldBeFalse();
        Pull.Body!.ShouldContain("| `soak` | passed |");
    }

    [Fact]
    public async Task Fails_before_anything_is_written()
    {
        var refs = await Remote.RefsAsync();
        var outcome = await RunAsync("fail");
        (outcome.ExitCode, outcome.Diagnostics[^1].Code).ShouldBe((ExitCode.Findings, PromoteCodes.GateNotMet));
        (await Remote.RefsAsync()).ShouldBe(refs, ignoreOrder: true);
        Repository.Pulls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Waits_for_them()
    {
        _gate.PassesAfter = 5;
        (await RunAsync("wait")).ExitCode.ShouldBe(ExitCode.Done);
        Pull.IsDraft.ShouldBeFalse();
        Time.Waits.Count(wait => wait == TimeSpan.FromSeconds(30)).ShouldBe(4);
    }

    [Fact]
    public async Task Waits_no_longer_than_it_is_told()
    {
        (await RunAsync("wait")).ExitCode.ShouldBe(ExitCode.Findings);
        Time.Waits.Count(wait => wait == TimeSpan.FromSeconds(30)).ShouldBe(60);
        Repository.Pulls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_told_what_is_promoted()
    {
        await RunAsync("draft");
        var subject = _gate.Asked.ShouldHaveSingleItem();
        subject.Apps.ShouldHaveSingleItem().Images.ShouldBe([new PromotedImage("web", "1.4.0", "1.5.0")]);
        (await subject.After.ReadAsync([TreePath.Parse(Staging)], Token)).Values.ShouldHaveSingleItem();
    }

    private sealed class Gate : IPromotionGate
    {
        public GateState State { get; set; } = GateState.Pending;

        public int PassesAfter { get; set; } = int.MaxValue;

        public List<GateSubject> Asked { get; } = [];

        public Task<GateResult?> CheckAsync(GateSubject subject, CancellationToken cancellationToken)
        {
            Asked.Add(subject);
            return Task.FromResult<GateResult?>(new GateResult("soak", Asked.Count >= PassesAfter ? GateState.Passed : State, "until | noon"));
        }
    }
}
