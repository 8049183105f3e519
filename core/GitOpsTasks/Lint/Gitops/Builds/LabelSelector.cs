using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Builds;

/// <summary>
/// A selector of labels as kubectl writes it: <c>app=web,tier!=db,!old</c>. What is written in another way, such as a set,
/// selects everything here, so that nothing wrong is told of it.
/// </summary>
internal sealed class LabelSelector
{
    private readonly (string Key, string? Value, bool IsNegated)[] _requirements = [];

    /// <summary>Reads a selector.</summary>
    public LabelSelector(string text)
    {
        if (text.Length > 0 && !text.Contains('(', StringComparison.Ordinal))
            _requirements = [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Read)];
    }

    /// <summary>Whether labels meet it.</summary>
    /// <param name="labels">A mapping; null where there are none.</param>
    public bool Matches(YamlNode? labels)
    {
        foreach (var (key, value, isNegated) in _requirements)
        {
            var actual = labels?.Text(key);
            var isMet = value is null ? actual is not null : actual == value;
            if (isMet == isNegated)
                return false;
        }

        return true;
    }

    private static (string Key, string? Value, bool IsNegated) Read(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
            return text.StartsWith('!') ? (text[1..].Trim(), null, true) : (text, null, false);
        var key = text[..equals];
        return (key.TrimEnd('!', ' '), text[(equals + 1)..].TrimStart('=', ' '), key.EndsWith('!'));
    }
}
