using GitOpsTasks.Contracts;

namespace GitOpsTasks.Yaml;

/// <summary>Finds line and column of a byte, on demand: files without findings never pay for it.</summary>
internal sealed class LineIndex
{
    private readonly ReadOnlyMemory<byte> _content;
    private readonly List<int> _starts = [0];

    public LineIndex(ReadOnlyMemory<byte> content)
    {
        _content = content;
        var bytes = content.Span;
        if (bytes.StartsWith("\uFEFF"u8))
            _starts[0] = 3;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == bytes.Length || bytes[i + 1] != '\n')))
                _starts.Add(i + 1);
        }
    }

    public SourcePlace PlaceOf(string file, ByteSpan span)
    {
        var (line, column) = Position(span.Start);
        var (endLine, endColumn) = Position(span.End);
        return new SourcePlace(file, line, column, endLine, endColumn);
    }

    private (int Line, int Column) Position(int offset)
    {
        var line = _starts.BinarySearch(offset);
        if (line < 0)
            line = Math.Max(0, ~line - 1);
        var start = _starts[line];
        return (line + 1, 1 + CodePoints(_content.Span[start..Math.Max(start, offset)]));
    }

    // Every byte but those that continue a character.
    private static int CodePoints(ReadOnlySpan<byte> text)
    {
        var continuations = 0;
        foreach (var b in text)
            continuations += (b & 0xC0) == 0x80 ? 1 : 0;
        return text.Length - continuations;
    }
}
