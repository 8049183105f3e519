using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GitOpsTasks.Contracts;
using Polly;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>
/// Requests to the API of one repository. Every address is built here, from the configured origin, so the token cannot
/// reach another one.
/// </summary>
internal sealed class GitHubApi
{
    /// <summary>How long one attempt may take.</summary>
    public static readonly TimeSpan AttemptDeadline = TimeSpan.FromSeconds(100);

    private readonly GitHubHttp _http;
    private readonly GitHubCredentials _credentials;
    private readonly GitHubKnownAnswers _known = new();
    private readonly ResiliencePipeline<GitHubAnswer> _retry;
    private readonly ResiliencePipeline<GitHubAnswer> _retryOnce;

    public GitHubApi(EngineContext context, GitHubRepository repository)
    {
        _http = new GitHubHttp(context);
        _credentials = new GitHubCredentials(context, repository);
        _retry = GitHubRetry.Create(context.Time);
        _retryOnce = GitHubRetry.Create(context.Time, retries: 1);
        Repository = repository;
    }

    public GitHubRepository Repository { get; }

    /// <summary>Whether requests are made in somebody's name; without one, only public things can be read.</summary>
    public bool IsAuthenticated => _credentials.AreGiven;

    /// <summary>
    /// Reads; repeated where that may help. An answer that is known is asked for with its entity tag: that it still holds
    /// costs nothing of the rate limit.
    /// </summary>
    public Task<GitHubAnswer> GetAsync(string path, CancellationToken cancellationToken) =>
        RepeatAsync(
            async token => _known.Settle(path, await SendOnceAsync(HttpMethod.Get, path, null, token, _known.TagOf(path))), cancellationToken);

    /// <summary>Writes; repeated where that may help, so the request must be one that can be sent twice.</summary>
    public Task<GitHubAnswer> SendAsync<T>(
        HttpMethod method, string path, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(method, path, JsonSerializer.SerializeToUtf8Bytes(body, type), cancellationToken);

    /// <summary>Writes; repeated where that may help, so the request must be one that can be sent twice.</summary>
    public Task<GitHubAnswer> SendAsync(HttpMethod method, string path, byte[]? json, CancellationToken cancellationToken) =>
        RepeatAsync(token => SendOnceAsync(method, path, json, token), cancellationToken);

    /// <summary>Asks the GraphQL API; repeated once where that may help, as what it reads can be read otherwise.</summary>
    /// <exception cref="TaskFailedException">GOT7001: no answer.</exception>
    public Task<GitHubAnswer> QueryAsync(byte[] json, CancellationToken cancellationToken) =>
        RepeatAsync(_retryOnce, token => SendGraphQlAsync(json, token), cancellationToken);

    /// <summary>Has the GraphQL API change something; repeated where that may help, so the request must be one that can be sent twice.</summary>
    /// <exception cref="TaskFailedException">GOT7001: no answer at any attempt.</exception>
    public Task<GitHubAnswer> MutateAsync(byte[] json, CancellationToken cancellationToken) =>
        RepeatAsync(_retry, token => SendGraphQlAsync(json, token), cancellationToken);

    /// <summary>Repeats a sequence of single requests as a whole.</summary>
    /// <exception cref="TaskFailedException">GOT7001: no answer at any attempt.</exception>
    public Task<GitHubAnswer> RepeatAsync(Func<CancellationToken, Task<GitHubAnswer>> attempt, CancellationToken cancellationToken) =>
        RepeatAsync(_retry, attempt, cancellationToken);

    /// <summary>Sends one request once.</summary>
    /// <param name="method">GET, POST, PATCH, PUT or DELETE.</param>
    /// <param name="path">Below the repository, with its values escaped, such as <c>pulls?state=open</c>; empty for itself.</param>
    /// <param name="json">The body; null for none.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <param name="knownTag">The entity tag of an answer that is known; null where none is.</param>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    /// <exception cref="TimeoutException">There was no answer within <see cref="AttemptDeadline"/>.</exception>
    public async Task<GitHubAnswer> SendOnceAsync(
        HttpMethod method, string path, byte[]? json, CancellationToken cancellationToken, string? knownTag = null)
    {
        var address = new Uri(Repository.Api, $"repos/{Repository.Owner}/{Repository.Name}/{path}".TrimEnd('/'));
        return await _http.SendAsync(method, address, json, await _credentials.TokenAsync(cancellationToken), knownTag, cancellationToken);
    }

    private async Task<GitHubAnswer> SendGraphQlAsync(byte[] json, CancellationToken cancellationToken) =>
        await _http.SendAsync(HttpMethod.Post, Repository.GraphQl, json, await _credentials.TokenAsync(cancellationToken), null, cancellationToken);

    private async Task<GitHubAnswer> RepeatAsync(
        ResiliencePipeline<GitHubAnswer> retry, Func<CancellationToken, Task<GitHubAnswer>> attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await retry.ExecuteAsync(async token => await attempt(token), cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
        {
            throw Unreachable(Repository, e);
        }
    }

    /// <summary>There was no answer.</summary>
    public static TaskFailedException Unreachable(GitHubRepository repository, Exception e) => TaskFailedException.External(
        ForgeCodes.Unreachable,
        $"{repository.Api.Authority} could not be reached: {e.Message}",
        "Check the address and the network, then try again; a repeated run continues.",
        e);
}
