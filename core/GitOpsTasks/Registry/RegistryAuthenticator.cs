using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>Answers a registry's challenges, and keeps the answer for the requests that follow.</summary>
internal sealed class RegistryAuthenticator(EngineContext context, RegistryAddress address)
{
    private static readonly TimeSpan TokenDeadline = TimeSpan.FromSeconds(100);
    private Task<RegistryCredentials?>? _credentials;

    /// <summary>What requests to the registry's own origin carry; null before the first challenge.</summary>
    public AuthenticationHeaderValue? Authorization { get; private set; }

    /// <summary>Works out an answer to a challenge.</summary>
    /// <returns>False where there is none to give.</returns>
    public async Task<bool> AnswerAsync(IReadOnlyList<AuthChallenge> challenges, CancellationToken cancellationToken)
    {
        var credentials = await (_credentials ??= new CredentialSource(context).FindAsync(address.Host, cancellationToken));
        if (challenges.FirstOrDefault(c => c.Is("Bearer")) is { } bearer)
        {
            Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(bearer, credentials, cancellationToken));
            return true;
        }

        if (credentials is null || !challenges.Any(c => c.Is("Basic")))
            return false;
        Authorization = credentials.Basic;
        return true;
    }

    private async Task<string> TokenAsync(
        AuthChallenge challenge, RegistryCredentials? credentials, CancellationToken cancellationToken)
    {
        if (challenge.Realm is not { } realm || !IsAcceptable(realm))
        {
            throw TaskFailedException.Refused(
                RegistryCodes.RealmRefused,
                $"The registry of '{address}' asks for credentials to be sent to an address that is not https and not its own.",
                "Look at the realm of its WWW-Authenticate header; no credentials were sent.");
        }

        using var request = credentials is { IsIdentityToken: true }
            ? ExchangeRequest(realm, challenge, credentials)
            : TokenRequest(realm, challenge, credentials);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = new CancellationTokenSource(TokenDeadline, context.Time);
        await using var link = timer.Token.Register(deadline.Cancel);
        using var response = await RegistryTransport.SendOnceAsync(context, request, deadline.Token, cancellationToken);
        RegistryAnswer.Require(response, address, "give out a token", HttpStatusCode.OK);
        return ReadToken(await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    // Credentials and tokens go over https, or to the registry's own host where that itself is loopback http.
    private bool IsAcceptable(Uri realm) =>
        realm.Scheme == Uri.UriSchemeHttps
        || (realm.Scheme == Uri.UriSchemeHttp && address.Origin.Scheme == Uri.UriSchemeHttp
            && string.Equals(realm.Host, address.Origin.Host, StringComparison.OrdinalIgnoreCase));

    private static HttpRequestMessage TokenRequest(Uri realm, AuthChallenge challenge, RegistryCredentials? credentials)
    {
        var query = realm.Query.TrimStart('?');
        foreach (var name in new[] { "service", "scope" })
        {
            if (challenge.Parameters.TryGetValue(name, out var value))
                query += $"{(query.Length == 0 ? "" : "&")}{name}={Uri.EscapeDataString(value)}";
        }

        var uri = new UriBuilder(realm) { Query = query }.Uri;
        var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.Authorization = credentials?.Basic;
        return request;
    }

    private static HttpRequestMessage ExchangeRequest(Uri realm, AuthChallenge challenge, RegistryCredentials credentials)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = credentials.Secret,
            ["client_id"] = "gitops-tasks",
            ["service"] = challenge.Parameters.GetValueOrDefault("service", ""),
            ["scope"] = challenge.Parameters.GetValueOrDefault("scope", ""),
        };
        return new HttpRequestMessage(HttpMethod.Post, realm) { Content = new FormUrlEncodedContent(form) };
    }

    private string ReadToken(byte[] body)
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
