using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;

namespace GitOpsTasks.Tests.Forges;

public sealed class BeingRefusedByGitHub : GitHubSituation
{
    [Fact]
    public async Task Says_that_the_token_is_not_known()
    {
        const string Wrong = "ghp_wrong_token_value";

        var failure = await FailureOfAsync(() => ForgeWith(("GITHUB_TOKEN", Wrong)).OpenAsync(Draft, Token));

        failure.ExitCode.ShouldBe(ExitCode.Refused);
        failure.Diagnostics[0].Code.ShouldBe(ForgeCodes.NotAuthenticated);
        failure.Diagnostics[0].Advice!.ShouldContain("GITOPS_TOKEN");
        failure.ToString().ShouldNotContain(Wrong);
        GitHub.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Says_that_a_token_is_needed_to_write()
    {
        var failure = await FailureOfAsync(() => ForgeWith().OpenAsync(Draft, Token));

        failure.Diagnostics[0].Code.ShouldBe(ForgeCodes.NotAuthenticated);
    }

    [Fact]
    public async Task Names_the_permissions_a_token_lacks()
    {
        GitHub.Fail("POST", "/pulls$", 403, body: "Resource not accessible by integration");

        var failure = await FailureOfAsync(() => Forge.OpenAsync(Draft, Token));

        failure.ExitCode.ShouldBe(ExitCode.Refused);
        failure.Diagnostics[0].Code.ShouldBe(ForgeCodes.NotPermitted);
        failure.Diagnostics[0].Advice!.ShouldContain("contents: write and pull-requests: write");
        GitHub.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Names_the_setting_that_keeps_workflows_from_opening_pull_requests()
    {
        GitHub.Fail("POST", "/pulls$", 403, body: "GitHub Actions is not permitted to create or approve pull requests");

        var failure = await FailureOfAsync(() => Forge.OpenAsync(Draft, Token));

        failure.Diagnostics[0].Advice!.ShouldContain("Allow GitHub Actions to create and approve pull requests");
    }

    [Fact]
    public async Task Says_that_the_repository_is_not_there_or_not_visible()
    {
        GitHub.Fail("GET", "/pulls$", 404, body: "Not Found");

        var failure = await FailureOfAsync(() => Forge.FindOpenAsync(Branch, "main", Token));

        failure.ExitCode.ShouldBe(ExitCode.Refused);
        failure.Diagnostics[0].Code.ShouldBe(ForgeCodes.NotFound);
        failure.Message.ShouldContain("acme/gitops");
        GitHub.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Does_not_follow_a_repository_that_moved()
    {
        GitHub.Fail("GET", "/pulls$", 301, body: "Moved Permanently");

        var failure = await FailureOfAsync(() => Forge.FindOpenAsync(Branch, "main", Token));

        failure.ExitCode.ShouldBe(ExitCode.Refused);
        failure.Message.ShouldContain("has moved");
        GitHub.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Repeats_what_the_server_says_about_another_refusal()
    {
        GitHub.Fail("POST", "/pulls$", 422, body: "Something else is wrong");

        var failure = await FailureOfAsync(() => Forge.OpenAsync(Draft, Token));

        failure.Diagnostics[0].Code.ShouldBe(ForgeCodes.RequestRefused);
        failure.Message.ShouldContain("Something else is wrong");
    }
}
