using System.Net;
using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges.Azure;

/// <summary>Puts a refusal of the API into words: what was wanted, what is in the way, what to do.</summary>
internal static partial class AzureFailure
{
    /// <summary>The failure a refusal ends the task with.</summary>
    /// <param name="answer">The last answer.</param>
    /// <param name="repository">The repository that was asked.</param>
    /// <param name="wanted">What was wanted, such as <c>open a pull request</c>.</param>
    public static TaskFailedException From(AzureAnswer answer, AzureRepository repository, string wanted) => answer switch
    {
        { IsLimited: true } => Limited(answer, repository, wanted),
        { IsSignIn: true } => TaskFailedException.Refused(
            ForgeCodes.NotAuthenticated,
            $"{Host(repository)} answered with its sign-in page to {wanted} in {repository}: it does not accept the token, or none was given.",
            "Map SYSTEM_ACCESSTOKEN: $(System.AccessToken) in the pipeline's step, or put a valid personal access token of this organisation into GITOPS_TOKEN."),
        { Status: HttpStatusCode.Unauthorized } => TaskFailedException.Refused(
            ForgeCodes.NotAuthenticated,
            $"{Host(repository)} does not accept the token to {wanted} in {repository}{Said(answer)}.",
            "Map SYSTEM_ACCESSTOKEN: $(System.AccessToken) in the pipeline's step, or put a valid personal access token into GITOPS_TOKEN."),
        _ when answer.Status == HttpStatusCode.Forbidden || answer.Problem.Says("TF401027") => TaskFailedException.Refused(
            ForgeCodes.NotPermitted,
            $"The token may not {wanted} in {repository}{Said(answer)}.",
            $"Allow '{PermissionOf(answer)}' to whom the message names, in the repository's security settings; in a pipeline that is the project's or the collection's Build Service."),
        _ when answer.Problem.Says("TF401398") => TaskFailedException.Refused(
            ForgeCodes.BranchMissing,
            $"A branch needed to {wanted} does not exist in {repository}{Said(answer)}.",
            "Push the head branch first, and check the name of the base."),
        { Status: HttpStatusCode.NotFound or HttpStatusCode.Gone } => TaskFailedException.Refused(
            ForgeCodes.NotFound,
            $"{Host(repository)} does not find what is needed to {wanted} in {repository}{Said(answer)}.",
            "Check organisation, project and repository; one that the token may not see looks the same, as do others where the pipeline limits its token to referenced repositories."),
        _ when answer.Problem.Says("VssVersionOutOfRange") || answer.Problem.Says("VssResourceVersion") => TaskFailedException.Refused(
            ForgeCodes.RequestRefused,
            $"{Host(repository)} does not know version 7.1 of the API{Said(answer)}.",
            "Azure DevOps Server 2022.1 or a newer one is needed; with an older one promote by a push."),
        { Status: >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest } => TaskFailedException.Refused(
            ForgeCodes.RequestRefused, $"{repository} has moved, and the token is not sent after it.", "Use the repository's new address."),
        { Status: >= HttpStatusCode.InternalServerError } => TaskFailedException.External(
            ForgeCodes.ServerFailed,
            $"{Host(repository)} answered {(int)answer.Status} at every attempt to {wanted} in {repository}{Said(answer)}.",
            "Try again later; nothing is lost, a repeated run continues."),
        _ => TaskFailedException.Refused(
            ForgeCodes.RequestRefused,
            $"{Host(repository)} refused with {(int)answer.Status} to {wanted} in {repository}{Said(answer)}.",
            "Repeating it will not help; change what the answer names."),
    };

    private static TaskFailedException Limited(AzureAnswer answer, AzureRepository repository, string wanted)
    {
        var wait = answer.RetryAfter is { } time ? $"in {Math.Ceiling(time.TotalMinutes)} minutes" : "later";
        return TaskFailedException.External(
            ForgeCodes.RateLimited,
            $"The limit of use of {Host(repository)} is reached; it was not possible to {wanted} in {repository}.",
            $"Try again {wait}; the usage page of the organisation tells who uses it up.");
    }

    // "TF401027: You need the Git 'PullRequestContribute' permission to perform this action. Details: identity '...', scope 'repository'."
    private static string PermissionOf(AzureAnswer answer) => Permission().Match(answer.Problem.Message).Groups[1].Value switch
    {
        "GenericContribute" => "Contribute",
        "CreateBranch" => "Create branch",
        "ForcePush" => "Force push",
        "" or "PullRequestContribute" => "Contribute to pull requests",
        var other => other,
    };

    private static string Host(AzureRepository repository) => repository.Collection.Host;

    private static string Said(AzureAnswer answer) => answer.Problem.Message is { Length: > 0 } text ? $": {text}" : "";

    [GeneratedRegex("'(\\w+)' permission", RegexOptions.CultureInvariant)]
    private static partial Regex Permission();
}
