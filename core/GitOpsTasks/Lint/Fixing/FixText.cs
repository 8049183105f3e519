using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Fixing;

/// <summary>A file that is mended: from places to bytes, and what the bytes belong to.</summary>
internal sealed class FixText
{
    private readonly List<int> _lines = [];

    /// <summary>A file.</summary>
    /// <param name="file">UTF-8.</param>
    public FixText(YamlFile file)
    {
        File = file;
        var bytes = file.Content.Span;
        _lines.Add(bytes.StartsWith("\uFEFF"u8) ? 3 : 0);
        for (var at = 0; bytes[at..].IndexOf((byte)'\n') is var next and >= 0; at += next + 1)
            _lines.Add(at + next + 1);
    }

    /// <summary>The file.</summary>
    public YamlFile File { get; }

    /// <summary>Its bytes.</summary>
    public ReadOnlySpan<byte> Bytes => File.Content.Span;

    /// <summary>How its first line ends; LF where it has one line.</summary>
    public string LineEnd => Bytes.IndexOf((byte)'\n') is var at and > 0 && Bytes[at - 1] == '\r' ? "\r\n" : "\n";

    /// <summary>Whether a line is there; lines count from 1.</summary>
    public bool HasLine(int line) => line >= 1 && line <= _lines.Count;

    /// <summary>Where a line begins; the end of the file for the one after the last.</summary>
    public int StartOf(int line) => line <= _lines.Count ? _lines[line - 1] : Bytes.Length;

    /// <summary>Where a line ends, before its line end.</summary>
    public int EndOf(int line)
    {
        var end = line < _lines.Count ? _lines[line] - 1 : Bytes.Length;
        return line < _lines.Count && end > StartOf(line) && Bytes[end - 1] == '\r' ? end - 1 : end;
    }

    /// <summary>The offset of a column, which counts code points from 1; -1 where the line is shorter.</summary>
    public int OffsetOf(int line, int column)
    {
        if (!HasLine(line))
            return -1;
        var (at, end) = (StartOf(line), EndOf(line));
        for (var left = column - 1; left > 0; left--)
        {
            if (at >= end)
                return -1;
            do
                at++;
            while (at < end && (Bytes[at] & 0xC0) == 0x80);
        }

        return at;
    }

    /// <summary>The token that holds a byte; null at the end of the file.</summary>
    public YamlToken? TokenAt(int offset)
    {
        var tokens = File.Tokens;
        var (low, high) = (0, tokens.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Span.End <= offset)
                low = middle + 1;
            else if (tokens[middle].Span.Start > offset)
                high = middle - 1;
            else
                return tokens[middle];
        }

        return null;
    }

    /// <summary>The first line, as bytes, of a block scalar: <c>|</c> or <c>&gt;</c> with its indicators and comment.</summary>
    public ReadOnlySpan<byte> HeaderOf(YamlToken block)
    {
        var text = Bytes[block.Span.Start..block.Span.End];
        return text.IndexOf((byte)'\n') is var end and >= 0 ? text[..end] : text;
    }
}
