using GitOpsTasks.Contracts;

namespace GitOpsTasks.Yaml;

/// <summary>Finds line and column of a byte, on demand: files without findings never pay for it.</summary>
internal sealed class LineIndex
{
    private const int Block = 1024;

    private readonly ReadOnlyMemory<byte> _content;
    private readonly List<int> _starts = [0];

    // How many bytes before each block continue a character: columns of one long line cost no more than a block each.
    private readonly int[] _continuations;

    public LineIndex(ReadOnlyMemory<byte> content)
    {
        _content = content;
        var bytes = content.Span;
        _continuations = new int[(bytes.Length / Block) + 1];
        for (var block = 1; block < _continuations.Length; block++)
            _continuations[block] = _continuations[block - 1] + Continuations(bytes.Slice((block - 1) * Block, Block));
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
        return (line + 1, 1 + CodePoints(start, Math.Max(start, offset)));
    }

    private int CodePoints(int start, int end) => end - start - (ContinuationsBefore(end) - ContinuationsBefore(start));

    private int ContinuationsBefore(int offset) =>
        _continuations[offset / Block] + Continuations(_content.Span[(offset / Block * Block)..offset]);

    private static int Continuations(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var b in text)
            count += (b & 0xC0) == 0x80 ? 1 : 0;
        return count;
    }
}
