using System.Globalization;

namespace GitOpsTasks.Yaml;

/// <summary>Reads the text of a <see cref="YamlPath"/>.</summary>
internal sealed class YamlPathParser(string text)
{
    private const string UnclosedQuote = "This quote is not closed.";

    private int _at;
    private YamlPathError? _error;

    /// <summary>The steps read.</summary>
    public List<YamlPathStep> Steps { get; } = [];

    private char Next => _at < text.Length ? text[_at] : '\0';

    /// <summary>Reads the whole text.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public YamlPathError? Read()
    {
        if (text.Length > 0 && Next is not ('[' or '.'))
            ReadName();
        while (_error is null && _at < text.Length)
        {
            if (Take('['))
                ReadBracket();
            else if (Take('.'))
                ReadAfterDot();
            else
                Fail("A dot or a bracket has to follow here.");
        }

        return _error;
    }

    private void ReadAfterDot()
    {
        if (Take('.'))
            Steps.Add(new YamlPathStep(YamlPathStepKind.AnyDepth));
        else if (_at == 1)
            Fail(0, "A path begins with a key or a bracket, without a dot.");
        if (_error is null && Next != '[')
            ReadName();
        else if (_error is null && Steps is not [.., { Kind: YamlPathStepKind.AnyDepth }])
            Fail("A key has to follow the dot; a bracket follows without one.");
    }

    private void ReadName()
    {
        var start = _at;
        if (Key(".[]") is not { } key)
            return;
        var isQuoted = text[start] is '"' or '\'';
        Steps.Add(key switch
        {
            "*" when !isQuoted => new YamlPathStep(YamlPathStepKind.All),
            "**" when !isQuoted => new YamlPathStep(YamlPathStepKind.AnyDepth),
            _ => new YamlPathStep(YamlPathStepKind.Key, key),
        });
    }

    private void ReadBracket()
    {
        var start = _at;
        var step = Next switch
        {
            '*' => TakeAll(),
            '!' => TakeWithout(),
            '-' or (>= '0' and <= '9') when IndexEnd() is > 0 and var end => TakeIndex(end),
            _ => TakeKeyOrPredicate(),
        };
        if (_at >= text.Length && _error is not { Message: UnclosedQuote })
            Fail(start - 1, "This bracket is not closed.");
        if (_error is not null)
            return;
        if (!Take(']'))
            Fail("A closing bracket has to stand here.");
        Steps.Add(step!);
    }

    private YamlPathStep TakeAll()
    {
        _at++;
        return new YamlPathStep(YamlPathStepKind.All);
    }

    private YamlPathStep? TakeWithout()
    {
        _at++;
        return Key(".[]=") is { } key ? new YamlPathStep(YamlPathStepKind.Without, Keys: [key]) : null;
    }

    // Where the number that begins here ends, if a bracket follows it: a key of a predicate may begin with a digit.
    private int IndexEnd()
    {
        var end = _at + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end < text.Length && text[end] == ']' ? end : 0;
    }

    private YamlPathStep? TakeIndex(int end)
    {
        if (!int.TryParse(text.AsSpan(_at..end), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
        {
            Fail("This is no number that an item can have.");
            return null;
        }

        _at = end;
        return new YamlPathStep(YamlPathStepKind.Index, Index: index);
    }

    private YamlPathStep? TakeKeyOrPredicate()
    {
        var isQuoted = Next is '"' or '\'';
        List<string> keys = [];
        do
        {
            if (Key(".[]=") is not { } key)
                return null;
            keys.Add(key);
        }
        while (Take('.'));
        if (isQuoted && keys.Count == 1 && Next == ']')
            return new YamlPathStep(YamlPathStepKind.Key, keys[0]);
        if (!Take('='))
        {
            Fail("Brackets hold a number, *, a key in quotes, or a predicate such as name=web.");
            return null;
        }

        return Text() is { } wanted ? new YamlPathStep(YamlPathStepKind.Where, wanted, Keys: keys) : null;
    }

    private string? Text()
    {
        if (Next is '"' or '\'')
            return Quoted();
        var start = _at;
        while (_at < text.Length && text[_at] != ']')
            _at++;
        return text[start.._at];
    }

    private string? Key(string ends)
    {
        if (Next is '"' or '\'')
            return Quoted();
        var start = _at;
        while (_at < text.Length && !ends.Contains(text[_at]))
            _at++;
        if (_at > start)
            return text[start.._at];
        Fail("A key is missing here.");
        return null;
    }

    private string? Quoted()
    {
        var start = _at;
        var quote = text[_at++];
        while (_at < text.Length)
        {
            if (text[_at++] != quote)
                continue;
            if (Next != quote)
                return text[(start + 1)..(_at - 1)].Replace($"{quote}{quote}", $"{quote}", StringComparison.Ordinal);
            _at++;
        }

        Fail(start, UnclosedQuote);
        return null;
    }

    private bool Take(char wanted)
    {
        if (_at >= text.Length || text[_at] != wanted)
            return false;
        _at++;
        return true;
    }

    private void Fail(string message) => Fail(_at, message);

    private void Fail(int position, string message) => _error = new YamlPathError(position, message);
}
