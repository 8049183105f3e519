namespace GitOpsTasks.Init.Sources;

/// <summary>A variable in a text: <c>$NAME</c>, <c>${NAME}</c>, or with <c>:-</c>, <c>-</c>, <c>:+</c>, <c>+</c>, <c>:?</c> or <c>?</c> and a word.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Operator">What stands before the word; empty where there is none.</param>
/// <param name="Word">The word, as written.</param>
/// <param name="Length">How many characters it takes.</param>
internal sealed record ShellVariable(string Name, string Operator, string Word, int Length)
{
    // Words nest: what is longer was not written by hand.
    private const int MostCharacters = 4096;

    /// <summary>Whether a text is too long to be looked at for variables.</summary>
    public static bool IsTooMuch(string text) => text.Length > MostCharacters && text.Contains('$', StringComparison.Ordinal);

    /// <summary>The variable at a <c>$</c>; null where there is none.</summary>
    public static ShellVariable? At(string text, int dollar)
    {
        var at = dollar + 1;
        var inBraces = at < text.Length && text[at] == '{';
        if (inBraces)
            at++;
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        if (at == start || char.IsAsciiDigit(text[start]))
            return null;
        var name = text[start..at];
        if (!inBraces)
            return new ShellVariable(name, "", "", at - dollar);
        var end = ClosingBrace(text, at);
        if (end < 0)
            return null;
        var rest = text[at..end];
        var isConditional = rest.StartsWith(':');
        var length = rest.Length == 0 ? 0 : isConditional ? 2 : 1;
        return rest.Length < length || (rest.Length > 0 && rest[length - 1] is not ('-' or '+' or '?'))
            ? null
            : new ShellVariable(name, rest[..length], rest[length..], end + 1 - dollar);
    }

    /// <summary>Its value; null where that is not known.</summary>
    /// <param name="find">The value of a name; null where there is none.</param>
    /// <param name="expand">A word with its own variables.</param>
    public string? Resolve(Func<string, string?> find, Func<string, string?> expand)
    {
        var value = find(Name);
        var isSet = value is not null && (value.Length > 0 || !Operator.StartsWith(':'));
        return Operator switch
        {
            ":-" or "-" => isSet ? value : expand(Word),
            ":+" or "+" => isSet ? expand(Word) : "",
            _ => value,
        };
    }

    private static int ClosingBrace(string text, int from)
    {
        var depth = 1;
        for (var at = from; at < text.Length; at++)
        {
            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return at;
        }

        return -1;
    }
}
