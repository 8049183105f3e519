using System.Numerics;

namespace GitOpsTasks.Yaml;

/// <summary>Reads a plain scalar from its start; passes over underscores where numbers may have them.</summary>
internal ref struct PlainCursor<T>(ReadOnlySpan<T> text, bool skipsUnderscores)
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly ReadOnlySpan<T> _text = text;
    private int _at;

    /// <summary>The character to be read next, NUL at the end.</summary>
    public char Next
    {
        get
        {
            while (skipsUnderscores && _at < _text.Length && _text[_at] == T.CreateTruncating('_'))
                _at++;
            return _at < _text.Length ? (char)ushort.CreateTruncating(_text[_at]) : '\0';
        }
    }

    public bool IsAtEnd => Next == '\0' && _at >= _text.Length;

    public bool Take(char wanted)
    {
        if (Next != wanted || IsAtEnd)
            return false;
        _at++;
        return true;
    }

    public bool TakeSign() => Take('-') || Take('+');

    public bool Take(string wanted)
    {
        var start = _at;
        foreach (var c in wanted)
        {
            if (!Take(c))
            {
                _at = start;
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes digits as far as there are any, and as many as wanted.</summary>
    /// <returns>How many.</returns>
    public int TakeDigits(int radix = 10, int most = int.MaxValue)
    {
        var count = 0;
        for (; count < most && char.IsAsciiHexDigit(Next) && Convert(Next) < radix; count++)
            _at++;
        return count;
    }

    /// <summary>Takes spaces and tabs.</summary>
    /// <returns>Whether there were any.</returns>
    public bool TakeSpace()
    {
        var start = _at;
        while (Next is ' ' or '\t')
            _at++;
        return _at > start;
    }

    private static int Convert(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
