namespace GitOpsTasks.Lint.Yaml.Rules;

/// <summary>The anchors of a document, in the order of their first appearance.</summary>
internal sealed class DocumentAnchors(LintText text)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<(int Token, bool IsUsed)> _anchors = [];

    /// <summary>The anchors that no alias has named yet.</summary>
    public IEnumerable<int> Unused => _anchors.Where(anchor => !anchor.IsUsed).Select(anchor => anchor.Token);

    /// <summary>Takes note of an anchor.</summary>
    /// <returns>Whether its name is new.</returns>
    public bool Declare(int token)
    {
        var name = text.ValueOf(token);
        var isNew = _numbers.TryAdd(name, _anchors.Count);
        if (isNew)
            _anchors.Add((token, false));
        else
            _anchors[_numbers[name]] = (token, false);
        return isNew;
    }

    /// <summary>Takes note of an alias.</summary>
    /// <returns>Whether there is an anchor of its name.</returns>
    public bool Use(int token)
    {
        if (!_numbers.TryGetValue(text.ValueOf(token), out var number))
            return false;
        _anchors[number] = (_anchors[number].Token, true);
        return true;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _numbers.Clear();
        _anchors.Clear();
    }
}
