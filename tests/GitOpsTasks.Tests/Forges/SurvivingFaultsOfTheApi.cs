using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Git;

namespace GitOpsTasks.Tests.Forges;

public sealed class SurvivingFaultsOfTheApi : ApiSituation
{
    private const string RefPath = "/git/refs/heads/main$";

    public static TheoryData<string, string, string> Faults()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (method, path) in (IEnumerable<(string, string)>)
            [("GET", "/branches/"), ("GET", "/git/trees/"), ("GET", "/git/blobs/"), ("POST", "/git/trees$"), ("POST", "/git/commits$"), ("PATCH", RefPath)])
        {
            foreach (var fault in (string[])["429", "403", "502", "before", "after"])
                data.Add(method, path, fault);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Lands_the_change_once_after_each(string method, string path, string fault)
    {
        Inject(method, path, fault);

        var outcome = await BumpAsync();

        await ShouldBeBumpedAsync(outcome);
        ((BumpResult)outcome.UntypedResult!).Commit.ShouldBe(await Remote.Git.TipAsync("main"));
        Time.Waits.ShouldNotBeEmpty();
        if (fault == "429")
            Time.Waits.ShouldContain(TimeSpan.FromSeconds(17));
        if (fault == "403")
            Time.Waits.ShouldContain(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    [InlineData("502")]
    public async Task Makes_a_branch_once_after_each(string fault)
    {
        Inject("POST", "/git/refs$", fault);

        var outcome = await BumpAsync(more: ("push-branch", "bumps"));

        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        (await Remote.Git.LogAsync("bumps")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Counts_a_move_whose_answer_was_lost_and_that_others_went_on_from()
    {
        string? ours = null;
        GitHub.CutAfterApplying("PATCH", RefPath);
        GitHub.Meanwhile("PATCH", RefPath, async () =>
        {
            ours = await Remote.Git.TipAsync("main");
            await Remote.Git.CommitAsync("main", "other.yaml", "a: b\n", "other");
        });

        var outcome = await BumpAsync();

        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        var result = (BumpResult)outcome.UntypedResult!;
        (result.Commit, result.Changed).ShouldBe((ours, true));
        (await Remote.Git.SubjectsAsync("main")).ShouldBe(["other", "Bump web to 1.5.0", "change"]);
    }

    [Fact]
    public async Task Runs_again_where_a_move_without_an_answer_was_not_applied_and_others_wrote()
    {
        GitHub.CutBeforeApplying("PATCH", RefPath);
        GitHub.Meanwhile("PATCH", RefPath, () => Remote.Git.CommitAsync("main", "other.yaml", "a: b\n", "other"));

        var outcome = await BumpAsync();

        await ShouldBeBumpedAsync(outcome, commits: 3);
        (await Remote.Git.SubjectsAsync("main")).ShouldBe(["Bump web to 1.5.0", "other", "change"]);
    }

    [Fact]
    public async Task Counts_a_move_that_never_got_an_answer()
    {
        GitHub.CutAfterApplying("PATCH", RefPath, times: 6);

        await ShouldBeBumpedAsync(await BumpAsync());
    }

    [Fact]
    public async Task Says_that_it_is_not_known_where_nothing_answers_any_more()
    {
        GitHub.CutBeforeApplying("PATCH", RefPath, times: int.MaxValue);
        GitHub.Meanwhile("PATCH", RefPath, () =>
        {
            GitHub.CutBeforeApplying("GET", "", times: int.MaxValue);
            return Task.CompletedTask;
        });

        await ShouldFailAsync(BumpAsync(), ExitCode.External, GitCodes.PushUnsettled);
    }

    [Fact]
    public async Task Gives_up_on_a_server_that_stays_broken()
    {
        GitHub.Fail("PATCH", RefPath, 502, times: int.MaxValue);

        await ShouldFailAsync(BumpAsync(), ExitCode.External, ForgeCodes.ServerFailed);

        GitHub.Requests.Count(request => request.Method == "PATCH").ShouldBe(6);
        (await Remote.Git.ReadAsync("main", File)).ShouldBe(Content);
    }

    [Fact]
    public async Task Ends_where_the_limit_is_used_up_for_longer_than_is_waited()
    {
        GitHub.RemainingRequests = 3;
        GitHub.LimitResetsAt = Time.GetUtcNow().AddMinutes(42);

        var error = await ShouldFailAsync(BumpAsync(), ExitCode.External, ForgeCodes.RateLimited);

        error.Advice!.ShouldContain("in 42 minutes");
        Time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Writes_at_most_once_a_second_after_it_was_told_to_slow_down()
    {
        GitHub.Fail("POST", "/git/trees$", 403, body: "You have exceeded a secondary rate limit.");

        await ShouldBeBumpedAsync(await BumpAsync());

        Time.Waits.ShouldBe([TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)]);
    }

    [Fact]
    public async Task Waits_for_an_object_that_is_not_everywhere_yet()
    {
        GitHub.Fail("PATCH", RefPath, 422, times: 2, body: "Object does not exist");

        await ShouldBeBumpedAsync(await BumpAsync());
    }

    private void Inject(string method, string path, string fault)
    {
        if (fault == "before")
            GitHub.CutBeforeApplying(method, path);
        else if (fault == "after")
            GitHub.CutAfterApplying(method, path);
        else
            GitHub.Fail(method, path, int.Parse(fault), retryAfter: fault == "429" ? 17 : null, body: fault == "403" ? "You have exceeded a secondary rate limit." : "Injected");
    }
}
