using GitOpsTasks.Git;
using GitOpsTasks.Processes;
using GitOpsTasks.Reporting;

namespace GitOpsTasks.Tests.Reporting;

public sealed class KnowingThePipeline
{
    private static readonly Dictionary<string, string> s_github = new()
    {
        ["GITHUB_ACTIONS"] = "true", ["GITHUB_SERVER_URL"] = "https://github.com", ["GITHUB_REPOSITORY"] = "acme/gitops",
        ["GITHUB_RUN_ID"] = "42", ["GITHUB_SHA"] = "abc", ["GITHUB_REF"] = "refs/heads/main",
    };

    private static readonly Dictionary<string, string> s_azure = new()
    {
        ["TF_BUILD"] = "True", ["SYSTEM_TEAMFOUNDATIONCOLLECTIONURI"] = "https://dev.azure.com/acme/", ["SYSTEM_TEAMPROJECT"] = "the shop",
        ["BUILD_BUILDID"] = "42", ["BUILD_SOURCEVERSION"] = "abc", ["BUILD_REPOSITORY_URI"] = "https://acme@dev.azure.com/acme/shop/_git/gitops",
        ["BUILD_SOURCEBRANCH"] = "refs/heads/release/1",
    };

    private static readonly Dictionary<string, string> s_gitlab = new()
    {
        ["CI"] = "true", ["GITLAB_CI"] = "true", ["CI_JOB_URL"] = "https://gitlab.com/acme/gitops/-/jobs/42", ["CI_COMMIT_SHA"] = "abc",
        ["CI_PROJECT_URL"] = "https://gitlab.com/acme/gitops", ["CI_COMMIT_BRANCH"] = "main",
    };

    [Fact]
    public void Reads_what_each_system_tells()
    {
        Of(s_github).ShouldBe(new CiRun("https://github.com/acme/gitops/actions/runs/42", "abc", "https://github.com/acme/gitops", "main"));
        Of(s_azure).ShouldBe(new CiRun(
            "https://dev.azure.com/acme/the%20shop/_build/results?buildId=42", "abc", "https://acme@dev.azure.com/acme/shop/_git/gitops", "release/1"));
        Of(s_gitlab).ShouldBe(new CiRun("https://gitlab.com/acme/gitops/-/jobs/42", "abc", "https://gitlab.com/acme/gitops", "main"));
        Of([]).ShouldBeNull();
    }

    [Theory]
    [InlineData("https://github.com/acme/gitops", "main", true)]
    [InlineData("https://github.com/Acme/GitOps.git", "main", true)]
    [InlineData("git@github.com:acme/gitops.git", "main", true)]
    [InlineData("https://github.com/acme/gitops", "dev", false)]
    [InlineData("https://github.com/acme/other", "main", false)]
    [InlineData("https://example.com/acme/gitops", "main", false)]
    public void Knows_its_own_branch(string url, string branch, bool isOwn)
    {
        var protocol = url.StartsWith("https", StringComparison.Ordinal) ? "https" : "ssh";
        Of(s_github)!.IsFor(new GitRemote(url, protocol), branch).ShouldBe(isOwn);
    }

    [Fact]
    public void Takes_neither_tags_nor_pull_requests_for_a_branch()
    {
        Of(new(s_github) { ["GITHUB_REF"] = "refs/pull/7/merge" })!.Branch.ShouldBeNull();
        Of(new(s_github) { ["GITHUB_REF"] = "refs/tags/v1" })!.IsFor(new GitRemote("https://github.com/acme/gitops", "https"), "v1").ShouldBeFalse();
        Of(s_azure)!.IsFor(new GitRemote("https://dev.azure.com/acme/shop/_git/gitops", "https"), "release/1").ShouldBeTrue();
    }

    private static CiRun? Of(Dictionary<string, string> variables) => CiRun.Of(new EnvironmentSnapshot(variables));
}
