using GitOpsTasks.Contracts;
using GitOpsTasks.Promote;
using GitOpsTasks.Promote.Gates;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Promote;

/// <summary>What becomes of a promotion whose gates are not met.</summary>
public sealed class MeetingGates : GitHubPromotion
{
    private readonly Gate _gate = new();

    private async Task<TaskOutcome> RunAsync(string unmet, params (string Name, string Value)[] more) => await PromoteTask.Declare(null, _ => [_gate]).RunAsync(
        more.Aggregate(
            new InputValues().Add("from", "dev").Add("to", "staging").Add("app", "web").Add("repository", Address).Add("unmet-gates", unmet),
            (inputs, input) => inputs.Add(input.Name, input.Value)),
        Context,
        Token);

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

    [Theory]
    [InlineData("git", "POST", "/git-receive-pack$")]
    [InlineData("api", "PATCH", "/git/refs/")]
    public async Task Is_a_draft_before_its_branch_moves_to_what_they_are_not_met_for(string via, string method, string path)
    {
        Repository.HasPendingChecks = true;
        _gate.State = GateState.Passed;
        await RunAsync("draft", ("via", via), ("auto-merge", "squash"));
        (Pull.IsDraft, Pull.AutoMerge).ShouldBe((false, "squash"));
        _gate.State = GateState.Pending;
        await SetAsync("dev", "1.6.0");
        var moves = new List<bool>();
        GitHub.Meanwhile(method, path, () => Task.Run(() => moves.Add(Pull.IsDraft)), times: 9);
        (await RunAsync("draft", ("via", via), ("auto-merge", "squash"))).ExitCode.ShouldBe(ExitCode.Done);
        moves.Distinct().ShouldBe([true]);
        Pull.Body!.ShouldContain("| `web` | `1.4.0` | `1.6.0` |");
        var sent = GitHub.Mutations.Count;
        await RunAsync("draft", ("via", via), ("auto-merge", "squash"));
        GitHub.Mutations.Count.ShouldBe(sent);
        _gate.State = GateState.Passed;
        await RunAsync("draft", ("via", via), ("auto-merge", "squash"));
        (Pull.IsDraft, Pull.AutoMerge).ShouldBe((false, "squash"));
    }

    [Fact]
    public async Task Goes_on_where_a_run_was_broken_off_before_its_branch_moved()
    {
        _gate.State = GateState.Passed;
        await RunAsync("draft");
        _gate.State = GateState.Pending;
        await SetAsync("dev", "1.6.0");
        GitHub.Fail("POST", "/git-receive-pack$", 403);
        (await RunAsync("draft")).ExitCode.ShouldNotBe(ExitCode.Done);
        Pull.IsDraft.ShouldBeTrue();
        _gate.State = GateState.Passed;
        (await RunAsync("draft")).ExitCode.ShouldBe(ExitCode.Done);
        Pull.IsDraft.ShouldBeFalse();
        (await Remote.ReadAsync(Branch, Staging)).ShouldBe(Overlay("web", "1.6.0"));
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
