using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges.Azure;

/// <summary>One request to the API and its answer, without retries.</summary>
/// <param name="context">HTTP and clock.</param>
/// <param name="credentials">In whose name.</param>
internal sealed class AzureHttp(EngineContext context, AzureCredentials credentials)
{
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(1);

    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    /// <summary>Sends one request once.</summary>
    /// <param name="method">GET, POST or PATCH.</param>
    /// <param name="address">Where; of the configured collection, as the token is sent there.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="mediaType">What the body is.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    /// <exception cref="TimeoutException">There was no answer within <see cref="AzureApi.AttemptDeadline"/>.</exception>
    public async Task<AzureAnswer> SendAsync(HttpMethod method, Uri address, byte[]? body, string mediaType, CancellationToken cancellationToken)
    {
        if (_notBefore - context.Time.GetUtcNow() is var pause && pause > TimeSpan.Zero)
            await Task.Delay(pause, context.Time, cancellationToken);
        using var request = Request(method, address, body, mediaType);
        using var deadline = new CancellationTokenSource(AzureApi.AttemptDeadline, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var response = await context.Http.SendAsync(request, either.Token);
            return await ReadAsync(response, either.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"no answer within {AzureApi.AttemptDeadline.TotalSeconds:0} seconds", e);
        }
    }

    private HttpRequestMessage Request(HttpMethod method, Uri address, byte[]? body, string mediaType)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("GitOpsTasks", null));
        request.Headers.Accept.ParseAdd("application/json");
        // Asks for a 401 instead of a way to sign in by a browser.
        request.Headers.TryAddWithoutValidation("X-TFS-FedAuthRedirect", "Suppress");
        request.Headers.Authorization = credentials.Header;
        if (body is not null)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new(mediaType, "utf-8") } };
        return request;
    }

    private async Task<AzureAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var wait = WaitOf(response);
        // A success that names a wait is one that was slowed down: the next may be refused.
        if (response.IsSuccessStatusCode && wait is { } pause)
            _notBefore = context.Time.GetUtcNow() + (pause < s_longestPause ? pause : s_longestPause);
        return new AzureAnswer(response.StatusCode, response.IsSuccessStatusCode ? body : WithoutSecrets(body))
        {
            RetryAfter = response.IsSuccessStatusCode ? null : wait,
            ContinuationToken = Header(response, "x-ms-continuationtoken"),
            IsSignIn = response.StatusCode == HttpStatusCode.NonAuthoritativeInformation
                || (response.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther && IsSignInPage(response.Headers.Location)),
        };
    }

    private static bool IsSignInPage(Uri? location) =>
        location?.OriginalString is { } page && (page.Contains("signin", StringComparison.OrdinalIgnoreCase) || page.Contains("login", StringComparison.OrdinalIgnoreCase));

    // A refusal is shown to people; a proxy may repeat in it what it was sent.
    private byte[] WithoutSecrets(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        return credentials.Secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal))
            ? Encoding.UTF8.GetBytes(credentials.Secrets.Aggregate(text, (shown, secret) => shown.Replace(secret, "***", StringComparison.Ordinal)))
            : body;
    }

    private TimeSpan? WaitOf(HttpResponseMessage response)
    {
        var now = context.Time.GetUtcNow();
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ when Header(response, "X-RateLimit-Remaining") == "0"
                && long.TryParse(Header(response, "X-RateLimit-Reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var reset)
                => DateTimeOffset.FromUnixTimeSeconds(Math.Min(reset, DateTimeOffset.MaxValue.ToUnixTimeSeconds())) - now,
            _ => (TimeSpan?)null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
