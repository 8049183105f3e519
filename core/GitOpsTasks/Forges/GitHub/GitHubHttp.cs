using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>One request to the API and its answer, without retries.</summary>
/// <param name="context">HTTP and clock.</param>
internal sealed class GitHubHttp(EngineContext context)
{
    private const string Version = "2022-11-28";

    // What GitHub asks of those who write much. Who was told once that it is too much does so from then on.
    private static readonly TimeSpan s_pace = TimeSpan.FromSeconds(1);

    private bool _isSlowed;
    private long _lastWrite;

    /// <summary>Sends one request once.</summary>
    /// <param name="method">GET, POST, PATCH, PUT or DELETE.</param>
    /// <param name="address">Where; of the configured origin, as the bearer is sent there.</param>
    /// <param name="json">The body; null for none.</param>
    /// <param name="bearer">The token; null for none.</param>
    /// <param name="knownTag">The entity tag of an answer that is known; null where none is.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    /// <exception cref="TimeoutException">There was no answer within <see cref="GitHubApi.AttemptDeadline"/>.</exception>
    public async Task<GitHubAnswer> SendAsync(
        HttpMethod method, Uri address, byte[]? json, string? bearer, string? knownTag, CancellationToken cancellationToken)
    {
        using var request = Request(method, address, json, bearer, knownTag);
        if (method != HttpMethod.Get && _isSlowed)
            await PaceAsync(cancellationToken);
        using var deadline = new CancellationTokenSource(GitHubApi.AttemptDeadline, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var response = await context.Http.SendAsync(request, either.Token);
            var answer = await ReadAsync(response, bearer, either.Token);
            _isSlowed |= answer is { IsLimited: true, IsLimitUsedUp: false };
            _lastWrite = method == HttpMethod.Get ? _lastWrite : context.Time.GetTimestamp();
            return answer;
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"no answer within {GitHubApi.AttemptDeadline.TotalSeconds:0} seconds", e);
        }
    }

    private async Task PaceAsync(CancellationToken cancellationToken)
    {
        var wait = s_pace - context.Time.GetElapsedTime(_lastWrite);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, context.Time, cancellationToken);
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri address, byte[]? json, string? bearer, string? knownTag)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("GitOpsTasks", null));
        request.Headers.Accept.ParseAdd("application/vnd.github+json");
        request.Headers.Add("X-GitHub-Api-Version", Version);
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        if (knownTag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", knownTag);
        if (json is not null)
            request.Content = new ByteArrayContent(json) { Headers = { ContentType = new("application/json", "utf-8") } };
        return request;
    }

    private async Task<GitHubAnswer> ReadAsync(HttpResponseMessage response, string? bearer, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (!response.IsSuccessStatusCode && bearer is not null)
            body = WithoutToken(body, bearer);
        var isUsedUp = Header(response, "x-ratelimit-remaining") == "0";
        return new GitHubAnswer(response.StatusCode, body)
        {
            IsLimitUsedUp = isUsedUp,
            RetryAfter = response.IsSuccessStatusCode ? null : WaitOf(response, isUsedUp),
            HasNextPage = Header(response, "Link")?.Contains("rel=\"next\"", StringComparison.Ordinal) == true,
            Tag = Header(response, "ETag"),
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
        var now = context.Time.GetUtcNow();
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
