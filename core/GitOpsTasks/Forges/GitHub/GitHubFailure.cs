using System.Net;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>Puts a refusal of the API into words: what was wanted, what is in the way, what to do.</summary>
internal static class GitHubFailure
{
    private const string Permissions = "contents: write and pull-requests: write";

    /// <summary>The failure a refusal ends the task with.</summary>
    /// <param name="answer">The last answer.</param>
    /// <param name="repository">The repository that was asked.</param>
    /// <param name="wanted">What was wanted, such as <c>open a pull request</c>.</param>
    /// <param name="permissions">What the token needs for it.</param>
    public static TaskFailedException From(
        GitHubAnswer answer, GitHubRepository repository, string wanted, string permissions = Permissions) => answer switch
    {
        { IsLimited: true } => Limited(answer, repository, wanted),
        { Status: HttpStatusCode.Unauthorized } => TaskFailedException.Refused(
            ForgeCodes.NotAuthenticated,
            $"{repository.Api.Host} does not accept the token to {wanted} in {repository}{Said(answer)}.",
            "Put a valid token into GITOPS_TOKEN or GITHUB_TOKEN, or an App's id and key into GITOPS_APP_ID and GITOPS_APP_PRIVATE_KEY."),
        { Status: HttpStatusCode.Forbidden } => Forbidden(answer, repository, wanted, permissions),
        { Status: HttpStatusCode.NotFound or HttpStatusCode.Gone } => TaskFailedException.Refused(
            ForgeCodes.NotFound,
            $"{repository.Api.Host} does not find what is needed to {wanted} in {repository}{Said(answer)}.",
            $"Check the address; a repository the token may not see looks the same, so give the token {permissions} on it."),
        { Status: HttpStatusCode.UnprocessableEntity } => Unprocessable(answer, repository, wanted),
        { Status: >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest } => TaskFailedException.Refused(
            ForgeCodes.RequestRefused,
            $"{repository} has moved, and the token is not sent after it.",
            "Use the repository's new address."),
        { Status: >= HttpStatusCode.InternalServerError } => TaskFailedException.External(
            ForgeCodes.ServerFailed,
            $"{repository.Api.Host} answered {(int)answer.Status} at every attempt to {wanted} in {repository}{Said(answer)}.",
            "Try again later; nothing is lost, a repeated run continues."),
        _ => Refused(answer, repository, wanted),
    };

    private static TaskFailedException Forbidden(GitHubAnswer answer, GitHubRepository repository, string wanted, string permissions)
    {
        var advice = answer.Problem.Says("not permitted to create")
            ? "Turn on 'Allow GitHub Actions to create and approve pull requests' in the repository's or organisation's "
                + "Actions settings, or use the token of a GitHub App."
            : $"Give the token {permissions}; in a workflow that is the job's 'permissions:'.";
        return TaskFailedException.Refused(
            ForgeCodes.NotPermitted, $"The token may not {wanted} in {repository}{Said(answer)}.", advice);
    }

    private static TaskFailedException Unprocessable(GitHubAnswer answer, GitHubRepository repository, string wanted)
    {
        if (answer.Problem.Says("No commits between"))
        {
            return TaskFailedException.Refused(
                ForgeCodes.NothingToMerge,
                $"There is nothing to {wanted} for in {repository}{Said(answer)}.",
                "Commit the change to the branch first.");
        }

        return answer.Problem.Says("head: invalid") || answer.Problem.Says("base: invalid")
            ? TaskFailedException.Refused(
                ForgeCodes.BranchMissing,
                $"A branch needed to {wanted} does not exist in {repository}{Said(answer)}.",
                "Push the head branch first, and check the name of the base.")
            : Refused(answer, repository, wanted);
    }

    private static TaskFailedException Refused(GitHubAnswer answer, GitHubRepository repository, string wanted) =>
        TaskFailedException.Refused(
            ForgeCodes.RequestRefused,
            $"{repository.Api.Host} refused with {(int)answer.Status} to {wanted} in {repository}{Said(answer)}.",
            "Repeating it will not help; change what the answer names.");

    private static TaskFailedException Limited(GitHubAnswer answer, GitHubRepository repository, string wanted)
    {
        var wait = answer.RetryAfter is { } time ? $"in {Math.Ceiling(time.TotalMinutes)} minutes" : "later";
        return TaskFailedException.External(
            ForgeCodes.RateLimited,
            $"The rate limit of {repository.Api.Host} is used up; it was not possible to {wanted} in {repository}.",
            $"Try again {wait}, or use a token with a limit of its own, such as a GitHub App's.");
    }

    private static string Said(GitHubAnswer answer) => answer.Problem.ToString() is { Length: > 0 } text ? $": {text.TrimEnd('.')}" : "";
}
