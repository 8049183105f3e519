using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Git;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

/// <summary>What stands in the way of a promotion on Azure Repos: each is told by its code, and a repeated run goes on.</summary>
public sealed class PromotingOnAzureWhereItFails : AzurePromotion
{
    private const string Permission = "TF401027: You need the Git 'PullRequestContribute' permission to perform this action. Details: identity 'Build\\x', scope 'repository'.";

    private async Task<Diagnostic> ShouldFailAsync(ExitCode exitCode, string code)
    {
        var outcome = await TryPromoteAsync(("app", "web"));
        outcome.ExitCode.ShouldBe(exitCode, string.Join('\n', outcome.Diagnostics));
        outcome.Diagnostics[^1].Code.ShouldBe(code, outcome.Diagnostics[^1].ToString());
        outcome.Diagnostics[^1].Advice.ShouldNotBeNullOrEmpty();
        string.Join('\n', outcome.Diagnostics).ShouldNotContain(Azure.Token);
        return outcome.Diagnostics[^1];
    }

    [Fact]
    public async Task Says_that_git_does_not_know_the_token()
    {
        World.TokenInUse = "wrong";
        await ShouldFailAsync(ExitCode.Refused, GitCodes.AuthenticationFailed);
        Azure.Mutations.ShouldAllBe(request => request.Status == 401);
    }

    [Theory]
    [InlineData(203)]
    [InlineData(302)]
    [InlineData(401)]
    public async Task Says_that_a_token_is_not_known_where_a_page_to_sign_in_at_is_answered(int status)
    {
        Azure.SignInStatus = status;
        var forge = ForgeSelection.Open(
            Place.Context(("GITOPS_TOKEN", "wrong")) with { Time = World.Time }, GitRemote.Parse(Address, Context), ForgeChoice.Auto);
        var failure = await Should.ThrowAsync<TaskFailedException>(() => forge.FindOpenAsync(Branch, "main", Token));
        (failure.ExitCode, failure.Diagnostics[0].Code).ShouldBe((ExitCode.Refused, ForgeCodes.NotAuthenticated));
        failure.Diagnostics[0].Advice!.ShouldContain("SYSTEM_ACCESSTOKEN");
        World.Time.Waits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(403, Permission, ForgeCodes.NotPermitted)]
    [InlineData(404, "TF401019: The Git repository with name or identifier x does not exist", ForgeCodes.NotFound)]
    [InlineData(400, "TF401398: The pull request cannot be activated because the source and/or the target branch no longer exists", ForgeCodes.BranchMissing)]
    [InlineData(400, "Something of its own", ForgeCodes.RequestRefused)]
    public async Task Says_why_a_pull_request_is_not_opened(int status, string message, string code)
    {
        Azure.Fail("POST", "/pullrequests$", status, body: message);
        var told = await ShouldFailAsync(ExitCode.Refused, code);
        told.Message.ShouldContain(message.TrimEnd('.'));
        if (code == ForgeCodes.NotPermitted)
            told.Advice!.ShouldContain("'Contribute to pull requests'");
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Opened);
        (await Remote.LogAsync($"main..{Branch}")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Says_that_a_policy_protects_the_branch()
    {
        var hook = Path.Combine(Remote.FullPath, "hooks", "pre-receive");
        await File.WriteAllTextAsync(hook, "#!/bin/sh\necho 'TF402455: Pushes to this branch are not permitted; you must use a pull request to update this branch.' >&2\nexit 1\n", Token);
        File.SetUnixFileMode(hook, (UnixFileMode)0b111_101_101);
        await ShouldFailAsync(ExitCode.Refused, GitCodes.PushRefused);
        Repository.Pulls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET", "/pullrequests", 502, null)]
    [InlineData("POST", "/pullrequests$", 500, null)]
    [InlineData("POST", "/pullrequests$", 429, 7)]
    [InlineData("POST", "/labels$", 503, 7)]
    public async Task Goes_on_after_a_failure_that_passes(string method, string path, int status, int? retryAfter)
    {
        Azure.Fail(method, path, status, times: 2, retryAfter);
        (await PromoteWebAsync(("label", "promotion"))).State.ShouldBe(PromotionState.Opened);
        Pull.Labels.ShouldBe(["promotion"]);
        if (retryAfter is { } seconds)
            World.Time.Waits.Count(wait => wait == TimeSpan.FromSeconds(seconds)).ShouldBe(2);
    }

    [Theory]
    [InlineData("POST", "/pullrequests$")]
    [InlineData("POST", "/labels$")]
    [InlineData("POST", "/git-receive-pack$")]
    public async Task Is_there_once_where_an_answer_is_lost(string method, string path)
    {
        Azure.CutAfterApplying(method, path);
        await PromoteWebAsync(("label", "promotion"));
        Pull.Labels.ShouldBe(["promotion"]);
        (await Remote.LogAsync($"main..{Branch}")).Count.ShouldBe(1);
        (await PromoteWebAsync(("label", "promotion"))).State.ShouldBe(PromotionState.Unchanged);
    }

    [Fact]
    public async Task Says_something_once_where_an_answer_is_lost()
    {
        await PromoteWebAsync();
        await SetAsync("staging", "1.5.0");
        Azure.CutAfterApplying("POST", "/threads$");
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Closed);
        Pull.Threads.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Waits_before_the_next_request_where_a_success_was_slowed_down()
    {
        Azure.Slow("POST", "/pullrequests$", 9);
        await PromoteWebAsync(("label", "promotion"));
        World.Time.Waits.ShouldContain(TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task Shows_no_credentials_that_an_answer_repeats()
    {
        var basic = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(":" + Azure.Token));
        Azure.Fail("POST", "/pullrequests$", 400, body: $"You sent {Azure.Token} as {basic}");
        (await ShouldFailAsync(ExitCode.Refused, ForgeCodes.RequestRefused)).Message.ShouldContain("You sent *** as ***");
    }

    [Fact]
    public async Task Does_not_wait_for_a_limit_that_lasts()
    {
        Azure.Fail("POST", "/pullrequests$", 429, times: 50, retryAfter: 3600, body: "TF400733: The request has been canceled: Request was blocked due to exceeding usage of resource 'Concurrency'.");
        (await ShouldFailAsync(ExitCode.External, ForgeCodes.RateLimited)).Advice!.ShouldContain("60 minutes");
    }
}
