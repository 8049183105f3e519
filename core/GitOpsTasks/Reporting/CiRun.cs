using GitOpsTasks.Git;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Reporting;

/// <summary>The run of a pipeline that a task is part of, as its CI system tells it.</summary>
/// <param name="Url">Where a person sees it; null where the system does not say.</param>
/// <param name="SourceCommit">The commit it runs for.</param>
/// <param name="Repository">The address of the repository it runs for.</param>
/// <param name="Branch">The branch it runs for; null for a tag, a pull request and what else is no branch.</param>
public sealed record CiRun(string? Url, string? SourceCommit, string? Repository, string? Branch)
{
    private const string Heads = "refs/heads/";

    /// <summary>The run of an environment of GitHub Actions, Azure Pipelines or GitLab; null in any other.</summary>
    public static CiRun? Of(EnvironmentSnapshot environment) => CiDetection.Detect(environment) switch
    {
        CiSystem.GitHub => OfGitHub(environment),
        CiSystem.Azure => OfAzure(environment),
        _ when environment["GITLAB_CI"] is not null => new CiRun(
            environment.FirstOf("CI_JOB_URL", "CI_PIPELINE_URL"), environment["CI_COMMIT_SHA"], environment["CI_PROJECT_URL"], environment["CI_COMMIT_BRANCH"]),
        _ => null,
    };

    /// <summary>Whether a push to a branch would start this pipeline anew: it is the branch the run is for.</summary>
    /// <param name="remote">The repository pushed to.</param>
    /// <param name="branch">Without <c>refs/heads/</c>.</param>
    public bool IsFor(GitRemote remote, string branch) =>
        Branch == branch && Repository is { } repository && remote.Slug is { } slug
        && Uri.TryCreate(repository, UriKind.Absolute, out var uri)
        && new GitRemote(repository, uri.Scheme).Slug is { } own && string.Equals(slug, own, StringComparison.OrdinalIgnoreCase)
        && (remote.Host is null || string.Equals(remote.Host, uri.Authority, StringComparison.OrdinalIgnoreCase));

    private static CiRun OfGitHub(EnvironmentSnapshot environment)
    {
        var repository = environment["GITHUB_REPOSITORY"] is { } slug ? $"{environment["GITHUB_SERVER_URL"] ?? "https://github.com"}/{slug}" : null;
        var url = repository is not null && environment["GITHUB_RUN_ID"] is { } run ? $"{repository}/actions/runs/{run}" : null;
        return new CiRun(url, environment["GITHUB_SHA"], repository, BranchOf(environment["GITHUB_REF"]));
    }

    private static CiRun OfAzure(EnvironmentSnapshot environment)
    {
        var url = environment["SYSTEM_TEAMFOUNDATIONCOLLECTIONURI"] is { } collection
            && environment["SYSTEM_TEAMPROJECT"] is { } project && environment["BUILD_BUILDID"] is { } build
            ? $"{collection.TrimEnd('/')}/{Uri.EscapeDataString(project)}/_build/results?buildId={build}"
            : null;
        return new CiRun(url, environment["BUILD_SOURCEVERSION"], environment["BUILD_REPOSITORY_URI"], BranchOf(environment["BUILD_SOURCEBRANCH"]));
    }

    private static string? BranchOf(string? reference) =>
        reference?.StartsWith(Heads, StringComparison.Ordinal) == true ? reference[Heads.Length..] : null;
}
