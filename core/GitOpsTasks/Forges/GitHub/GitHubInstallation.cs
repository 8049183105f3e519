using System.Globalization;
using System.Net;
using System.Text.Json;
using GitOpsTasks.Contracts;
using GitOpsTasks.Forges.Repository;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>The installation of an App on the owner of a repository.</summary>
/// <param name="context">HTTP and clock.</param>
/// <param name="repository">The repository.</param>
/// <param name="app">The App.</param>
internal sealed class GitHubInstallation(EngineContext context, GitHubRepository repository, GitHubApp app)
{
    // The most that any task asks of a repository. Of these, what the installation was granted.
    private static readonly (string Name, string Level)[] s_wanted =
        [("contents", "write"), ("pull_requests", "write"), ("statuses", "read"), ("checks", "read"), ("members", "read")];

    private readonly GitHubHttp _http = new(context);

    /// <summary>The repository a token is for.</summary>
    public GitHubRepository Repository => repository;

    /// <summary>The clock.</summary>
    public TimeProvider Time => context.Time;

    /// <summary>Makes a token for the one repository, with no more permissions than tasks use.</summary>
    /// <exception cref="TaskFailedException">The forge refused or could not be reached, or the key is not usable.</exception>
    public async Task<GitHubAppToken> MakeTokenAsync(CancellationToken cancellationToken)
    {
        var found = await SendAsync(HttpMethod.Get, $"repos/{repository.Owner}/{repository.Name}/installation", null, cancellationToken);
        if (found.Status == HttpStatusCode.NotFound)
        {
            throw TaskFailedException.Refused(
                RepositoryCodes.AppNotInstalled,
                $"The GitHub App {app.Id} is not installed on {repository}.",
                "Install it on the repository in the settings of its owner, and check GITOPS_APP_ID.");
        }

        var (id, body) = Succeeded(found, "find the App's installation")
            .Read(json => (json.GetProperty("id").GetInt64().ToString(CultureInfo.InvariantCulture), TokenRequest(json.GetProperty("permissions"))));
        var made = Succeeded(await SendAsync(HttpMethod.Post, $"app/installations/{id}/access_tokens", body, cancellationToken), "get a token for the App");
        return made.Read(json => new GitHubAppToken(
            json.GetProperty("token").GetString() ?? throw new FormatException("The token is null."), json.GetProperty("expires_at").GetDateTimeOffset()));
    }

    private byte[] TokenRequest(JsonElement granted) => GitHubBody.Of(json =>
    {
        json.WriteStartArray("repositories");
        json.WriteStringValue(repository.Name);
        json.WriteEndArray();
        json.WriteStartObject("permissions");
        foreach (var (name, level) in s_wanted)
        {
            if (granted.TryGetProperty(name, out var most))
                json.WriteString(name, most.GetString() == "read" ? "read" : level);
        }

        json.WriteEndObject();
    });

    // A second token does no harm, so that a lost answer is asked for again.
    private async Task<GitHubAnswer> SendAsync(HttpMethod method, string path, byte[]? json, CancellationToken cancellationToken)
    {
        try
        {
            return await GitHubRetry.Create(context.Time).ExecuteAsync(
                async token => await _http.SendAsync(method, new Uri(repository.Api, path), json, app.Authenticate(Time.GetUtcNow()), null, token),
                cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
        {
            throw GitHubApi.Unreachable(repository, e);
        }
    }

    private GitHubAnswer Succeeded(GitHubAnswer answer, string wanted) =>
        answer.Succeeded ? answer
        : answer.Status == HttpStatusCode.Unauthorized ? throw TaskFailedException.Refused(
            ForgeCodes.NotAuthenticated,
            $"{repository.Api.Host} does not accept the key of the GitHub App {app.Id}: {answer.Problem.ToString().TrimEnd('.')}.",
            "Check that GITOPS_APP_ID and GITOPS_APP_PRIVATE_KEY are of the same App, that the key was not deleted, and the clock of this machine.")
        : throw GitHubFailure.From(answer, repository, wanted);
}
