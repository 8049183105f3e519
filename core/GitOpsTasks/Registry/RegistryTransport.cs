using System.Net;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>
/// Sends requests to a registry: answers its challenges and follows its redirects. The Authorization header goes to the
/// registry's own origin and nowhere else.
/// </summary>
internal sealed class RegistryTransport(EngineContext context, RegistryAddress address)
{
    private const int MostRedirects = 5;
    private const int LargestAnswer = 16 * 1024 * 1024;
    private readonly RegistryAuthenticator _authenticator = new(context, address);

    /// <summary>Sends a request; the answer's body is read already.</summary>
    /// <exception cref="TransientFailureException">The connection failed.</exception>
    /// <exception cref="TaskFailedException">A redirect leads where it must not, or the challenge cannot be answered.</exception>
    public async Task<HttpResponseMessage> SendAsync(RegistryRequest request, CancellationToken cancellationToken)
    {
        var isAnswered = false;
        for (var redirects = 0; ;)
        {
            var response = await SendOnceAsync(request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.Unauthorized && !isAnswered && address.IsOwn(request.Uri)
                && await AnswerAsync(response, cancellationToken))
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
                throw Unexpected("redirects without end");
        }
    }

    /// <summary>An address that a registry named, made absolute.</summary>
    /// <exception cref="TaskFailedException">GOT5105: it leads from https to plain http, or is of another scheme.</exception>
    public Uri Follow(Uri from, Uri location)
    {
        var to = new Uri(from, location);
        if (to.Scheme == Uri.UriSchemeHttps || (to.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp))
            return to;
        throw Unexpected($"leads from {from.Scheme} to {to.Scheme}");
    }

    /// <summary>Sends a message once and reads the whole answer, which must be small.</summary>
    /// <param name="context">Names the HTTP client.</param>
    /// <param name="message">The message.</param>
    /// <param name="deadline">Cancelled when the deadline passes or the caller cancels.</param>
    /// <param name="cancellationToken">Cancelled when the caller cancels.</param>
    public static async Task<HttpResponseMessage> SendOnceAsync(
        EngineContext context, HttpRequestMessage message, CancellationToken deadline, CancellationToken cancellationToken)
    {
        try
        {
            var response = await context.Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, deadline);
            await response.Content.LoadIntoBufferAsync(LargestAnswer, deadline);
            return response;
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransientFailureException($"no answer from '{message.RequestUri?.Host}' in time", inner: e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new TransientFailureException($"the connection to '{message.RequestUri?.Host}' failed", inner: e);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(RegistryRequest request, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(request.Deadline, context.Time);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        using var message = new HttpRequestMessage(request.Method, request.Uri) { Content = request.Content?.Invoke() };
        if (request.AcceptsManifests)
            message.Headers.TryAddWithoutValidation("Accept", OciMediaTypes.Manifests);
        if (address.IsOwn(request.Uri))
            message.Headers.Authorization = _authenticator.Authorization;
        return await SendOnceAsync(context, message, deadline.Token, cancellationToken);
    }

    private Task<bool> AnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        _authenticator.AnswerAsync(
            [.. response.Headers.WwwAuthenticate.Select(AuthChallenge.From)], cancellationToken);

    // 301 and 302 turn a PUT or POST into a GET in some clients, so only reads follow them.
    private static bool IsRedirect(HttpResponseMessage response, HttpMethod method) => response.StatusCode switch
    {
        HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect => true,
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found => method == HttpMethod.Get || method == HttpMethod.Head,
        _ => false,
    };

    private TaskFailedException Unexpected(string what) => TaskFailedException.External(
        RegistryCodes.UnexpectedAnswer,
        $"The registry of '{address}' gives an address that {what}.",
        "Look at the registry's external URL setting, and at the proxy before it.");
}
