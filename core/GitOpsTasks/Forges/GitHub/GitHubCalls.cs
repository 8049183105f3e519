using System.Net;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Repository;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>Requests about the contents of a repository whose refusals are failures.</summary>
/// <param name="api">Sends them.</param>
internal sealed class GitHubCalls(GitHubApi api)
{
    private const string Permissions = "contents: write";

    /// <summary>Sends requests.</summary>
    public GitHubApi Api => api;

    /// <summary>Reads.</summary>
    /// <param name="path">Below the repository.</param>
    /// <param name="wanted">What is wanted, such as <c>read a folder</c>.</param>
    /// <param name="cancellationToken">Cancels the request and its retries.</param>
    /// <exception cref="TaskFailedException">It was refused, or there was no answer.</exception>
    public async Task<GitHubAnswer> ReadAsync(string path, string wanted, CancellationToken cancellationToken) =>
        Succeeded(await api.GetAsync(path, cancellationToken), wanted);

    /// <summary>Makes an object. Objects are named by what they hold, so that it can be repeated.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="TaskFailedException">It was refused, or there was no answer.</exception>
    public async Task<string> MakeAsync(string path, byte[] json, string wanted, CancellationToken cancellationToken) =>
        Succeeded(await api.SendAsync(HttpMethod.Post, path, json, cancellationToken), wanted)
            .Read(made => made.GetProperty("sha").GetString() ?? throw new FormatException("The id is null."));

    /// <summary>The answer, if it is none of a refusal.</summary>
    /// <exception cref="TaskFailedException">It was refused.</exception>
    public GitHubAnswer Succeeded(GitHubAnswer answer, string wanted) => answer.Succeeded ? answer : throw Failure(answer, wanted);

    /// <summary>A refusal in words.</summary>
    public TaskFailedException Failure(GitHubAnswer answer, string wanted) =>
        answer.Status == HttpStatusCode.Conflict && answer.Problem.Says("repository is empty")
            ? TaskFailedException.Usage(
                RepositoryCodes.RepositoryEmpty,
                $"{api.Repository} has no commit yet, and the API cannot make the first.",
                "Push a first commit, such as a README, or leave --via out to use git.")
            : GitHubFailure.From(answer, api.Repository, wanted, Permissions);

    /// <summary>The forge sent or made something else.</summary>
    public TaskFailedException Differs(string what) => TaskFailedException.External(
        RepositoryCodes.ObjectDiffers,
        $"{api.Repository.Api.Host} answered with {what} of {api.Repository}.",
        "Run the task again; if it stays so, leave --via out to use git, and tell the server's administrators.");

    /// <summary>The path of a branch or id with its parts escaped.</summary>
    public static string Escape(string name) => string.Join('/', name.Split('/').Select(Uri.EscapeDataString));
}
