using GitOpsTasks.Contracts;
using GitOpsTasks.Forges;
using GitOpsTasks.Forges.Repository;
using GitOpsTasks.Git;

namespace GitOpsTasks.Tests.Forges;

public sealed class BeingRefusedThroughTheApi : ApiSituation
{
    [Theory]
    [InlineData(422, "Repository rule violations found")]
    [InlineData(422, "Protected branch update failed for refs/heads/main.")]
    [InlineData(409, "Reference cannot be updated")]
    public async Task Says_why_a_branch_is_not_moved(int status, string reason)
    {
        GitHub.Fail("PATCH", "/git/refs/heads/main$", status, times: int.MaxValue, body: reason);

        var error = await ShouldFailAsync(BumpAsync(), ExitCode.Refused, GitCodes.PushRefused);

        error.Message.ShouldContain(reason.TrimEnd('.'));
        GitHub.Requests.Count(request => request.Method == "PATCH").ShouldBe(1);
    }

    [Fact]
    public async Task Does_not_try_again_a_name_that_is_taken_by_a_folder()
    {
        await ShouldFailAsync(BumpAsync(more: ("push-branch", "main/web")), ExitCode.Refused, GitCodes.PushRefused);

        GitHub.Requests.Count(request => request.Path.EndsWith("/git/refs", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("PATCH", "/git/refs/")]
    [InlineData("POST", "/git/trees$")]
    [InlineData("POST", "/git/commits$")]
    public async Task Names_the_permission_a_token_lacks(string method, string path)
    {
        GitHub.Fail(method, path, 403, times: int.MaxValue, body: "Resource not accessible by integration");

        var error = await ShouldFailAsync(BumpAsync(), ExitCode.Refused, ForgeCodes.NotPermitted);

        error.Advice!.ShouldContain("contents: write;");
        GitHub.Requests[^1].Status.ShouldBe(403);
        Time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_that_the_token_is_not_known()
    {
        const string Wrong = "ghp_wrong_token_value";

        var error = await ShouldFailAsync(BumpAsync(Context(("GITOPS_TOKEN", Wrong))), ExitCode.Refused, ForgeCodes.NotAuthenticated);

        error.ToString().ShouldNotContain(Wrong);
        GitHub.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Says_that_the_repository_is_not_there_or_not_visible()
    {
        var inputs = new InputValues().Add("image", "web:1.5.0").Add("via", "api").Add("repository", $"{GitHub.Url}/acme/secret");

        var outcome = await GitOpsTasks.Bump.BumpTask.Declaration.RunAsync(inputs, Context(), Token);

        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(ForgeCodes.NotFound);
        GitHub.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Says_that_the_api_cannot_make_a_first_commit()
    {
        GitHub.Fail("POST", "/git/trees$", 409, body: "Git Repository is empty.");

        var failure = await Should.ThrowAsync<TaskFailedException>(() => Open().CommitAsync(Write("new", ("a.yaml", "a: b\n")) with { CreatesBranch = true }, Token));

        failure.Diagnostics[0].Code.ShouldBe(RepositoryCodes.RepositoryEmpty);
    }

    [Fact]
    public async Task Does_not_take_a_branch_name_that_is_none()
    {
        await ShouldFailAsync(BumpAsync(more: ("branch", "../../user")), ExitCode.Usage, GitCodes.BranchNameInvalid);

        GitHub.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Does_not_take_a_date_that_is_none() =>
        await ShouldFailAsync(
            BumpAsync(Context(("GIT_AUTHOR_DATE", "yesterday-ish")), more: ("author", "Ann <ann@example.com>")), ExitCode.Usage, UsageCodes.InputInvalid);
}
