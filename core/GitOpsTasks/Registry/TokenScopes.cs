namespace GitOpsTasks.Registry;

/// <summary>
/// What a token is to allow. Scopes that a registry asked for are kept, so that a token for another one does not take away
/// what the one before allowed.
/// </summary>
internal sealed class TokenScopes
{
    private readonly SortedDictionary<string, SortedSet<string>> _actions = new(StringComparer.Ordinal);

    /// <summary>All scopes, such as <c>repository:acme/web:pull,push</c>, one a resource.</summary>
    public IEnumerable<string> All => _actions.Select(scope => $"{scope.Key}:{string.Join(',', scope.Value)}");

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _actions.Count == 0;

    /// <summary>Adds scopes.</summary>
    /// <param name="scopes">One or more, with spaces between them, as in a challenge.</param>
    /// <returns>Whether any was not there yet.</returns>
    public bool Add(string scopes)
    {
        var isNew = false;
        foreach (var scope in scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = scope.LastIndexOf(':');
            if (colon < 0)
                continue;
            if (!_actions.TryGetValue(scope[..colon], out var actions))
                _actions[scope[..colon]] = actions = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var action in scope[(colon + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries))
                isNew |= actions.Add(action);
        }

        return isNew;
    }
}
