namespace GitOpsTasks.Images.Policies;

/// <summary>Reads the terms of one group of a range.</summary>
internal sealed class ConstraintScanner(string text)
{
    private static readonly (string Text, ConstraintOperator Operator)[] s_operators =
    [
        ("!=", ConstraintOperator.NotEqual), (">=", ConstraintOperator.GreaterOrEqual), ("=>", ConstraintOperator.GreaterOrEqual),
        ("<=", ConstraintOperator.LessOrEqual), ("=<", ConstraintOperator.LessOrEqual), ("~>", ConstraintOperator.Tilde),
        ("=", ConstraintOperator.Equal), (">", ConstraintOperator.Greater), ("<", ConstraintOperator.Less),
        ("~", ConstraintOperator.Tilde), ("^", ConstraintOperator.Caret),
    ];

    private int _at;

    /// <summary>The terms, at least one.</summary>
    /// <exception cref="FormatException">There is none, or something that is none.</exception>
    public IReadOnlyList<VersionConstraint> Read()
    {
        var terms = new List<VersionConstraint>();
        SkipSpaces();
        do
        {
            ReadTerm(terms);
        }
        while (SkipSeparator());
        return terms;
    }

    private void ReadTerm(List<VersionConstraint> terms)
    {
        var start = _at;
        var found = s_operators.FirstOrDefault(known => text.AsSpan(_at).StartsWith(known.Text, StringComparison.Ordinal));
        _at += found.Text?.Length ?? 0;
        SkipSpaces();
        var first = ReadVersion(start);
        if (found.Text is null && SkipHyphen())
        {
            terms.Add(first with { Operator = ConstraintOperator.GreaterOrEqual });
            terms.Add(ReadVersion(_at) with { Operator = ConstraintOperator.LessOrEqual });
        }
        else
        {
            terms.Add(first with { Operator = found.Operator });
        }
    }

    private VersionConstraint ReadVersion(int start)
    {
        var from = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not (',' or '<' or '>' or '=' or '~' or '^' or '!'))
            _at++;
        return Partial(text[from.._at]) ?? throw new FormatException(
            _at == start ? "a version is missing" : $"'{text[start.._at].Trim()}' is not a version with an operator before it");
    }

    // A version whose numbers from some place on are wildcards or missing.
    private static VersionConstraint? Partial(string version)
    {
        var tail = version.IndexOfAny(['-', '+']);
        var core = tail < 0 ? version : version[..tail];
        var segments = (core.StartsWith('v') ? core[1..] : core).Split('.');
        var numbers = segments.TakeWhile(segment => !IsWildcard(segment)).Count();
        if (segments.Length > 3 || segments.Skip(numbers).Any(segment => !IsWildcard(segment) && !IsNumber(segment)))
            return null;
        var written = numbers == 0 ? "0" : string.Join('.', segments.Take(numbers));
        return SemVersion.TryParse(written + (tail < 0 ? "" : version[tail..]), out var parsed)
            ? new VersionConstraint(ConstraintOperator.Equal, parsed, numbers)
            : null;
    }

    private static bool IsWildcard(string segment) => segment is "x" or "X" or "*";

    private static bool IsNumber(string segment) => segment.Length > 0 && segment.All(char.IsAsciiDigit);

    // A separator is a comma, spaces, or both; a term must follow it.
    private bool SkipSeparator()
    {
        var start = _at;
        SkipSpaces();
        if (_at == text.Length)
            return false;
        if (text[_at] == ',')
            _at++;
        else if (_at == start)
            throw new FormatException($"a comma or a space is missing before '{text[_at..]}'");
        SkipSpaces();
        return true;
    }

    // The hyphen of '1.2 - 1.4' has spaces on both sides.
    private bool SkipHyphen()
    {
        var start = _at;
        SkipSpaces();
        if (_at > start && _at + 1 < text.Length && text[_at] == '-' && char.IsWhiteSpace(text[_at + 1]))
        {
            _at++;
            SkipSpaces();
            return true;
        }

        _at = start;
        return false;
    }

    private void SkipSpaces()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
    }
}
