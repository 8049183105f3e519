using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;

namespace GitOpsTasks.Tests.Forges;

public sealed class RetryingOnGitHub : GitHubSituation
{
    [Fact]
    public async Task Waits_as_long_as_the_server_asks()
    {
        GitHub.Fail("POST", "/pulls$", 429, times: 2, retryAfter: 17);

        var pull = await Forge.OpenAsync(Draft, Token);

        pull.Number.ShouldBe(1);
        Time.Waits.ShouldBe([TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(17)]);
    }

    [Fact]
    public async Task Waits_a_minute_and_more_for_a_secondary_limit_that_does_not_say()
    {
        GitHub.Fail("POST", "/pulls$", 403, times: 2, body: "You have exceeded a secondary rate limit.");

        await Forge.OpenAsync(Draft, Token);

        Time.Waits.ShouldBe([TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(120)]);
    }

    [Fact]
    public async Task Waits_until_the_primary_limit_begins_anew_where_that_is_soon()
    {
        GitHub.RemainingRequests = 0;
        GitHub.LimitResetsAt = Time.GetUtcNow().AddSeconds(90);

        await Should.ThrowAsync<TaskFailedException>(() => Forge.OpenAsync(Draft, Token));

        Time.Waits[0].ShouldBe(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task Does_not_wait_an_hour_and_says_when_to_try_again()
    {
        GitHub.RemainingRequests = 0;
        GitHub.LimitResetsAt = Time.GetUtcNow().AddMinutes(42);

        var failure = await FailureOfAsync(() => Forge.OpenAsync(Draft, Token));

        failure.ExitCode.ShouldBe(ExitCode.External);
        failure.Diagnostics[0].Code.ShouldBe(ForgeCodes.RateLimited);
        failure.Diagnostics[0].Advice!.ShouldContain("in 42 minutes");
        Time.Waits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Succeeds_when_a_server_error_passes(int status)
    {
        GitHub.Fail("POST", "/pulls$", status, times: 3);

        (await Forge.OpenAsync(Draft, Token)).Number.ShouldBe(1);

        Time.Waits.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Gives_up_on_a_server_error_that_stays()
    {
        GitHub.Fail("POST", "/pulls$", 502, times: int.MaxValue);

        var failure = await FailureOfAsync(() => Forge.OpenAsync(Draft, Token));

        failure.ExitCode.ShouldBe(ExitCode.External);
        failure.Diagnostics[0].Code.ShouldBe(ForgeCodes.ServerFailed);
        GitHub.Requests.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Opens_one_pull_request_when_the_reply_is_lost()
    {
        GitHub.CutAfterApplying("POST", "/pulls$");

        var pull = await Forge.OpenAsync(Draft with { Labels = ["promotion"] }, Token);

        pull.Number.ShouldBe(1);
        Repository.Pulls.ShouldHaveSingleItem().Labels.ShouldBe(["promotion"]);
    }

    [Fact]
    public async Task Labels_once_it_is_there_although_replies_are_lost()
    {
        GitHub.CutAfterApplying("POST", "/labels$", times: 2);

        await Forge.OpenAsync(Draft with { Labels = ["promotion"] }, Token);

        Repository.Pulls.ShouldHaveSingleItem().Labels.ShouldBe(["promotion"]);
    }

    [Fact]
    public async Task Waits_for_a_label_target_that_is_not_everywhere_yet()
    {
        GitHub.Fail("POST", "/labels$", 422, times: 2, body: "Could not resolve to a node with the global id of 'PR_1'.");

        await Forge.OpenAsync(Draft with { Labels = ["promotion"] }, Token);

        Repository.Pulls[0].Labels.ShouldBe(["promotion"]);
    }

    [Fact]
    public async Task Says_that_a_server_cannot_be_reached()
    {
        var forge = Forge;
        await GitHub.DisposeAsync();

        var failure = await FailureOfAsync(() => forge.FindOpenAsync(Branch, "main", Token));

        failure.ExitCode.ShouldBe(ExitCode.External);
        failure.Diagnostics[0].Code.ShouldBe(ForgeCodes.Unreachable);
        failure.Message.ShouldContain("127.0.0.1");
    }

    [Fact]
    public async Task Says_that_no_answer_came_in_time()
    {
        Time.DeadlinesPass = true;
        var answer = new TaskCompletionSource();
        GitHub.Meanwhile("GET", "/pulls", () => answer.Task, times: int.MaxValue);

        var failure = await FailureOfAsync(() => Forge.FindOpenAsync(Branch, "main", Token));

        failure.ExitCode.ShouldBe(ExitCode.External);
        failure.Diagnostics[0].Code.ShouldBe(ForgeCodes.Unreachable);
        failure.Message.ShouldContain("no answer within 100 seconds");
        Time.Waits.Count.ShouldBe(5);
        answer.SetResult();
    }

    [Fact]
    public async Task Stops_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Forge.OpenAsync(Draft, cancellation.Token));

        GitHub.Requests.ShouldBeEmpty();
    }
}
