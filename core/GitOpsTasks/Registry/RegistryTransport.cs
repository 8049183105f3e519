using System.Net;
using System.Net.Http.Headers;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>
/// Sends requests to a registry: answers its challenges and follows its redirects. The Authorization header goes to the
/// registry's own origin and nowhere else.
/// </summary>
/// <param name="context">HTTP, clock and environment.</param>
/// <param name="address">The repository.</param>
/// <param name="isSource">Whether images only come from it, see <see cref="CredentialSource"/>.</param>
internal sealed class RegistryTransport(EngineContext context, RegistryAddress address, bool isSource = false)
{
    private const int MostRedirects = 5;
    private const int LargestAnswer = 16 * 1024 * 1024;
    private const int LargestUnasked = 1024 * 1024;
    private readonly RegistryAuthenticator _authenticator = new(context, address, isSource);

    /// <inheritdoc cref="RegistryAuthenticator.WishToPull" />
    public void WishToPull(string repository) => _authenticator.WishToPull(repository);

    /// <summary>Sends a request; the answer's body is read already, unless it was to be streamed.</summary>
    /// <exception cref="TransientFailureException">The connection failed.</exception>
    /// <exception cref="TaskFailedException">A redirect leads where it must not, or the challenge cannot be answered.</exception>
    public async Task<HttpResponseMessage> SendAsync(RegistryRequest request, CancellationToken cancellationToken)
    {
        var isAnswered = false;
        for (var redirects = 0; ;)
        {
            var carried = _authenticator.Authorization;
            var response = await SendOnceAsync(request, carried, cancellationToken);
            if (response.StatusCode == HttpStatusCode.Unauthorized && !isAnswered && address.IsOwn(request.Uri)
                && await AnswerAsync(response, carried, cancellationToken))
            {
                isAnswered = true;
                response.Dispose();
                continue;
            }

            if (!IsRedirect(response, request.Method) || response.Headers.Location is not { } location)
                return response;
            response.Dispose();
            request = request with { Uri = Follow(request.Uri, location) };
            if (++redirects > MostRedirects)
                throw RegistryAnswer.Unexpected(address, "redirects without end");
        }
    }

    /// <summary>An address that a registry named, made absolute.</summary>
    /// <exception cref="TaskFailedException">GOT5105: it leads from https to plain http, or is of another scheme.</exception>
    public Uri Follow(Uri from, Uri location)
    {
        var to = new Uri(from, location);
        if (to.Scheme == Uri.UriSchemeHttps || (to.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp))
            return to;
        throw RegistryAnswer.Unexpected(address, $"names an address that leads from {from.Scheme} to {to.Scheme}");
    }

    /// <summary>Sends a message once and reads the whole answer, which must be small, or the headers of a streamed one.</summary>
    /// <param name="context">Names the HTTP client.</param>
    /// <param name="message">The message.</param>
    /// <param name="isStreamed">Whether the body of a good answer is left unread.</param>
    /// <param name="deadline">Cancelled when the deadline passes or the caller cancels.</param>
    /// <param name="cancellationToken">Cancelled when the caller cancels.</param>
    public static async Task<HttpResponseMessage> SendOnceAsync(
        EngineContext context, HttpRequestMessage message, bool isStreamed, CancellationToken deadline, CancellationToken cancellationToken)
    {
        try
        {
            var response = await context.Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, deadline);
            // The answer to a HEAD tells the length of what it has no body of, such as a large layer.
            if (!response.IsSuccessStatusCode || (!isStreamed && message.Method != HttpMethod.Head))
                await response.Content.LoadIntoBufferAsync(LargestAnswer, deadline);
            return response;
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransientFailureException($"no answer from '{message.RequestUri?.Host}' in time", inner: e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new TransientFailureException($"the connection to '{message.RequestUri?.Host}' failed{Reason(e)}", inner: e);
        }
    }

    private static string Reason(Exception exception) => (exception as HttpRequestException)?.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => " (there is no host of that name)",
        HttpRequestError.ConnectionError => " (nothing answers there)",
        HttpRequestError.SecureConnectionError => " (no TLS, or a certificate that is not trusted; plain http is used for loopback hosts only)",
        _ => "",
    };

    private async Task<HttpResponseMessage> SendOnceAsync(
        RegistryRequest request, AuthenticationHeaderValue? authorization, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(request.Deadline, context.Time);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        using var message = new HttpRequestMessage(request.Method, request.Uri) { Content = request.Content?.Invoke() };
        if (request.AcceptsManifests)
            message.Headers.TryAddWithoutValidation("Accept", OciMediaTypes.Manifests);
        if (request.From is { } from)
            message.Headers.Range = new RangeHeaderValue(from, null);
        // A large body is not sent before the registry agrees: it would refuse it at the end, or hang up in the middle.
        if (message.Content?.Headers.ContentLength > LargestUnasked)
            message.Headers.ExpectContinue = true;
        if (address.IsOwn(request.Uri))
            message.Headers.Authorization = authorization;
        return await SendOnceAsync(context, message, request.IsStreamed, deadline.Token, cancellationToken);
    }

    private Task<bool> AnswerAsync(
        HttpResponseMessage response, AuthenticationHeaderValue? refused, CancellationToken cancellationToken) =>
        _authenticator.AnswerAsync(
            [.. response.Headers.WwwAuthenticate.Select(AuthChallenge.From)], refused, cancellationToken);

    // 301 and 302 turn a PUT or POST into a GET in some clients, so only reads follow them.
    private static bool IsRedirect(HttpResponseMessage response, HttpMethod method) => response.StatusCode switch
    {
        HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect => true,
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found => method == HttpMethod.Get || method == HttpMethod.Head,
        _ => false,
    };
}
