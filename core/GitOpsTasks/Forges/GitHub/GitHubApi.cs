using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GitOpsTasks.Contracts;
using Polly;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>
/// Requests to the REST API of one repository. Every address is built here, from the configured origin, so the token
/// cannot reach another one.
/// </summary>
internal sealed class GitHubApi
{
    /// <summary>How long one attempt may take.</summary>
    public static readonly TimeSpan AttemptDeadline = TimeSpan.FromSeconds(100);

    private const string Version = "2022-11-28";

    private readonly EngineContext _context;
    private readonly string? _token;
    private readonly ResiliencePipeline<GitHubAnswer> _retry;

    public GitHubApi(EngineContext context, GitHubRepository repository)
    {
        _context = context;
        _token = context.Environment.FirstOf("GITOPS_TOKEN", "GITHUB_TOKEN");
        _retry = GitHubRetry.Create(context.Time);
        Repository = repository;
    }

    public GitHubRepository Repository { get; }

    /// <summary>Reads; repeated where that may help.</summary>
    public Task<GitHubAnswer> GetAsync(string path, CancellationToken cancellationToken) =>
        RepeatAsync(token => SendOnceAsync(HttpMethod.Get, path, null, token), cancellationToken);

    /// <summary>Writes; repeated where that may help, so the request must be one that can be sent twice.</summary>
    public Task<GitHubAnswer> SendAsync<T>(
        HttpMethod method, string path, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        RepeatAsync(token => SendOnceAsync(method, path, JsonSerializer.SerializeToUtf8Bytes(body, type), token), cancellationToken);

    /// <summary>Repeats a sequence of single requests as a whole.</summary>
    /// <exception cref="TaskFailedException">GOT7001: no answer at any attempt.</exception>
    public async Task<GitHubAnswer> RepeatAsync(
        Func<CancellationToken, Task<GitHubAnswer>> attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await _retry.ExecuteAsync(async token => await attempt(token), cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
        {
            throw TaskFailedException.External(
                ForgeCodes.Unreachable,
                $"{Repository.Api.Authority} could not be reached: {e.Message}",
                "Check the address and the network, then try again; a repeated run continues.",
                e);
        }
    }

    /// <summary>Sends one request once.</summary>
    /// <param name="method">GET, POST, PATCH, PUT or DELETE.</param>
    /// <param name="path">Below the repository, with its values escaped, such as <c>pulls?state=open</c>.</param>
    /// <param name="json">The body; null for none.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    /// <exception cref="TimeoutException">There was no answer within <see cref="AttemptDeadline"/>.</exception>
    public async Task<GitHubAnswer> SendOnceAsync(
        HttpMethod method, string path, byte[]? json, CancellationToken cancellationToken)
    {
        using var request = CreateRequest(method, path, json);
        using var deadline = new CancellationTokenSource(AttemptDeadline, _context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var response = await _context.Http.SendAsync(request, either.Token);
            return await ReadAsync(response, either.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"no answer within {AttemptDeadline.TotalSeconds:0} seconds", e);
        }
    }

    private HttpRequestMessage CreateRequest(HttpMethod method, string path, byte[]? json)
    {
        var address = new Uri(Repository.Api, $"repos/{Repository.Owner}/{Repository.Name}/{path}");
        var request = new HttpRequestMessage(method, address);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("GitOpsTasks", null));
        request.Headers.Accept.ParseAdd("application/vnd.github+json");
        request.Headers.Add("X-GitHub-Api-Version", Version);
        if (_token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        if (json is not null)
            request.Content = new ByteArrayContent(json) { Headers = { ContentType = new("application/json", "utf-8") } };
        return request;
    }

    private async Task<GitHubAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (!response.IsSuccessStatusCode && _token is not null)
            body = WithoutToken(body, _token);
        var isUsedUp = Header(response, "x-ratelimit-remaining") == "0";
        return new GitHubAnswer(response.StatusCode, body)
        {
            IsLimitUsedUp = isUsedUp,
            RetryAfter = response.IsSuccessStatusCode ? null : WaitOf(response, isUsedUp),
            HasNextPage = Header(response, "Link")?.Contains("rel=\"next\"", StringComparison.Ordinal) == true,
        };
    }

    // A refusal is shown to people; a proxy may repeat in it what it was sent.
    private static byte[] WithoutToken(byte[] body, string token)
    {
        var text = Encoding.UTF8.GetString(body);
        return text.Contains(token, StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(text.Replace(token, "***", StringComparison.Ordinal)) : body;
    }

    private TimeSpan? WaitOf(HttpResponseMessage response, bool isUsedUp)
    {
        var now = _context.Time.GetUtcNow();
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ when isUsedUp && long.TryParse(
                Header(response, "x-ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var reset)
                => DateTimeOffset.FromUnixTimeSeconds(Math.Min(reset, DateTimeOffset.MaxValue.ToUnixTimeSeconds())) - now,
            _ => (TimeSpan?)null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
