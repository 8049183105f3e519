namespace GitOpsTasks.Lint.Yaml.Tokens;

/// <summary>Counts code points of a line up to an offset; goes on from the last answer where that was on the same line.</summary>
/// <param name="text">UTF-8.</param>
internal ref struct ColumnCounter(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _lineStart = -1;
    private int _at;
    private int _column;

    /// <summary>How many code points begin between two offsets.</summary>
    public static int CodePoints(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var b in text)
            count += (b & 0xC0) != 0x80 ? 1 : 0;
        return count;
    }

    /// <summary>The column, from 0, of an offset on a line.</summary>
    public int Of(int lineStart, int offset)
    {
        if (lineStart != _lineStart || offset < _at)
            (_lineStart, _at, _column) = (lineStart, lineStart, 0);
        _column += CodePoints(_text[_at..offset]);
        _at = offset;
        return _column;
    }
}
