using System.Text;

namespace GitOpsTasks.Yaml;

/// <summary>The lines of a file as bytes: where block nodes begin and end on them.</summary>
internal readonly struct BlockLines(ReadOnlyMemory<byte> content)
{
    private ReadOnlySpan<byte> Bytes => content.Span;

    /// <summary>Offset of the first byte of the line.</summary>
    public int LineStart(int offset)
    {
        var start = Bytes[..offset].LastIndexOf((byte)'\n') + 1;
        return start == 0 && Bytes.StartsWith("\uFEFF"u8) ? 3 : start;
    }

    /// <summary>Offset after the line's end mark; the end of the file on a last line without one.</summary>
    public int LineEnd(int offset) =>
        Bytes[offset..].IndexOf((byte)'\n') is var at and >= 0 ? offset + at + 1 : Bytes.Length;

    /// <summary>How many bytes stand before an offset on its line: its indentation, where only spaces do.</summary>
    public int ColumnOf(int offset) => offset - LineStart(offset);

    /// <summary>Whether only spaces and tabs stand before an offset on its line.</summary>
    public bool IsFirstOnLine(int offset) =>
        Bytes[LineStart(offset)..offset].IndexOfAnyExcept((byte)' ', (byte)'\t') < 0;

    /// <summary>The bytes a further line at the same column begins with: indentation as written, dashes as spaces.</summary>
    public string IndentAt(int offset) =>
        string.Concat(Encoding.UTF8.GetString(Bytes[LineStart(offset)..offset]).Select(c => c == '\t' ? '\t' : ' '));

    /// <summary>Offset of the dash of a block list's item.</summary>
    public int DashOf(YamlNode item) => Bytes[..item.PropertiesStart].LastIndexOf((byte)'-');

    /// <summary>Offset after the last line a node stands on: where a sibling can be put.</summary>
    public int EndOfBlock(YamlNode node)
    {
        var end = node.Span.End;
        var isBlockText = end > 0 && Bytes[end - 1] == '\n';
        return isBlockText ? end : LineEnd(end);
    }
}
