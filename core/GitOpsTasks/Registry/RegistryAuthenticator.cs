using System.Net.Http.Headers;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>
/// Answers a registry's challenges, and keeps the answer for the requests that follow. Requests that are refused at the
/// same time, as when a token expires under parallel uploads, share one answer.
/// </summary>
internal sealed class RegistryAuthenticator(EngineContext context, RegistryAddress address, bool isSource)
{
    private readonly Lock _order = new();
    private readonly TokenServer _tokens = new(context, address);
    private readonly TokenScopes _needed = new();
    private readonly TokenScopes _wished = new();
    private Task<bool> _lastAnswer = Task.FromResult(true);
    private RegistryCredentials? _credentials;
    private bool _hasCredentials;

    /// <summary>What requests to the registry's own origin carry; null before the first challenge.</summary>
    public AuthenticationHeaderValue? Authorization { get; private set; }

    /// <summary>Has the next token allow reading from another repository too, where it may: not all registries ask for it.</summary>
    public void WishToPull(string repository)
    {
        lock (_wished)
        {
            if (_wished.Add($"repository:{repository}:pull") && Authorization?.Scheme == "Bearer")
                Authorization = null;
        }
    }

    /// <summary>Works out an answer to a challenge.</summary>
    /// <param name="challenges">What the registry would take.</param>
    /// <param name="refused">What the request carried that was challenged.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False where there is none to give.</returns>
    public Task<bool> AnswerAsync(
        IReadOnlyList<AuthChallenge> challenges, AuthenticationHeaderValue? refused, CancellationToken cancellationToken)
    {
        lock (_order)
            return _lastAnswer = AnswerAsync(_lastAnswer, challenges, refused, cancellationToken);
    }

    // Each answer waits for the one before, and may find that it is an answer to its own challenge too.
    private async Task<bool> AnswerAsync(
        Task before, IReadOnlyList<AuthChallenge> challenges, AuthenticationHeaderValue? refused, CancellationToken cancellationToken)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        var bearer = challenges.FirstOrDefault(challenge => challenge.Is("Bearer"));
        var asksForMore = Note(bearer?.Parameters.GetValueOrDefault("scope") ?? "");
        if (!asksForMore && Authorization is not null && !Authorization.Equals(refused))
            return true;
        var credentials = await CredentialsAsync(cancellationToken);
        if (bearer is not null && credentials is { IsAccessToken: true })
            return UseAccessToken(credentials, refused);
        if (bearer is not null)
            Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(bearer, credentials, cancellationToken));
        else if (credentials is not null && challenges.Any(challenge => challenge.Is("Basic")))
            Authorization = credentials.Basic;
        else
            return false;
        return true;
    }

    // There is no other token to be had: where this one is refused, it is over.
    private bool UseAccessToken(RegistryCredentials credentials, AuthenticationHeaderValue? refused)
    {
        Authorization = new AuthenticationHeaderValue("Bearer", credentials.Secret);
        return !Authorization.Equals(refused);
    }

    // A scope of another repository, which a blob might be taken over from, can be done without.
    private bool Note(string scopes)
    {
        var isNew = false;
        lock (_wished)
        {
            foreach (var scope in scopes.Split(' '))
                isNew |= (IsOfAnother(scope) ? _wished : _needed).Add(scope);
        }

        return isNew;
    }

    private bool IsOfAnother(string scope) =>
        scope.StartsWith("repository:", StringComparison.Ordinal) && !scope.StartsWith($"repository:{address.Name}:", StringComparison.Ordinal);

    private async Task<RegistryCredentials?> CredentialsAsync(CancellationToken cancellationToken)
    {
        if (!_hasCredentials)
            _credentials = await new CredentialSource(context, isSource).FindAsync(address, cancellationToken);
        _hasCredentials = true;
        return _credentials;
    }

    private async Task<string> TokenAsync(
        AuthChallenge challenge, RegistryCredentials? credentials, CancellationToken cancellationToken)
    {
        var scopes = Scopes(out var hasWishes);
        if (hasWishes && await _tokens.AskAsync(challenge, scopes, credentials, mayBeRefused: true, cancellationToken) is { } token)
            return token;
        return (await _tokens.AskAsync(challenge, [.. _needed.All], credentials, mayBeRefused: false, cancellationToken))!;
    }

    private List<string> Scopes(out bool hasWishes)
    {
        var all = new TokenScopes();
        lock (_wished)
        {
            hasWishes = !_wished.IsEmpty;
            foreach (var scope in _needed.All.Concat(_wished.All))
                all.Add(scope);
        }

        return [.. all.All];
    }
}
