using System.Net;
using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>The service that gives out tokens for a registry, as the distribution project's token specification describes it.</summary>
/// <param name="context">HTTP and clock.</param>
/// <param name="address">The repository, for messages.</param>
internal sealed class TokenServer(EngineContext context, RegistryAddress address)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(100);

    /// <summary>Asks for a token.</summary>
    /// <param name="challenge">Names the service and where it is.</param>
    /// <param name="scopes">What the token is to allow.</param>
    /// <param name="credentials">Whom it is for; null for anybody.</param>
    /// <param name="mayBeRefused">Whether a refusal is told by null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="TransientFailureException">It may be tried again.</exception>
    /// <exception cref="TaskFailedException">The token is refused, or the service is where credentials must not go.</exception>
    public async Task<string?> AskAsync(
        AuthChallenge challenge,
        IReadOnlyList<string> scopes,
        RegistryCredentials? credentials,
        bool mayBeRefused,
        CancellationToken cancellationToken)
    {
        var realm = RealmOf(challenge);
        using var timer = new CancellationTokenSource(Deadline, context.Time);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        using var response = await SendAsync(
            credentials is { IsIdentityToken: true } ? Exchange(realm, challenge, scopes, credentials) : Question(realm, challenge, scopes, credentials));
        if (credentials is { IsIdentityToken: false } && IsUnknown(response.StatusCode))
        {
            using var exchanged = await SendAsync(Exchange(realm, challenge, scopes, credentials));
            return await ReadAsync(exchanged);
        }

        return await ReadAsync(response);

        async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
        {
            using (request)
                return await RegistryTransport.SendOnceAsync(context, request, isStreamed: false, deadline.Token, cancellationToken);
        }

        async Task<string?> ReadAsync(HttpResponseMessage response)
        {
            if (mayBeRefused && response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                return null;
            RegistryAnswer.Require(response, address, "give out a token", HttpStatusCode.OK);
            return Read(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
    }

    // A service of OAuth2 alone takes no GET.
    private static bool IsUnknown(HttpStatusCode status) => status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed;

    private Uri RealmOf(AuthChallenge challenge) => challenge.Realm is { } realm && IsAcceptable(realm)
        ? realm
        : throw TaskFailedException.Refused(
            RegistryCodes.RealmRefused,
            $"The registry of '{address}' asks for credentials to be sent to an address that is not https and not its own.",
            "Look at the realm of its WWW-Authenticate header; no credentials were sent.");

    // Credentials and tokens go over https, or to the registry's own host where that itself is loopback http.
    private bool IsAcceptable(Uri realm) =>
        realm.Scheme == Uri.UriSchemeHttps
        || (realm.Scheme == Uri.UriSchemeHttp && address.Origin.Scheme == Uri.UriSchemeHttp
            && string.Equals(realm.Host, address.Origin.Host, StringComparison.OrdinalIgnoreCase));

    private static HttpRequestMessage Question(
        Uri realm, AuthChallenge challenge, IReadOnlyList<string> scopes, RegistryCredentials? credentials)
    {
        var parameters = scopes.Select(scope => $"scope={Uri.EscapeDataString(scope)}");
        if (challenge.Parameters.TryGetValue("service", out var service))
            parameters = parameters.Prepend($"service={Uri.EscapeDataString(service)}");
        if (realm.Query.TrimStart('?') is { Length: > 0 } given)
            parameters = parameters.Prepend(given);
        var uri = new UriBuilder(realm) { Query = string.Join('&', parameters) }.Uri;
        var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.Authorization = credentials?.Basic;
        return request;
    }

    // OAuth2: a refresh token, or user and password, for an access token.
    private static HttpRequestMessage Exchange(
        Uri realm, AuthChallenge challenge, IReadOnlyList<string> scopes, RegistryCredentials credentials)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = credentials.IsIdentityToken ? "refresh_token" : "password",
            [credentials.IsIdentityToken ? "refresh_token" : "password"] = credentials.Secret,
            ["client_id"] = "gitops-tasks",
            ["service"] = challenge.Parameters.GetValueOrDefault("service", ""),
            ["scope"] = string.Join(' ', scopes),
        };
        if (!credentials.IsIdentityToken)
            form["username"] = credentials.Username;
        return new HttpRequestMessage(HttpMethod.Post, realm) { Content = new FormUrlEncodedContent(form) };
    }

    private string Read(byte[] body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            foreach (var name in new[] { "token", "access_token" })
            {
                if (answer.RootElement.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } token)
                    return token;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Told below, without the exception: its message may quote the token.
        }

        throw TaskFailedException.External(
            RegistryCodes.UnexpectedAnswer,
            $"The token server of '{address}' gave an answer without a token.",
            "Look at the registry's authentication settings.");
    }
}
