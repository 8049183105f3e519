using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Git;
using GitOpsTasks.Promote;

namespace GitOpsTasks.Tests.Promote;

/// <summary>What stands in the way of a promotion: each is told by its code, and a repeated run goes on.</summary>
public sealed class PromotingWhereItFails : GitHubPromotion
{
    private async Task<TaskOutcome> ShouldFailAsync(ExitCode exitCode, string code)
    {
        var outcome = await TryPromoteAsync(("app", "web"));
        outcome.ExitCode.ShouldBe(exitCode, string.Join('\n', outcome.Diagnostics));
        outcome.Diagnostics[^1].Code.ShouldBe(code, outcome.Diagnostics[^1].ToString());
        outcome.Diagnostics[^1].Advice.ShouldNotBeNullOrEmpty();
        string.Join('\n', outcome.Diagnostics).ShouldNotContain(GitHub.Token);
        return outcome;
    }

    [Fact]
    public async Task Says_that_the_token_is_not_known()
    {
        TokenInUse = "ghp_wrong";
        await ShouldFailAsync(ExitCode.Refused, GitCodes.AuthenticationFailed);
        GitHub.Mutations.ShouldAllBe(request => request.Status == 401);
    }

    [Theory]
    [InlineData(401, "Bad credentials", ForgeCodes.NotAuthenticated)]
    [InlineData(403, "Resource not accessible by integration", ForgeCodes.NotPermitted)]
    [InlineData(403, "GitHub Actions is not permitted to create or approve pull requests.", ForgeCodes.NotPermitted)]
    [InlineData(404, "Not Found", ForgeCodes.NotFound)]
    [InlineData(422, "No commits between main and x", ForgeCodes.NothingToMerge)]
    [InlineData(422, "Something of its own", ForgeCodes.RequestRefused)]
    public async Task Says_why_a_pull_request_is_not_opened(int status, string message, string code)
    {
        GitHub.Fail("POST", "/pulls$", status, body: message);
        var outcome = await ShouldFailAsync(ExitCode.Refused, code);
        outcome.Diagnostics[^1].Message.ShouldContain(message.TrimEnd('.'));
        (await PromoteWebAsync()).State.ShouldBe(PromotionState.Opened);
        (await Remote.LogAsync($"main..{Branch}")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Says_that_the_branch_is_protected()
    {
        var hook = Path.Combine(Remote.FullPath, "hooks", "pre-receive");
        await File.WriteAllTextAsync(hook, "#!/bin/sh\necho 'GH006: Protected branch update failed' >&2\nexit 1\n", Token);
        File.SetUnixFileMode(hook, (UnixFileMode)0b111_101_101);
        await ShouldFailAsync(ExitCode.Refused, GitCodes.PushRefused);
        Repository.Pulls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET", "/pulls", 502)]
    [InlineData("POST", "/pulls$", 502)]
    [InlineData("POST", "/pulls$", 429)]
    [InlineData("POST", "/labels$", 503)]
    [InlineData("POST", "/git-upload-pack$", 502)]
    public async Task Goes_on_after_a_failure_that_passes(string method, string path, int status)
    {
        GitHub.Fail(method, path, status, times: 2);
        (await PromoteWebAsync(("label", "promotion"))).State.ShouldBe(PromotionState.Opened);
        Pull.Labels.ShouldBe(["promotion"]);
    }

    [Theory]
    [InlineData("POST", "/pulls$")]
    [InlineData("POST", "/labels$")]
    [InlineData("POST", "/git-receive-pack$")]
    public async Task Is_there_once_where_an_answer_is_lost(string method, string path)
    {
        GitHub.CutAfterApplying(method, path);
        await PromoteWebAsync(("label", "promotion"));
        Pull.Labels.ShouldBe(["promotion"]);
        (await Remote.LogAsync($"main..{Branch}")).Count.ShouldBe(1);
        (await PromoteWebAsync(("label", "promotion"))).State.ShouldBe(PromotionState.Unchanged);
    }

    [Fact]
    public async Task Does_not_wait_for_a_limit_that_lasts()
    {
        GitHub.Fail("POST", "/pulls$", 403, times: 50, retryAfter: 3600, body: "You have exceeded a secondary rate limit");
        await ShouldFailAsync(ExitCode.External, ForgeCodes.RateLimited);
    }

    [Fact]
    public async Task Promotes_the_others_where_one_cannot_be()
    {
        await Remote.CommitAsync("main", "apps/api/overlays/dev/kustomization.yaml", "resources: []\n");
        var outcome = await TryPromoteAsync();
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        outcome.Diagnostics.ShouldContain(found => found.Code == PromoteCodes.SourceEmpty);
        ((PromoteResult)outcome.UntypedResult!).Promotions.Select(promotion => promotion.App).ShouldBe(["web"]);
        Pull.HeadRef.ShouldBe(Branch);
    }

    [Theory]
    [InlineData("auto-merge", "merge")]
    [InlineData("milestone", "Sprint 1")]
    public async Task Refuses_what_a_forge_does_not_have_before_anything_is_written(string option, string value)
    {
        Place.Write("gitops.yaml", "apiVersion: gitops-tasks/v1\nconfig: {forge: local}\n");
        var refs = await Remote.RefsAsync();
        var outcome = await TryPromoteAsync(("app", "web"), (option, value));
        (outcome.ExitCode, outcome.Diagnostics[^1].Code).ShouldBe((ExitCode.Usage, ForgeCodes.OptionUnsupported));
        (await Remote.RefsAsync()).ShouldBe(refs, ignoreOrder: true);
    }

    [Theory]
    [InlineData("rollback", "true", "GOT7101")]
    [InlineData("template", "missing.md", "GOT7117")]
    [InlineData("group", "a/b", "GOT7108")]
    public async Task Refuses_inputs_that_make_no_sense(string input, string value, string code)
    {
        Place.Write("gitops.yaml", "apiVersion: gitops-tasks/v1\napps: {web: {}}\nenvironments: [{name: dev}, {name: stage, from: dev}]\n");
        var outcome = await TryPromoteAsync((input, value));
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics[^1].Code.ShouldBe(code);
    }
}
